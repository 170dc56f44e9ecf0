namespace AnnualCycle.Plans;

/// <summary>Which ids the work around meetings has, so that it keeps them when meetings come and go.</summary>
internal sealed class DeadlineIds(Plan? previous)
{
    private readonly Dictionary<string, int> _last = (previous?.Deadlines ?? []).Select(deadline => deadline.Id)
        .Concat(previous?.Retired ?? []).Select(MeetingIds.Parts).GroupBy(id => id.Rule)
        .ToDictionary(rule => rule.Key, rule => rule.Max(id => id.Ordinal));

    /// <summary>The same work around the same meeting in the plan before.</summary>
    public PlannedDeadline? Known(string rule, PlannedMeeting meeting) =>
        previous?.Deadlines.FirstOrDefault(deadline => deadline.Rule == rule && deadline.Meeting == meeting.Id);

    /// <summary>An ordinal that the rule never had.</summary>
    public int Fresh(string rule) => _last[rule] = _last.GetValueOrDefault(rule) + 1;
}
