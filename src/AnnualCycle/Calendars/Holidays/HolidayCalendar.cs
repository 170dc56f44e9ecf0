using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>Answers what a year's calendar makes of its storhelger.</summary>
/// <param name="calendar">
/// Where summer and the school breaks are known from; without it summer is as most have it, and there are no breaks.
/// </param>
public sealed class HolidayCalendar(WorkCalendar? calendar = null)
{
    /// <summary>School holidays that begin or end with so few days between count as lying around a storhelg.</summary>
    private const int Beside = 3;

    private const int FirstSummerWeek = 25, LastSummerWeek = 33;

    private readonly FreeDays _free = new();

    /// <summary>The eight of a year by their first day.</summary>
    public IReadOnlyList<HolidayFacts> In(int year) =>
        [.. HolidayNames.All.Select(holiday => Of(holiday, year)).OrderBy(facts => facts.Days.Start)];

    public HolidayFacts Of(Holiday holiday, int year) => new(holiday, year, holiday switch
    {
        Holiday.Easter => [Around(Easter.Sunday(year))],
        Holiday.Walpurgis => [Around(new LocalDate(year, 5, 1))],
        Holiday.Ascension => [Around(Easter.Sunday(year).PlusDays(39))],
        Holiday.Whitsun => Whitsun(year),
        Holiday.Midsummer => [Around(Eve(year, "midsommarafton"))],
        Holiday.Summer => [Summer(year)],
        Holiday.AllSaints => [Around(RedDays.In(year).Single(day => day.Name == "alla helgons dag").Date)],
        _ => [Between(_free.Stretch(new LocalDate(year, 12, 24)), _free.Stretch(new LocalDate(year + 1, 1, 6)))],
    });

    /// <summary>The storhelg that comes after a day: what a meeting held then prepares.</summary>
    public HolidayFacts After(Holiday holiday, LocalDate date) => Enumerable.Range(date.Year - 1, 3)
        .Select(year => Of(holiday, year)).First(facts => facts.Days.Start > date);

    /// <summary>The storhelg that was before a day: what a meeting held then looks back on.</summary>
    public HolidayFacts Before(Holiday holiday, LocalDate date) => Enumerable.Range(date.Year - 2, 3)
        .Select(year => Of(holiday, year)).Last(facts => facts.Days.End < date);

    /// <summary>The breaks that touch it or lie beside it, one for each municipality and break, in order.</summary>
    public IReadOnlyList<SchoolBreak> SchoolBreaks(HolidayFacts facts, IEnumerable<string> municipalities) =>
    [
        .. municipalities.Distinct()
            .SelectMany(place => new[] { facts.Days.Start.Year, facts.Days.End.Year }.Distinct()
                .SelectMany(year => calendar?.SchoolBreaks(year, place) ?? []))
            .Distinct()
            .Where(school => facts.Stretches.Any(stretch => IsBeside(school.Days, stretch.Days)))
            .OrderBy(school => school.Days.Start),
    ];

    private static bool IsBeside(DateInterval school, DateInterval days) =>
        school.Start <= days.End.PlusDays(Beside) && school.End >= days.Start.PlusDays(-Beside);

    private IReadOnlyList<HolidayStretch> Whitsun(int year)
    {
        var days = new[] { Easter.Sunday(year).PlusDays(49), new LocalDate(year, 6, 6) }.Select(_free.Stretch)
            .OrderBy(stretch => stretch.Start).ToList();
        return days[0].End >= days[1].Start ? [Between(days[0], days[1])] : [.. days.Select(Whole)];
    }

    private HolidayStretch Around(LocalDate date) => Whole(_free.Stretch(date));

    private HolidayStretch Between(DateInterval first, DateInterval last) =>
        Whole(new DateInterval(LocalDate.Min(first.Start, last.Start), LocalDate.Max(first.End, last.End)));

    private HolidayStretch Whole(DateInterval days) =>
        new(days, [.. _free.Runs(days)], [.. days.Where(day => !_free.Is(day))]);

    // Nobody has summer off because of a red day in it; midsommar is a storhelg of its own.
    private HolidayStretch Summer(int year)
    {
        var days = calendar?.Summer(year)
            ?? new DateInterval(new IsoWeek(year, FirstSummerWeek).Monday, new IsoWeek(year, LastSummerWeek).Days.End);
        return new HolidayStretch(days, [], [.. days.Where(day => !_free.Is(day))]);
    }

    private static LocalDate Eve(int year, string name) => FreeEves.In(year).Single(day => day.Name == name).Date;
}
