namespace AnnualCycle.Publishing.Messages;

/// <summary>Mails that a person wants, or does not want, together.</summary>
/// <param name="Name">As it is stored and stands in addresses.</param>
/// <param name="Swedish">What they are called, and what it means to be without them.</param>
/// <param name="English">The same in English.</param>
public sealed record MailGroup(
    string Name, (string Label, string Without) Swedish, (string Label, string Without) English)
{
    public static MailGroup Invites { get; } = new("invites",
        ("Kallelser till möten", "Utan dem har du mötena i din egen kalender här. Kallelser som du redan har hålls rätta, "
            + "och du får ändå veta när ett möte inom en vecka flyttas eller ställs in."),
        ("Invites to meetings", "Without them you have the meetings in your own calendar here. Invites that you hold are "
            + "kept right, and you are still told when a meeting within a week is moved or cancelled."));

    public static MailGroup MeetingReminders { get; } = new("meeting-reminders",
        ("Påminnelser om möten", "De går till den som inte har en kallelse i sin kalender."),
        ("Reminders of meetings", "They go to those who have no invite in their calendar."));

    public static MailGroup DutyReminders { get; } = new("duty-reminders",
        ("Påminnelser om rapporter och uppgifter", "Utan dem får du själv hålla reda på dagarna i din kalender."),
        ("Reminders of reports and tasks", "Without them you keep track of the days yourself in your calendar."));

    public static MailGroup Rounds { get; } = new("rounds",
        ("Frågor om ett nytt års datum passar", "Utan dem planeras året utan ditt svar."),
        ("Questions whether a new year's dates suit you", "Without them the year is planned without your answer."));

    public static MailGroup Holidays { get; } = new("holidays",
        ("Frågor inför storhelger", "Utan dem svarar du och bekräftar bemanningen på samverkans egen sida."),
        ("Questions before holidays", "Without them you answer and confirm the staffing on the collaboration's own page."));

    public static MailGroup LeaderNews { get; } = new("leader-news",
        ("Processledarens nyheter", "Utkast, frågor och utskick som väntar finns ändå på dina sidor."),
        ("News for the process leader", "Drafts, questions and mails that wait are on your pages all the same."));

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<MailGroup> All { get; } = [Invites, MeetingReminders, DutyReminders, Rounds, Holidays, LeaderNews];

    /// <summary>Null when there is none of the name.</summary>
    public static MailGroup? Find(string? name) => All.FirstOrDefault(group => group.Name == name);
}
