using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing;

/// <summary>The day and time it is where the meetings are.</summary>
public static class SwedishTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    public static LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;

    public static LocalTime TimeOf(Instant instant) => Of(instant).TimeOfDay;

    public static LocalDateTime Of(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>A time that the change of clocks skips or doubles is the first one that exists.</summary>
    public static Instant At(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();

    public static Instant StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToInstant();
}
