using System.Globalization;
using AnnualCycle.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Tests.Calendars;

/// <summary>Days of 2026 to 2029 as an almanac's table writes them.</summary>
internal static class FourYears
{
    public static IEnumerable<LocalDate> Parse(string days) =>
        days.Split(' ').Select((day, index) => Date(2026 + index, day));

    public static IEnumerable<LocalDate> Named(Func<int, IReadOnlyList<NamedDay>> days, string name) =>
        Enumerable.Range(2026, 4).SelectMany(days).Where(day => day.Name == name).Select(day => day.Date);

    /// <summary>"14/5", the fourteenth of May.</summary>
    public static LocalDate Date(int year, string dayAndMonth)
    {
        var parts = dayAndMonth.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new LocalDate(year, parts[1], parts[0]);
    }

    public static LocalDate Iso(string date) => LocalDatePattern.Iso.Parse(date).Value;
}
