using System.Globalization;
using AnnualCycle.ICalendar;

namespace AnnualCycle.Benchmarks.Calendars;

/// <summary>
/// Counts out rules for another program to compare: a line <c>start|rule|from|to</c> in, the times out.
/// </summary>
internal static class RulesFromStandardInput
{
    private const string Form = "yyyyMMdd'T'HHmmss";

    internal static int Run()
    {
        while (Console.ReadLine() is { } line)
        {
            var parts = line.Split('|');
            var times = RecurrenceRule.TryParse(parts[1])?.Times(Time(parts[0]), Time(parts[2]), Time(parts[3])).Take(
                2000);
            Console.WriteLine(times is null ? "?" : string.Join(
                ' ', times.Select(time => time.ToString(Form, CultureInfo.InvariantCulture))));
        }
        return 0;
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
