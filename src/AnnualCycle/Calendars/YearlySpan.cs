using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Days that a calendar file names once for all years, or for one: "v. 27–31", "veckan efter påsk".</summary>
public abstract record YearlySpan
{
    /// <summary>The one year that it is stated for, or null when it returns every year.</summary>
    public int? OnlyYear { get; init; }

    /// <summary>The stretches that a year owns; over New Year they belong to the year in which they begin.</summary>
    public IEnumerable<DateInterval> Of(int year) => OnlyYear is { } only && only != year ? [] : Every(year);

    /// <summary>Every stretch with a day in the year, whole, also what began the year before.</summary>
    public IEnumerable<DateInterval> Touching(int year) =>
        Enumerable.Range(year - 1, 3).SelectMany(Of).Where(days => days.Start.Year <= year && days.End.Year >= year);

    protected abstract IEnumerable<DateInterval> Every(int year);

    /// <summary>ISO weeks, Monday of the first to Friday of the last; week 53 only in the years that have it.</summary>
    public sealed record Weeks(IReadOnlyList<(int First, int Last)> Ranges) : YearlySpan
    {
        protected override IEnumerable<DateInterval> Every(int year) => Ranges
            .Where(range => range.First <= IsoWeek.CountIn(year))
            .Select(range => Between(year, range.First, Math.Min(range.Last, IsoWeek.CountIn(year))));

        private static DateInterval Between(int year, int first, int last) =>
            new(new IsoWeek(year, first).Monday, new IsoWeek(year, last).Weekdays.End);
    }

    /// <summary>Monday to Friday of the week that ends with Easter Sunday, or of the week after it.</summary>
    public sealed record EasterWeek(bool After) : YearlySpan
    {
        protected override IEnumerable<DateInterval> Every(int year) =>
            [IsoWeek.Of(Easter.Sunday(year).PlusDays(After ? 1 : 0)).Weekdays];
    }

    /// <summary>From a day to a day of any year; a last that comes before the first lies in the next year.</summary>
    public sealed record Days(AnnualDate From, AnnualDate To) : YearlySpan
    {
        protected override IEnumerable<DateInterval> Every(int year) =>
            [new(From.InYear(year), To.InYear(To < From ? year + 1 : year))];
    }

    /// <summary>From a date to a date, once.</summary>
    public sealed record Dates(DateInterval Interval) : YearlySpan
    {
        protected override IEnumerable<DateInterval> Every(int year) => Interval.Start.Year == year ? [Interval] : [];
    }
}
