using AnnualCycle.Charters;
using AnnualCycle.Phrases;
using NodaTime;
using Period = AnnualCycle.Phrases.Period;

namespace AnnualCycle.Planning.Demands;

/// <summary>Turns one rule about meetings into the meetings it demands in a year.</summary>
internal sealed class RuleMeetings(YearSpans spans)
{
    /// <summary>In the order of the year; empty for "vid behov".</summary>
    public IReadOnlyList<DemandedMeeting> Of(string ruleId, MeetingRule rule) =>
        [.. rule.Demands.Where(demand => !demand.Blackout)
            .SelectMany(demand => Of(ruleId, demand)).OrderBy(meeting => meeting.Window.Start)];

    /// <summary>True when the rule names its times instead of counting meetings in a period.</summary>
    public static bool NamesItsTimes(MeetingRule rule) => rule.Demands.Any(demand => demand.Windows.Count > 0);

    private IEnumerable<DemandedMeeting> Of(string ruleId, PhraseRule demand)
    {
        var named = demand.Windows.SelectMany(window => Named(window, demand.Per == Period.Once))
            .Select(window => Meeting(ruleId, window, Need.Demanded)).ToList();
        var wanted = demand.Target ?? demand.Min ?? 0;
        var isCounted = demand.Windows.Count == 0 || (named.Count == 1 && demand.Windows.Count == 1 && wanted > 1);
        return isCounted ? Counted(ruleId, demand, wanted, named) : named;
    }

    // "En gång i kvartalet, första gången i februari": the time that is named narrows the first of the counted
    // meetings.
    private IEnumerable<DemandedMeeting> Counted(
        string ruleId, PhraseRule demand, int wanted, List<DemandedMeeting> named)
    {
        var (blocks, each) = Blocks(demand, wanted);
        var min = Math.Min(demand.Min ?? 0, each);
        var counted = blocks
            .Where(block => !IsExcepted(block, demand))
            .SelectMany(block => Enumerable.Range(0, each)
                .Select(k => new DemandedMeeting(ruleId, block, null, k < min ? Need.Demanded : Need.Wanted)))
            .ToList();
        return named.Count == 1 && counted.Count > 0 ? [named[0], .. counted.Skip(1)] : counted;
    }

    // Exactly two or four a year fall one in each half or quarter; "minst" and "cirka" leave that to the spacing.
    private (IReadOnlyList<DateInterval> Blocks, int Each) Blocks(PhraseRule demand, int wanted)
    {
        var exact = demand is { Per: Period.Year, Approximate: false } && demand.Min == demand.Max;
        return (exact, demand.Min) switch
        {
            (true, 2) => (spans.Of(Period.HalfYear, null), 1),
            (true, 4) => (spans.Of(Period.Quarter, null), 1),
            _ => (spans.Of(demand.Per, demand.N), wanted),
        };
    }

    private static bool IsExcepted(DateInterval block, PhraseRule demand) =>
        block.Start.Month == block.End.Month && demand.ExceptMonths.Contains(block.Start.Month);

    // What happens once, in a year that the window does not name, has happened or will in another year.
    private IEnumerable<DateInterval> Named(PhraseWindow window, bool isOnce) => window switch
    {
        PhraseWindow.InMonth named when named.Year is null || named.Year == spans.Year =>
            [spans.Of(named.Month, named.Part)],
        PhraseWindow.InMonths named => [spans.Months(named.Months.Min(), named.Months.Max())],
        PhraseWindow.InSeason named when !isOnce => Enumerable.Repeat(spans.Of(named.Season), named.Count ?? 1),
        PhraseWindow.WeekSpan named => Span(spans.Week(named.First), spans.Week(named.Last)),
        PhraseWindow.WeekList named => named.Weeks.Select(spans.Week).OfType<DateInterval>(),
        PhraseWindow.NthWeekday named => WeekdaysOf(named),
        PhraseWindow.OnDate named when named.Date.Year == spans.Year => [new DateInterval(named.Date, named.Date)],
        PhraseWindow.FromTo named => Span(named),
        PhraseWindow.Deadline named when named.YearOffset == 0 => [Until(named)],
        _ => [],
    };

    private static IEnumerable<DateInterval> Span(DateInterval? first, DateInterval? last) =>
        first is not null && last is not null && first.Start <= last.End
            ? [new DateInterval(first.Start, last.End)]
            : [];

    private IEnumerable<DateInterval> Span(PhraseWindow.FromTo named)
    {
        var (from, to) = (named.From ?? spans.Whole.Start, named.To ?? spans.Whole.End);
        return from <= to && new DateInterval(from, to).Intersection(spans.Whole) is { } inside ? [inside] : [];
    }

    private DateInterval Until(PhraseWindow.Deadline named)
    {
        var month = spans.Of(named.Month, PartOfMonth.Whole);
        var last = named.EndOfMonth || named.Day > month.End.Day
            ? month.End
            : new LocalDate(spans.Year, named.Month, named.Day);
        return new DateInterval(spans.Whole.Start, last);
    }

    private IEnumerable<DateInterval> WeekdaysOf(PhraseWindow.NthWeekday named)
    {
        var months = named.Month is { } month ? [month] : Enumerable.Range(1, 12);
        return months.SelectMany(m => named.Ordinals.Select(nth => Nth(m, named.Weekday, nth))).OfType<LocalDate>()
            .Select(day => new DateInterval(day, day));
    }

    private LocalDate? Nth(int month, IsoDayOfWeek weekday, int nth)
    {
        var days = spans.Months(month, month).Where(day => day.DayOfWeek == weekday).ToList();
        var index = nth > 0 ? nth - 1 : days.Count + nth;
        return index >= 0 && index < days.Count ? days[index] : null;
    }

    // A part of a month has a middle to aim at; for a whole season or half-year every day is as good.
    private static DemandedMeeting Meeting(string ruleId, DateInterval window, Need need)
    {
        var ideal = window.Length <= 16 ? window.Start.PlusDays((window.Length - 1) / 2) : (LocalDate?)null;
        return new DemandedMeeting(ruleId, window, ideal, need);
    }
}
