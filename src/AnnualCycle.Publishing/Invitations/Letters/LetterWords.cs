using AnnualCycle.Plans;
using AnnualCycle.Storage.Access;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Invitations.Letters;

/// <summary>What letters about meetings say, in one language.</summary>
internal sealed record LetterWords
{
    private static readonly LocalDatePattern EnglishShort = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM"),
        EnglishLong = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    /// <summary>First word of a subject, and the sentence that a letter begins with.</summary>
    public required Func<NewsKind, (string Subject, string Sentence)> Of { get; init; }

    public required string When { get; init; }

    public required string Before { get; init; }

    public required string Place { get; init; }

    public required string Video { get; init; }

    public required string Groups { get; init; }

    public required string Purpose { get; init; }

    public required string Agenda { get; init; }

    public required string Reason { get; init; }

    public required string AnswerButton { get; init; }

    public required string AnswerHelp { get; init; }

    public required string Closing { get; init; }

    /// <summary>To whoever comes in another's place.</summary>
    public required string StandIn { get; init; }

    /// <summary>To whoever is asked no longer.</summary>
    public required string Farewell { get; init; }

    public required Func<LocalDate, string> Short { get; init; }

    public required Func<LocalDate, string> Long { get; init; }

    public required Func<int, string, int, string> SummarySubject { get; init; }

    /// <summary>When all that changes is new.</summary>
    public required Func<int, string, int, string> NewSubject { get; init; }

    public required string SummaryText { get; init; }

    public required Func<string, int, string> YearSubject { get; init; }

    public required string YearText { get; init; }

    public required string Subscribe { get; init; }

    public required string AllMeetings { get; init; }

    public required string NoticeHelp { get; init; }

    public static LetterWords In(string language) => language == PersonChoice.English ? English : Swedish;

    /// <summary>Why somebody gets a letter about a meeting.</summary>
    public string Why(MeetingNews news) => news.Kind == NewsKind.NoLongerAsked ? Farewell
        : news.To.StandsInFor.Count > 0 ? StandIn : Closing;

    /// <summary>"tis 9 feb 09:00".</summary>
    public string Brief(ToldTime time) => $"{Short(time.Date)} {SwedishDates.Clock(time.Start)}";

    /// <summary>"tisdag 9 februari 2027, 09:00–10:00".</summary>
    public string Full(ToldTime time) =>
        $"{Long(time.Date)}, {SwedishDates.Clock(time.Start)}–{SwedishDates.Clock(time.End)}";

    /// <summary>"tor 4 feb 09:00 → tis 9 feb 09:00"; both ends when only the length is another.</summary>
    public string Change(ToldTime before, ToldTime after) => (before.Date, before.Start) == (after.Date, after.Start)
        ? $"{Brief(before)}–{SwedishDates.Clock(before.End)} → {SwedishDates.Clock(after.Start)}–{SwedishDates.Clock(after.End)}"
        : $"{Brief(before)} → {Brief(after)}";

    private static LetterWords Swedish { get; } = new()
    {
        Of = kind => kind switch
        {
            NewsKind.New => ("Ny", "Du är kallad till ett möte."),
            NewsKind.Moved => ("Flyttad", "Mötet har fått en ny tid."),
            NewsKind.NewPlace => ("Ny plats", "Mötet hålls på en annan plats. Tiden är densamma, och ditt svar står kvar."),
            NewsKind.Reworded => ("Ändrad", "Mötets innehåll är ändrat. Tid och plats är desamma."),
            NewsKind.Cancelled => ("Inställd", "Mötet är inställt."),
            _ => ("Inte längre kallad", "Du är inte längre kallad till mötet. Det hålls utan att du behöver komma."),
        },
        When = "När", Before = "Tidigare", Place = "Plats", Video = "Videomöte", Groups = "Grupp", Purpose = "Syfte",
        Agenda = "Dagordning", Reason = "Skäl",
        AnswerButton = "Svara om du kommer",
        AnswerHelp = "Du kan också svara i din kalender. Länken är din egen: skicka den inte vidare.",
        Closing = "Mejlet kommer från Samverkansåret, för att du har en plats i gruppen.",
        StandIn = "Du är kallad till det här mötet som ersättare för en ledamot som inte kan komma.",
        Farewell = "Mejlet kommer från Samverkansåret, för att du har varit kallad till mötet.",
        Short = SwedishDates.Short, Long = date => $"{SwedishDates.Long(date)} {date.Year}",
        SummarySubject = (number, name, year) => $"{number} ändringar i {name} {year}",
        NewSubject = (number, name, year) => $"{number} nya möten i {name} {year}",
        SummaryText = "Det här ändras för dig. En kallelse eller ett besked om varje möte följer i egna mejl.",
        YearSubject = (name, year) => $"{name}: {year} är fastställt",
        YearText = "Årets möten är fastställda. Det här är dina:",
        Subscribe = "Prenumerera på kalendern",
        AllMeetings = "Alla möten",
        NoticeHelp = "Kalendrar som man prenumererar på kan visa den gamla tiden upp till ett dygn till.",
    };

    private static LetterWords English { get; } = new()
    {
        Of = kind => kind switch
        {
            NewsKind.New => ("New", "You are invited to a meeting."),
            NewsKind.Moved => ("Moved", "The meeting has a new time."),
            NewsKind.NewPlace => ("New place", "The meeting is held at another place. The time is the same, and your answer stands."),
            NewsKind.Reworded => ("Changed", "What the meeting is about has changed. Time and place are the same."),
            NewsKind.Cancelled => ("Cancelled", "The meeting is cancelled."),
            _ => ("No longer invited", "You are no longer invited to the meeting. It is held without you having to come."),
        },
        When = "When", Before = "Before", Place = "Place", Video = "Video meeting", Groups = "Group", Purpose = "Purpose",
        Agenda = "Agenda", Reason = "Reason",
        AnswerButton = "Say whether you come",
        AnswerHelp = "You can also answer in your calendar. The link is yours alone: do not pass it on.",
        Closing = "This mail comes from Samverkansåret, as you have a seat in the group.",
        StandIn = "You are invited to this meeting in the place of a member who cannot come.",
        Farewell = "This mail comes from Samverkansåret, as you had been invited to the meeting.",
        Short = EnglishShort.Format, Long = EnglishLong.Format,
        SummarySubject = (number, name, year) => $"{number} changes in {name} {year}",
        NewSubject = (number, name, year) => $"{number} new meetings in {name} {year}",
        SummaryText = "This is what changes for you. An invite or a notice for each meeting follows in mails of their own.",
        YearSubject = (name, year) => $"{name}: {year} is adopted",
        YearText = "The year's meetings are adopted. These are yours:",
        Subscribe = "Subscribe to the calendar",
        AllMeetings = "All meetings",
        NoticeHelp = "Calendars that one subscribes to may show the old time for up to another day.",
    };
}
