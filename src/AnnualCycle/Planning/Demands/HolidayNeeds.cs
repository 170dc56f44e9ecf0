using AnnualCycle.Calendars;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>Finds what the groups need before and after the storhelger of a year.</summary>
public sealed class HolidayNeeds(YearInput input)
{
    /// <summary>Fewer open days leave nothing to choose: in the holiday weeks after midsommar the window is longer.</summary>
    private const int FewestOpen = 5;

    private readonly HolidayCalendar _holidays = new(input.Calendar);

    private readonly RuleMeetings _rules = new(input.Spans);

    /// <summary>Those whose days begin in the year, in the order of the days.</summary>
    public IReadOnlyList<HolidayNeed> All() =>
        [.. input.Collaborations.SelectMany(collaboration => collaboration.Groups).SelectMany(Of)];

    public IReadOnlyList<HolidayNeed> Of(Group group) => group.HolidayCoordination is not { } coordination ? [] :
    [
        .. coordination.Holidays.SelectMany(holiday => Enumerable.Range(input.Year - 1, 3)
                .Select(year => _holidays.Of(holiday, year)))
            .SelectMany(facts => Enum.GetValues<HolidayPart>().Select(part => Need(group, facts, part)))
            .OfType<HolidayNeed>().Where(need => need.Window.Start.Year == input.Year)
            .OrderBy(need => need.Window.Start),
    ];

    /// <summary>Those that need a meeting of their own in what is left of the year: demanded, or said yes to.</summary>
    public IReadOnlyList<HolidayNeed> ToPlan(Group group) => group.Dates == DatesFrom.Elsewhere ? [] :
    [
        .. Of(group).Where(need => need.AsNeeded ? input.HolidayMeetings.Contains(need.Meeting) : need.TiedTo.Count == 0)
            .Select(ToCome).OfType<HolidayNeed>(),
    ];

    private HolidayNeed? ToCome(HolidayNeed need)
    {
        var first = LocalDate.Max(need.Window.Start, input.From ?? input.Days.Start);
        var last = LocalDate.Min(need.Window.End, input.Days.End);
        return first <= last ? need with { Window = new DateInterval(first, last) } : null;
    }

    private HolidayNeed? Need(Group group, HolidayFacts facts, HolidayPart part)
    {
        if (group.HolidayCoordination!.Range(part) is not { } range)
        {
            return null;
        }

        var (first, last) = (facts.Days.Start, facts.Days.End);
        var window = Opened(group, part, part == HolidayPart.Before
            ? new DateInterval(first.PlusDays(-range.Max), first.PlusDays(-range.Min))
            : new DateInterval(last.PlusDays(range.Min), last.PlusDays(range.Max)));
        return new HolidayNeed(group, facts, part, window, TiedTo(group, facts.Holiday, part, window));
    }

    private IReadOnlyList<string> TiedTo(Group group, Holiday holiday, HolidayPart part, DateInterval window)
    {
        var naming = group.Meetings.Where(rule => rule.Holidays.Of(part).Contains(holiday)).ToList();
        var fixedOnes = naming.Count > 0 ? naming : group.Meetings.Where(rule => FallsIn(rule, window)).Take(1);
        return [.. fixedOnes.Select(rule => RuleIds.Of(group, rule))];
    }

    private bool FallsIn(MeetingRule rule, DateInterval window) =>
        RuleMeetings.NamesItsTimes(rule) && !rule.Demands.Any(demand => demand.Blackout)
        && _rules.Of(rule.Id, rule).Any(meeting => window.Contains(meeting.Window));

    private DateInterval Opened(Group group, HolidayPart part, DateInterval window)
    {
        var audience = new Audience([.. group.SchoolBreaksOf], Preparatory: false);
        var days = input.Calendar.Year(window.Start.Year, audience).Concat(input.Calendar.Year(window.Start.Year + 1, audience))
            .Where(day => day.IsOpen).Select(day => day.Date).ToList();
        if (days.Count(window.Contains) >= FewestOpen)
        {
            return window;
        }

        return part == HolidayPart.After
            ? new DateInterval(window.Start, days.Where(day => day >= window.Start).ElementAt(FewestOpen - 1))
            : new DateInterval(LocalDate.Min(window.Start,
                days.Where(day => day <= window.End).Reverse().Take(FewestOpen).Last()), window.End);
    }
}
