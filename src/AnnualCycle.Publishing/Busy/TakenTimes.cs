using AnnualCycle.ICalendar;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Busy;

/// <summary>When the owner of a calendar is taken, day by day where the meetings are.</summary>
public static class TakenTimes
{
    private static readonly LocalTime LastMinute = new(23, 59);

    /// <param name="who">Whose it is.</param>
    /// <returns>In order; free, cancelled and what lies outside the days is left out.</returns>
    public static IReadOnlyList<BusyDay> Of(ReadOnlySpan<byte> file, string who, DateInterval days)
    {
        var (from, to) = (SwedishTime.StartOf(days.Start), SwedishTime.StartOf(days.End.PlusDays(1)));
        var busy = BusyTimes.Of(CalendarReader.Read(file), from.ToDateTimeUtc(), to.ToDateTimeUtc(),
            CalendarZone.Find(Plan.TimeZone)!);
        return [.. busy.SelectMany(time => Days(
            who, SwedishTime.Of(Instant.FromDateTimeUtc(time.Start)), SwedishTime.Of(Instant.FromDateTimeUtc(time.End))))];
    }

    // What goes on past midnight is taken on each of its days.
    internal static IEnumerable<BusyDay> Days(string who, LocalDateTime start, LocalDateTime end)
    {
        for (var day = start.Date; day <= end.Date; day = day.PlusDays(1))
        {
            var from = day == start.Date ? start.TimeOfDay : LocalTime.Midnight;
            var to = day == end.Date ? end.TimeOfDay : LastMinute;
            if (from < to)
            {
                yield return new BusyDay(who, day, from, to);
            }
        }
    }
}
