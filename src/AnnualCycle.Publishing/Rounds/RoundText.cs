using AnnualCycle.Plans;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Rounds;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>A date of a round as one line of a mail.</summary>
/// <param name="Time">"09:00–10:30".</param>
/// <param name="What">The group or groups and, where it has one of its own, the meeting's title.</param>
/// <param name="Place">Empty for none.</param>
public sealed record RoundLine(string Day, string Time, string What, string Place);

/// <summary>The words of a round's mails in one language.</summary>
public sealed record RoundText(string Language)
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    private bool IsEnglish => Language == PersonChoice.English;

    public string Subject(string collaboration, int year, bool isReminder) => (IsEnglish, isReminder) switch
    {
        (true, true) => $"Reminder: can you make the dates of {collaboration} {year}?",
        (true, false) => $"Can you make the dates of {collaboration} {year}?",
        (false, true) => $"Påminnelse: passar mötestiderna för {collaboration} {year}?",
        _ => $"Passar mötestiderna för {collaboration} {year}?",
    };

    public string Greeting(string name) => IsEnglish ? $"Hello {name}," : $"Hej {name}!";

    public string Opening(string collaboration, int year, int number) => (IsEnglish, number > 1) switch
    {
        (true, true) => $"Some of the proposed dates of {collaboration} {year} are new to you. These are the new ones.",
        (true, false) => $"Here are the proposed dates of your groups in {collaboration} {year}. Nothing is decided yet.",
        (false, true) => $"Några av de föreslagna datumen för {collaboration} {year} är nya för dig. Det här är de nya.",
        _ => $"Här är de föreslagna datumen för dina grupper i {collaboration} {year}. Inget är bestämt ännu.",
    };

    public string Missing => IsEnglish
        ? "We have not had your answer yet. It takes a minute, and you need no account."
        : "Vi har inte fått ditt svar ännu. Det tar en minut, och du behöver inget konto.";

    public string Request(LocalDate until) => IsEnglish
        ? $"Answer for each date whether you can make it, no later than {Day(until)}. You need no account."
        : $"Svara för varje datum om du kan komma, senast {Day(until)}. Du behöver inget konto.";

    public string Latest(LocalDate until) => IsEnglish ? $"Answer no later than {Day(until)}." : $"Svara senast {Day(until)}.";

    public string Button => IsEnglish ? "Answer" : "Svara";

    public string Closing => IsEnglish
        ? "The link is yours alone: whoever has it can answer in your place. You can change your answers until the last day."
        : "Länken är bara din: den som har den kan svara i ditt ställe. Du kan ändra svaren fram till sista dagen.";

    public string Questions(string collaboration) => IsEnglish
        ? $"Questions? Ask the process leader of {collaboration}."
        : $"Frågor? Hör av dig till processledaren för {collaboration}.";

    /// <summary>Of the day with its time, the meeting and its place.</summary>
    public IReadOnlyList<string> Headings => IsEnglish ? ["When", "Meeting", "Place"] : ["När", "Möte", "Plats"];

    public RoundLine Line(RoundMeeting meeting)
    {
        var groups = meeting.GroupNames.Replace("\n", ", ");
        return new RoundLine(Day(meeting.Date), $"{meeting.Start}–{meeting.End}",
            groups == meeting.Title ? groups : $"{groups}: {meeting.Title}", meeting.Place);
    }

    /// <summary>"tisdag 9 februari 2027", "Tuesday 9 February 2027".</summary>
    public string Day(LocalDate day) => IsEnglish
        ? $"{day.DayOfWeek} {day.Day} {Months[day.Month - 1]} {day.Year}" : $"{SwedishDates.Long(day)} {day.Year}";
}
