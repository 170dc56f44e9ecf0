using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>A meeting of the plan before, while its year is planned again.</summary>
/// <param name="IsHeld">Counted as held without ever having been an event.</param>
/// <param name="IsPast">Before the first day that may be planned: it is kept word for word.</param>
internal sealed record KeptMeeting(PlannedMeeting Meeting, bool IsHeld, bool IsPast)
{
    /// <summary>True for what planning again never moves.</summary>
    public bool IsFixed => IsVerbatim || Meeting.Locked || Meeting.Status == MeetingStatus.Adopted;

    /// <summary>True for what keeps its words too: the past and what is cancelled.</summary>
    public bool IsVerbatim => IsHeld || IsPast || Meeting.IsCancelled;

    public Standing Standing => new(Meeting.Date, Meeting.Start, IsFixed);
}

/// <summary>The plan before, as planning again sees it: what stands, and which ordinals are used.</summary>
internal sealed class PreviousPlan
{
    private readonly Dictionary<string, int> _last = [];

    public PreviousPlan(Plan plan, YearInput input)
    {
        Plan = plan;
        First = FirstDay(input);
        Meetings =
        [
            .. plan.AssumedHeld.Select(meeting => new KeptMeeting(meeting, IsHeld: true, IsPast: true)),
            .. plan.Meetings.Select(meeting => new KeptMeeting(meeting, IsHeld: false, meeting.Date < First)),
        ];
        foreach (var id in Meetings.Select(kept => kept.Meeting.Id).Concat(plan.Retired))
        {
            Use(id);
        }
    }

    public Plan Plan { get; }

    /// <summary>The first day on which anything new may be placed.</summary>
    public LocalDate First { get; }

    public IReadOnlyList<KeptMeeting> Meetings { get; }

    /// <summary>An ordinal of the rule and year that no meeting ever had.</summary>
    public int FreshOrdinal(string rule) => _last[rule] = _last.GetValueOrDefault(rule) + 1;

    private static LocalDate FirstDay(YearInput input)
    {
        var tomorrow = input.Today?.PlusDays(1) ?? input.Days.Start;
        return LocalDate.Max(tomorrow, input.From ?? input.Days.Start);
    }

    private void Use(string id)
    {
        var (rule, ordinal) = MeetingIds.Parts(id);
        _last[rule] = Math.Max(_last.GetValueOrDefault(rule), ordinal);
    }
}
