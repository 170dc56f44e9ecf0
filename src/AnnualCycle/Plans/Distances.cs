using AnnualCycle.Calendars;
using AnnualCycle.Phrases;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Counts from a day to another as a phrase says: "tio arbetsdagar före", "tre veckor efter", "fredagen före".</summary>
internal static class Distances
{
    /// <exception cref="InvalidOperationException">The distance says no number.</exception>
    public static LocalDate From(LocalDate day, PhraseWindow.Relative distance) => distance.Unit switch
    {
        DistanceUnit.Workdays => WorkingDays.Add(day, distance.To!.Value),
        DistanceUnit.Weeks => day.PlusWeeks(distance.To!.Value),
        DistanceUnit.Months => day.PlusMonths(distance.To!.Value),
        DistanceUnit.Days => day.PlusDays(distance.To!.Value),
        { } weekday => Weekday(day, distance.To!.Value, weekday),
        null => day,
    };

    private static LocalDate Weekday(LocalDate day, int n, DistanceUnit weekday)
    {
        var wanted = IsoDayOfWeek.Monday + (weekday - DistanceUnit.Monday);
        return n < 0 ? day.Previous(wanted).PlusWeeks(n + 1) : day.Next(wanted).PlusWeeks(n - 1);
    }
}
