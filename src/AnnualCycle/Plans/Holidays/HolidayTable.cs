using System.Globalization;
using AnnualCycle.Calendars.Holidays;

namespace AnnualCycle.Plans.Holidays;

/// <summary>The storhelger of a year as a table to read.</summary>
public static class HolidayTable
{
    private static readonly string[] Headings =
        ["Storhelg", "Första dag", "Sista dag", "Dagar", "Lediga", "I rad", "Arbetsdagar", "Bemanningsdag"];

    /// <summary>Lines without line endings, the headings first.</summary>
    public static IReadOnlyList<string> Lines(HolidayCalendar calendar, int year, StaffingRule rule)
    {
        var rows = calendar.In(year).SelectMany(facts => Rows(facts, rule)).Prepend(Headings).ToList();
        var widths = Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return [.. rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => Pad(cell, column, widths[column]))).TrimEnd())];
    }

    private static IEnumerable<string[]> Rows(HolidayFacts facts, StaffingRule rule) =>
        facts.Stretches.Select((stretch, index) => Row(facts, stretch, index == 0, rule));

    private static string[] Row(HolidayFacts facts, HolidayStretch stretch, bool isFirst, StaffingRule rule)
    {
        var staffing = StaffingDays.Of(facts with { Stretches = [stretch] }, rule)
            .Select(day => SwedishDates.Short(day.Date));
        return
        [
            isFirst ? facts.Title : "",
            SwedishDates.Short(stretch.Days.Start), SwedishDates.Short(stretch.Days.End),
            Number(stretch.Days.Length), Number(stretch.Runs.Sum(run => run.Length)),
            Number(stretch.Runs.Select(run => run.Length).DefaultIfEmpty().Max()), Number(stretch.WorkingDays.Count),
            string.Join(", ", staffing),
        ];
    }

    private static string Number(int number) => number == 0 ? "–" : number.ToString(CultureInfo.InvariantCulture);

    private static string Pad(string cell, int column, int width) =>
        column is >= 3 and <= 6 ? cell.PadLeft(width) : cell.PadRight(width);
}
