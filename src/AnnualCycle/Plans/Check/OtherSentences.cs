using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>
/// Holds the sentences about the order between groups, reports, work and the chair against a calendar.
/// </summary>
/// <param name="lastDays">The calendar's last days with the groups that they name.</param>
internal sealed class OtherSentences(
    IReadOnlyList<HeldMeeting> meetings, IReadOnlyList<(HeldEvent Day, IReadOnlyList<Group> Groups)> lastDays,
    DateInterval year)
{
    /// <summary>What is said of a sentence that no calendar shows to be kept or broken.</summary>
    public const string Unseen = "kan inte ses i en kalender";

    /// <summary>
    /// Demanded are the meetings to be prepared; held are those with a preparatory meeting at the right distance.
    /// </summary>
    public RuleOutcome Of(Group group, Preparation preparation)
    {
        var mains = meetings.Where(meeting =>
            meeting.Groups is [var only] && only.Id == preparation.For && IsWithin(meeting, preparation)).ToList();
        var outcome = Outcome(RuleIds.Of(group, preparation), RuleKind.Preparation, preparation.Source);
        if (!preparation.BeforeEach || mains.Count == 0)
        {
            return outcome with
            {
                Note = preparation.BeforeEach ? "inga möten att bereda i kalendern" : "ett möte före varje krävs inte",
            };
        }

        var missing = mains.FirstOrDefault(main => !IsPrepared(main, group, preparation.Lead));
        return outcome with
        {
            Min = mains.Count,
            Planned = mains.Count(main => IsPrepared(main, group, preparation.Lead)),
            Status = missing is null ? RuleStatus.Fulfilled : RuleStatus.Short,
            Note = missing is null ? preparation.Source.Note
                : $"{missing.Groups[0].Name} {SwedishDates.Day(missing.Date)} saknar möte " +
                    $"{preparation.Lead.Min}–{preparation.Lead.Max} dagar före",
        };
    }

    /// <summary>
    /// Kept as far as one can see when the calendar has a last day with the report's title; otherwise nobody can tell.
    /// </summary>
    public RuleOutcome Of(Group group, Duty duty, RuleKind kind)
    {
        var seen = lastDays.Count(last => last.Groups.Contains(group) && IsAbout(last.Day, duty));
        var outcome = Outcome(RuleIds.Of(group, duty), kind, duty.Source);
        return kind == RuleKind.Report && seen > 0
            ? outcome with { Planned = seen, Status = RuleStatus.Fulfilled, Note = duty.Source.Note } : outcome;
    }

    public static RuleOutcome Of(Group group, ChairPeriod chair) =>
        Outcome($"{group.Id}/ordforande", RuleKind.Chair, chair.Source);

    internal static bool IsAbout(HeldEvent day, Duty duty) =>
        day.Title.Contains(duty.Title, StringComparison.OrdinalIgnoreCase);

    // What prepares the first meetings of January stands in a calendar that is not read here.
    private bool IsWithin(HeldMeeting main, Preparation preparation) =>
        main.Date.PlusDays(-preparation.Lead.Max) >= year.Start;

    private bool IsPrepared(HeldMeeting main, Group group, LeadDays lead) => meetings.Any(meeting =>
        meeting.Is(group.Id) &&
        Period.DaysBetween(meeting.Date, main.Date) is var days && days >= lead.Min && days <= lead.Max);

    private static RuleOutcome Outcome(string id, RuleKind kind, RuleSource source) => new(
        id, kind, source.Phrase, source.Document, source.Line, Min: null, Max: null, Planned: 0,
        RuleStatus.Open, Unseen);
}
