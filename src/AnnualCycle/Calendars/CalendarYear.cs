using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>One year as one audience sees it: why days are closed and what speaks against the open ones.</summary>
internal sealed class CalendarYear
{
    private readonly ILookup<LocalDate, string> _free;
    private readonly ILookup<LocalDate, string> _closed;
    private readonly ILookup<LocalDate, Drawback> _drawbacks;

    public CalendarYear(int year, NationalCalendar national, SchoolCalendar schools, Audience audience)
    {
        var periods = national.Closed.ToLookup(period => audience.Preparatory && period.PreparatoryCost is not null);
        var (hard, soft) = (periods[false], periods[true]);
        _free = RedDays.In(year).Concat(FreeEves.In(year)).ToLookup(day => day.Date, day => day.Name);
        _closed = hard.SelectMany(period => Days(year, period.Span, _ => period.Name))
            .ToLookup(day => day.Date, day => day.Fact);
        _drawbacks = Named(BridgeDays.In(year), "bridgeDay", national.Costs.BridgeDay)
            .Concat(Named(ShortDays.In(year), "shortDay", national.Costs.ShortDay))
            .Concat(new BreakDrawbacks(national.Costs.SchoolBreaks, audience).In(year, schools))
            .Concat(national.Costs.Summer.SelectMany(weeks => Days(year, weeks.Span, date => Summer(date, weeks.Cost))))
            .Concat(soft.SelectMany(period => Days(year, period.Span, _ => Soft(period))))
            .Where(day => day.Fact.Cost > 0)
            .ToLookup(day => day.Date, day => day.Fact);
    }

    public DayFacts On(LocalDate date)
    {
        var closed = _free[date].FirstOrDefault() ?? Weekend(date) ?? _closed[date].FirstOrDefault();
        return new DayFacts(date, closed, closed is null ? [.. _drawbacks[date]] : []);
    }

    private static string? Weekend(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => "lördag",
        IsoDayOfWeek.Sunday => "söndag",
        _ => null,
    };

    private static IEnumerable<(LocalDate Date, T Fact)> Days<T>(int year, YearlySpan span, Func<LocalDate, T> fact) =>
        span.Touching(year).SelectMany(days => days).Select(date => (date, fact(date)));

    private static IEnumerable<(LocalDate Date, Drawback Fact)> Named(
        IEnumerable<NamedDay> days, string term, int cost) =>
        days.Select(day => (day.Date, new Drawback(term, cost, day.Name)));

    private static Drawback Summer(LocalDate date, int cost) =>
        new("summer", cost, $"sommarveckor ({IsoWeek.Of(date)})");

    private static Drawback Soft(ClosedPeriod period) =>
        new("closedPeriod", period.PreparatoryCost ?? 0, period.Name);
}
