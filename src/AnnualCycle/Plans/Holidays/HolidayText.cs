using AnnualCycle.Calendars;
using AnnualCycle.Calendars.Holidays;

namespace AnnualCycle.Plans.Holidays;

/// <summary>A storhelg in short Swedish lines, as an agenda, a page and a mail say it.</summary>
public static class HolidayText
{
    /// <summary>More municipalities than these are counted.</summary>
    private const int MostNamed = 6;

    /// <summary>"Påsken 2027: fyra lediga dagar i rad, fre 26–mån 29 mars."</summary>
    public static string DaysOff(HolidayFacts facts) => $"{facts.Title}: {Off(facts)}.";

    /// <summary>"Fyra lediga dagar i rad, fre 26–mån 29 mars.", under a heading that names the storhelg.</summary>
    public static string Told(HolidayFacts facts) => $"{Capital(Off(facts))}.";

    /// <summary>"Bemanningsdag sön 28 mars."; null without one.</summary>
    public static string? Staffing(HolidayFacts facts, StaffingRule rule)
    {
        var days = StaffingDays.Of(facts, rule).Select(day => HolidayDays.Day(day.Date)).ToList();
        return days.Count == 0 ? null : $"{(days.Count == 1 ? "Bemanningsdag" : "Bemanningsdagar")} {And(days)}.";
    }

    /// <summary>"Påsklov 29 mars–2 april i Ale och Orust (ej fastställt)."; null without a school break.</summary>
    /// <param name="breaks">Those around it.</param>
    /// <param name="municipalities">All that were asked about: when every one has the days, none is named.</param>
    public static string? SchoolBreaks(IReadOnlyList<SchoolBreak> breaks, int municipalities)
    {
        var texts = breaks.GroupBy(school => (school.Name, school.Days, school.Certain)).Select(days =>
            $"{days.Key.Name} {HolidayDays.Dates(days.Key.Days)} i " +
            Where([.. days.Select(school => school.Municipality)], municipalities) +
            (days.Key.Certain ? "" : " (ej fastställt)")).ToList();
        return texts.Count == 0 ? null : Capital(And(texts)) + ".";
    }

    private static string Where(IReadOnlyList<string> places, int all) =>
        places.Count == all && all > 1 ? $"alla {HolidayDays.Number(all)} kommuner"
        : places.Count > MostNamed ? $"{HolidayDays.Number(places.Count)} av {HolidayDays.Number(all)} kommuner"
        : And(places);

    /// <summary>
    /// "Lika många lediga dagar som 2026, två fler än 2028. Längst i rad 2020–2035: fem (2021, 2027)."; null for summer.
    /// </summary>
    public static string? Compared(HolidayComparison comparison)
    {
        var facts = comparison.Facts;
        return comparison.LongestRun == 0 ? null
            : $"{Capital(Beside(comparison, facts.Year))}. {Longest(comparison)}.";
    }

    private static string Beside(HolidayComparison comparison, int year) =>
        (comparison.MoreThanBefore, comparison.MoreThanAfter) is (0, 0)
            ? $"lika många lediga dagar som {year - 1} och {year + 1}"
            : $"{Than(comparison.MoreThanBefore, year - 1, first: true)}, " +
                Than(comparison.MoreThanAfter, year + 1, first: false);

    private static string Longest(HolidayComparison comparison)
    {
        var always = comparison.LongestYears.Count == comparison.Span.Count;
        var when = always ? "varje år" : string.Join(", ", comparison.LongestYears);
        return $"Längst i rad {HolidayComparison.FirstYear}–{HolidayComparison.LastYear}: " +
            $"{HolidayDays.Number(comparison.LongestRun)} {(comparison.LongestRun == 1 ? "dag" : "dagar")} ({when})";
    }

    private static string Than(int more, int year, bool first) => more switch
    {
        0 => $"lika många {(first ? "lediga dagar " : "")}som {year}",
        > 0 => $"{HolidayDays.Number(more)} {(first ? Off(more) : "")}fler än {year}",
        _ => $"{HolidayDays.Number(-more)} {(first ? Off(-more) : "")}färre än {year}",
    };

    private static string Off(int days) => days == 1 ? "ledig dag " : "lediga dagar ";

    private static string Off(HolidayFacts facts) => facts switch
    {
        { Holiday: Holiday.Summer } => Summer(facts),
        { Stretches: [var first, var last] } => $"{Short(first)} och {Short(last)}",
        { WorkingDays.Count: 0, LongestRun.Length: 1 } => $"en ledig dag, {HolidayDays.Span(facts.Days)}",
        { WorkingDays.Count: 0 } => $"{HolidayDays.Free(facts.FreeDays)} i rad, {HolidayDays.Span(facts.Days)}",
        { Holiday: Holiday.Christmas } => Christmas(facts),
        _ => $"{Short(facts.Stretches[0])}",
    };

    private static string Summer(HolidayFacts facts) =>
        $"vecka {SwedishDates.Week(facts.Days.Start)}–{SwedishDates.Week(facts.Days.End)}, " +
        $"{HolidayDays.Span(facts.Days)}, {HolidayDays.Working(facts.WorkingDays.Count)}";

    // "två lediga dagar lör 15–sön 16 maj", "tre lediga dagar tor 6–sön 9 maj med klämdag fre 7 maj"
    private static string Short(HolidayStretch stretch)
    {
        var text = $"{HolidayDays.Free(stretch.Runs.Sum(run => run.Length))} {HolidayDays.Span(stretch.Days)}";
        return stretch.WorkingDays.Count == 0 ? text
            : $"{text} med klämdag {And([.. stretch.WorkingDays.Select(HolidayDays.Day)])}";
    }

    private static string Christmas(HolidayFacts facts)
    {
        var longest = facts.Runs.Where(run => run.Length == facts.LongestRun!.Length)
            .Select(run => HolidayDays.Span(run.Days)).ToList();
        return $"{HolidayDays.Free(facts.FreeDays)} och {HolidayDays.Working(facts.WorkingDays.Count)} " +
            $"{HolidayDays.Span(facts.Days)}, som mest {HolidayDays.Number(facts.LongestRun!.Length)} i rad " +
            $"({And(longest)})";
    }

    private static string And(IReadOnlyList<string> words) => Listing.And(words);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
