using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>The kinds of mail that remind people, and what their files may say.</summary>
public static class ReminderMessages
{
    private static readonly Uri Done = new("https://samverkan.nord.example/klart/EXEMPEL");
    private static readonly Uri Answer = new("https://samverkan.nord.example/svar/EXEMPEL");

    public static MessageKind Duties { get; } = new("reminder", "Påminnelsen om en rapport eller uppgift",
        "28, 7 och 1 dag före, varje vecka om den är sen", new MessageValues
        {
            ["person"] = Person(), ["number"] = 1, ["first"] = Duty(), ["duties"] = new[] { Duty() }
        })
    {
        Group = MailGroup.DutyReminders,
    };

    public static MessageKind Meetings { get; } = new("meeting-reminder", "Påminnelsen om ett möte",
        "7 dagar och 1 dag före, till den som inte har mötet som kallelse", new MessageValues
        {
            ["person"] = Person(), ["number"] = 1, ["first"] = Meeting(), ["meetings"] = new[] { Meeting() }
        })
    {
        Group = MailGroup.MeetingReminders,
    };

    public static MessageKind Week { get; } = new("week-reminder", "Veckans påminnelser i ett mejl",
        "Måndag klockan 8, till den som har valt det", new MessageValues
        {
            ["person"] = Person(), ["week"] = 6, ["duties"] = new[] { Duty() }, ["meetings"] = new[] { Meeting() },
            ["number"] = 2
        })
    {
        Group = MailGroup.DutyReminders,
    };

    private static MessageValues Person() => new() { ["name"] = "Eva Ek" };

    private static MessageValues Duty() => new()
    {
        ["title"] = "Brister i samverkan, kvartal 1 2027", ["due"] = new LocalDate(2027, 4, 21), ["days_left"] = 7,
        ["days_late"] = 0, ["group"] = "Ledningsgrupp i samverkan", ["from"] = "verksamheterna", ["to"] = "Beredningsgruppen",
        ["covers_from"] = new LocalDate(2027, 1, 1), ["covers_to"] = new LocalDate(2027, 3, 31),
        ["condition"] = "om avtalet förlängts", ["sentence"] = "”rapporteras kvartalsvis”, Uppdragsbeskrivning, rad 115",
        ["as_leader"] = false, ["owners"] = new[] { "Eva Ek" }, ["is_event"] = false, ["done"] = Done,
    };

    private static MessageValues Meeting() => new()
    {
        ["title"] = "SIMBA Ledningsgrupp", ["day"] = new LocalDate(2027, 2, 9), ["start"] = new LocalTime(9, 0),
        ["end"] = new LocalTime(10, 0), ["place"] = "Stadshuset, sal B", ["video"] = "https://video.example/simba",
        ["chair"] = "kommunen", ["agenda"] = new[] { "Bemanning inför påsk", "Kvartalsrapport" }, ["answer"] = Answer,
    };
}
