using AnnualCycle.Plans;
using AnnualCycle.Storage.Duties;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>What feeds are made of: plans, and for each entry how often and when people saw it change.</summary>
/// <param name="Years">Plans of one year each, the earliest first.</param>
/// <param name="StampOf">By UID. The same plans and stamps give the same bytes.</param>
public sealed record FeedSource(IReadOnlyList<Plan> Years, Func<string, EntryStamp> StampOf)
{
    /// <summary>Days that a cancelled meeting stays in sight, for those whose calendar rarely asks.</summary>
    public const int DaysOfCancelled = 30;

    /// <summary>Everything as of one instant: a plan that was never published.</summary>
    public FeedSource(Plan plan, Instant changed) : this([plan], _ => new EntryStamp(0, changed, null))
    {
    }

    /// <summary>The day it is: meetings cancelled long before it are left out; null leaves all in.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>What people have said is settled, by the deadline's UID.</summary>
    public IReadOnlyDictionary<string, HandedIn> Settled { get; init; } = new Dictionary<string, HandedIn>();

    /// <summary>The principal that chairs a meeting; null where nobody has said.</summary>
    internal string? ChairOf(PlannedMeeting meeting) => Years.Where(plan => plan.Year == meeting.Date.Year)
        .Select(plan => plan.ChairOf(meeting)?.Principal).FirstOrDefault(chair => chair is not null);

    internal IEnumerable<PlannedMeeting> Meetings =>
        Years.SelectMany(plan => plan.Meetings).Where(meeting => !IsForgotten(meeting));

    /// <summary>An overdue duty stands in several years' plans, and once in a calendar.</summary>
    internal IEnumerable<PlannedDeadline> Deadlines =>
        Years.SelectMany(plan => plan.Deadlines).DistinctBy(deadline => deadline.Uid);

    /// <summary>Names by the ids of groups and collaborations, as they are called last.</summary>
    internal IReadOnlyDictionary<string, string> Names { get; } = Years
        .SelectMany(plan => plan.Groups.Select(group => (group.Id, group.Name))
            .Concat(plan.Collaborations.Select(collaboration => (collaboration.Id, collaboration.Name))))
        .GroupBy(named => named.Id).ToDictionary(same => same.Key, same => same.Last().Name);

    private bool IsForgotten(PlannedMeeting meeting) =>
        meeting.CancelledOn is { } cancelled && Today is { } today && cancelled.PlusDays(DaysOfCancelled) < today;
}

/// <summary>SEQUENCE, LAST-MODIFIED and CREATED of one calendar entry.</summary>
/// <param name="Sequence">0 at first, one more with each change that people see.</param>
/// <param name="Created">Null when it was never published.</param>
public sealed record EntryStamp(int Sequence, Instant Changed, Instant? Created);
