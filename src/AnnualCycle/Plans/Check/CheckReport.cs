namespace AnnualCycle.Plans.Check;

/// <summary>An existing calendar held against the charters.</summary>
/// <param name="File">The calendar as the user named it.</param>
public sealed record CheckReport(int Year, string File, IReadOnlyList<CheckedCollaboration> Collaborations)
{
    public required IReadOnlyList<Clash> Clashes { get; init; }

    public required IReadOnlyList<ClosedDay> Closed { get; init; }

    public required IReadOnlyList<Remark> Remarks { get; init; }

    public required IReadOnlyList<UnmatchedEvent> Unmatched { get; init; }

    public required LeftOut LeftOut { get; init; }

    public IEnumerable<CheckedGroup> Groups => Collaborations.SelectMany(collaboration => collaboration.Groups);

    /// <summary>
    /// True when a sentence is not kept, somebody is to be in two places, or a meeting stands on a closed day.
    /// </summary>
    public bool IsShort => Clashes.Count > 0 || Closed.Count > 0 ||
        Groups.SelectMany(group => group.Rules).Any(rule => rule.Status is RuleStatus.Short or RuleStatus.Over);
}

/// <summary>A collaboration with those of its groups that were checked.</summary>
public sealed record CheckedCollaboration(string Id, string Name, IReadOnlyList<CheckedGroup> Groups);

/// <summary>A group with its meetings of the year and what became of its charter's sentences.</summary>
public sealed record CheckedGroup(
    string Id, string Name, IReadOnlyList<HeldMeeting> Meetings, IReadOnlyList<RuleOutcome> Rules);

/// <summary>Two meetings at the same time that the same people must attend.</summary>
/// <param name="Who">Persons, or seats that nobody fills yet.</param>
public sealed record Clash(IReadOnlyList<string> Who, HeldMeeting First, HeldMeeting Second);

/// <summary>A meeting on a day on which its groups cannot meet.</summary>
/// <param name="Reason">"långfredagen", "söndag", "semesterveckor".</param>
public sealed record ClosedDay(HeldMeeting Meeting, string Reason);

/// <summary>Something worth knowing that breaks no rule.</summary>
public sealed record Remark(HeldMeeting Meeting, string Text);

/// <summary>Events that were not counted.</summary>
/// <param name="Deadlines">Last days, at which nobody meets.</param>
public sealed record LeftOut(int OtherYears, int Cancelled, int Deadlines);
