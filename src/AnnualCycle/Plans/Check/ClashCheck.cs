using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>Finds people and seats that are to be in two meetings at once.</summary>
internal sealed class ClashCheck(YearInput input, IReadOnlyList<HeldMeeting> meetings)
{
    /// <summary>
    /// What somebody needs to get from one meeting to the next, in minutes; less is told but breaks nothing.
    /// </summary>
    private const int Travel = 15;

    public IEnumerable<Clash> Clashes() => Neighbours()
        .Where(pair => pair.Gap < 0)
        .Select(pair => new Clash(Who(pair.First, pair.Second), pair.First, pair.Second))
        .Where(clash => clash.Who.Count > 0);

    public IEnumerable<Remark> Tight() =>
        from pair in Neighbours()
        where pair.Gap is >= 0 and < Travel
        let who = Who(pair.First, pair.Second)
        where who.Count > 0
        select new Remark(pair.Second, pair.Gap == 0
            ? $"börjar när {pair.First.Title} slutar, för {PeopleTexts.Of(who)}"
            : $"bara {pair.Gap} minuter efter {pair.First.Title}, för {PeopleTexts.Of(who)}");

    // Two meetings of a day with the minutes between them; below nought when they overlap.
    private IEnumerable<(HeldMeeting First, HeldMeeting Second, long Gap)> Neighbours() =>
        from day in meetings.Where(meeting => meeting.Time is not null).GroupBy(meeting => meeting.Date)
        let ordered = day.OrderBy(meeting => meeting.Time!.Value.Start).ToList()
        from first in Enumerable.Range(0, ordered.Count)
        from second in Enumerable.Range(first + 1, ordered.Count - first - 1)
        select (ordered[first], ordered[second], Gap(ordered[first], ordered[second]));

    // Two that begin together overlap even when one of them has no length.
    private static long Gap(HeldMeeting first, HeldMeeting second)
    {
        var (one, other) = (first.Time!.Value, second.Time!.Value);
        return one.Start == other.Start ? -1 : Period.Between(one.End, other.Start, PeriodUnits.Minutes).Minutes;
    }

    /// <summary>A group with two meetings at once is there itself, whoever sits in it.</summary>
    private IReadOnlyList<string> Who(HeldMeeting one, HeldMeeting other)
    {
        var both = one.Groups.Where(group => other.Is(group.Id)).Select(group => group.Name).ToList();
        var day = new DateInterval(one.Date, one.Date);
        return both.Count > 0 ? both
            : [.. Attendees.Of(input.Collaborations, input.People, day).All
                .Where(attendee => one.Groups.Any(group => attendee.Groups.Contains(group.Id)) &&
                    other.Groups.Any(group => attendee.Groups.Contains(group.Id)))
                .Select(attendee => attendee.Label)];
    }
}
