using AnnualCycle.Calendars;
using NodaTime;

namespace AnnualCycle.Publishing;

/// <summary>When a mail that can wait is sent: on a working day, and not at night.</summary>
internal static class OfficeHours
{
    private static readonly LocalTime Morning = new(7, 0), Evening = new(18, 0);

    /// <summary>The instant itself when people are at work, else the next morning when they are.</summary>
    public static Instant From(Instant at)
    {
        var (day, clock) = (SwedishTime.DayOf(at), SwedishTime.TimeOf(at));
        return !WorkingDays.Is(day) || clock >= Evening ? SwedishTime.At(WorkingDays.Add(day, 1) + Morning)
            : clock < Morning ? SwedishTime.At(day + Morning) : at;
    }

    /// <summary>The working day that is so many days before a day, or the last one before that.</summary>
    public static LocalDate DaysBefore(LocalDate day, int days)
    {
        var asked = day.PlusDays(-days);
        return WorkingDays.Is(asked) ? asked : WorkingDays.Add(asked, -1);
    }
}
