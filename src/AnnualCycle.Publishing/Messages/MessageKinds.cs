using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Publishing.LeaderNews;
using AnnualCycle.Publishing.Reminders;
using NodaTime;

namespace AnnualCycle.Publishing.Messages;

/// <summary>
/// Every kind of mail that the service sends to people. A new one is a record here and a file in each language.
/// </summary>
public static class MessageKinds
{
    private static readonly Uri Page = new("https://samverkan.nord.example/simba");
    private static readonly Uri Link = new("https://samverkan.nord.example/svar/EXEMPEL");

    public static MessageKind SignIn { get; } = new("sign-in", "Länken som man loggar in med",
        "När någon ber om den", new MessageValues
        {
            ["link"] = new Uri("https://samverkan.nord.example/logga-in/lank/EXEMPEL"), ["minutes"] = 15,
        });

    public static MessageKind Round { get; } = new("round", "Frågan om ett föreslaget års datum passar",
        "När en samrådsrunda startas", OfRound()) { Group = MailGroup.Rounds };

    public static MessageKind RoundReminder { get; } = new("round-reminder", "Påminnelsen om en samrådsrunda",
        "Tre arbetsdagar före sista svarsdagen, till den som inte har svarat", OfRound()) { Group = MailGroup.Rounds };

    public static MessageKind MeetingNew { get; } = OfMeeting("meeting-new", "Kallelsen till ett möte", "är nytt för någon");

    public static MessageKind MeetingMoved { get; } =
        OfMeeting("meeting-moved", "Beskedet att ett möte är flyttat", "har fått en ny tid");

    public static MessageKind MeetingNewPlace { get; } =
        OfMeeting("meeting-new-place", "Beskedet att ett möte hålls på en annan plats", "har fått en ny plats");

    public static MessageKind MeetingChanged { get; } =
        OfMeeting("meeting-changed", "Beskedet att ett mötes innehåll är ändrat", "har fått ett nytt innehåll");

    public static MessageKind MeetingCancelled { get; } =
        OfMeeting("meeting-cancelled", "Beskedet att ett möte är inställt", "ställs in");

    public static MessageKind MeetingNotAsked { get; } =
        OfMeeting("meeting-not-asked", "Beskedet att någon inte längre är kallad", "hålls utan någon som var kallad");

    public static MessageKind MeetingByOutlook { get; } =
        OfMeeting("meeting-by-outlook", "Beskedet att kallelsen kommer från Outlook i stället", "får sina kallelser från Outlook");

    public static MessageKind MeetingsChanged { get; } = new("meetings-changed",
        "Sammanfattningen när mycket ändras för någon", "Före kallelserna, när tre möten eller fler ändras på en gång",
        new MessageValues
        {
            ["person"] = Person(), ["collaboration"] = "SIMBA", ["year"] = 2027, ["number"] = 3, ["all_new"] = false,
            ["changes"] = new[]
            {
                "Ny: SIMBA Ledningsgrupp tis 9 feb 09:00", "Flyttad: SIMBA Ledningsgrupp tor 6 maj 09:00 → tis 11 maj 09:00",
                "Inställd: SIMBA Ledningsgrupp ons 10 nov 13:00",
            },
            ["page"] = Page,
        }) { Group = MailGroup.Invites };

    public static MessageKind YearAdopted { get; } = new("year-adopted", "Hela året på en gång, med kalendern att prenumerera på",
        "När ett år fastställs i en samverkan som inte kallar till varje möte", new MessageValues
        {
            ["person"] = Person(), ["collaboration"] = "SIMBA", ["year"] = 2027,
            ["meetings"] = new[]
            {
                new MessageValues
                {
                    ["day"] = new LocalDate(2027, 2, 9), ["start"] = new LocalTime(9, 0), ["end"] = new LocalTime(10, 0),
                    ["title"] = "SIMBA Ledningsgrupp", ["place"] = "Stadshuset, sal B",
                },
            },
            ["calendar"] = new Uri("https://samverkan.nord.example/feeds/p/EXEMPEL/SIMBA.ics"),
        }) { Group = MailGroup.Invites };

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        SignIn, Round, RoundReminder, MeetingNew, MeetingMoved, MeetingNewPlace, MeetingChanged, MeetingCancelled,
        MeetingNotAsked, MeetingByOutlook, MeetingsChanged, YearAdopted, ReminderMessages.Duties, ReminderMessages.Meetings,
        ReminderMessages.Week, HolidayMessages.Question, HolidayMessages.Staffing, LeaderNewsMessage.Kind,
    ];

    private static MessageValues Person() => new() { ["name"] = "Eva Ek" };

    private static MessageValues OfRound() => new()
    {
        ["person"] = Person(), ["collaboration"] = "SIMBA", ["year"] = 2027, ["number"] = 1,
        ["until"] = new LocalDate(2026, 12, 4),
        ["dates"] = new[]
        {
            new MessageValues
            {
                ["day"] = new LocalDate(2027, 2, 9), ["start"] = "09:00", ["end"] = "10:00",
                ["meeting"] = "Ledningsgrupp i samverkan", ["place"] = "Stadshuset, sal B",
            },
            new MessageValues
            {
                ["day"] = new LocalDate(2027, 5, 11), ["start"] = "13:00", ["end"] = "14:00",
                ["meeting"] = "Ledningsgrupp i samverkan", ["place"] = "Stadshuset, sal B",
            },
        },
        ["link"] = new Uri("https://samverkan.nord.example/samrad/EXEMPEL"),
    };

    private static MessageKind OfMeeting(string name, string whatItIs, string what) =>
        new(name, whatItIs, $"När ett möte i ett fastställt år {what}", new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = "Eva Ek", ["stands_in"] = false },
            ["meeting"] = new MessageValues
            {
                ["title"] = "SIMBA Ledningsgrupp", ["day"] = new LocalDate(2027, 2, 9),
                ["start"] = new LocalTime(9, 0), ["end"] = new LocalTime(10, 0),
                ["before"] = new MessageValues
                {
                    ["day"] = new LocalDate(2027, 2, 4), ["start"] = new LocalTime(9, 0), ["end"] = new LocalTime(10, 0),
                },
                ["change"] = "tor 4 feb 09:00 → tis 9 feb 09:00", ["place"] = "Stadshuset, sal B",
                ["video"] = "https://video.example/simba", ["groups"] = new[] { "Ledningsgrupp i samverkan" },
                ["purpose"] = "Efter jul och nyår, inför påsk", ["chair"] = "kommunen", ["reason"] = "För få kan komma.",
                ["agenda"] = new[] { "Bemanning inför påsk", "Kvartalsrapport" },
            },
            ["answer"] = Link, ["in_words"] = false,
        }) { Group = MailGroup.Invites };
}
