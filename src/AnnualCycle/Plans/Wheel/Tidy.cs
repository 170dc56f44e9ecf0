using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Makes a year ready to draw: clean words, only this year's days, marks in the order of the year.</summary>
internal static class Tidy
{
    public static WheelYear Year(WheelYear year) => year with
    {
        Title = Wording.Clean(year.Title),
        Subtitle = year.Subtitle is null ? null : Wording.Clean(year.Subtitle),
        Today = year.Today is { } today && today.Year == year.Year ? today : null,
        Rings = [.. year.Rings.Select(ring => Ring(ring, year.Year))],
        RedDays = [.. year.RedDays.Where(day => day.Date.Year == year.Year).OrderBy(day => day.Date)
            .Select(day => day with { Name = Wording.Headed(day.Name) })],
        Periods = [.. year.Periods.SelectMany(period => Cut(period, year.Year))],
    };

    private static WheelRing Ring(WheelRing ring, int year) => new(
        Wording.Clean(ring.Name),
        string.IsNullOrWhiteSpace(ring.Section) ? null : Wording.Clean(ring.Section),
        [.. ring.Marks.Where(mark => mark.Date.Year == year)
            .Select(mark => mark with { Title = Wording.Clean(mark.Title) })
            .OrderBy(mark => mark.Date).ThenBy(mark => mark.Kind).ThenBy(mark => mark.Title, StringComparer.Ordinal)]);

    private static IEnumerable<WheelPeriod> Cut(WheelPeriod period, int year)
    {
        var whole = new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return period.Interval.Intersection(whole) is { } days
            ? [period with { Name = Wording.Headed(period.Name), Interval = days }]
            : [];
    }
}
