using AnnualCycle.Calendars;
using AnnualCycle.Reminders;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>The days before a deadline on which its owner is reminded.</summary>
internal sealed class Reminders(WorkCalendar calendar, LocalDate? today)
{
    private static readonly int[] DaysBefore = [28, 7, 1];
    private static readonly int[] DaysBeforeNotice = [90, 28, 7];
    private static readonly int[] DaysBeforeShort = [7, 1];
    private static readonly Audience Everyone = new([], Preparatory: true);

    /// <summary>
    /// 28, 7 and 1 days before, as far as they are to come; a closed day is exchanged for the working day before it.
    /// </summary>
    public IReadOnlyList<LocalDate> Before(LocalDate? due) => At(due, DaysBefore);

    /// <summary>For what comes often or is work around a meeting: 7 days and 1 day before.</summary>
    public IReadOnlyList<LocalDate> Shortly(LocalDate? due) => At(due, DaysBeforeShort);

    /// <summary>As long before as what it covers is long: 28 days from a month on.</summary>
    public IReadOnlyList<LocalDate> Of(PlannedDeadline deadline) =>
        ReminderDays.IsShort(deadline) ? Shortly(deadline.Due) : Before(deadline.Due);

    /// <summary>90, 28 and 7 days before: giving notice takes a decision.</summary>
    public IReadOnlyList<LocalDate> BeforeNotice(LocalDate? due) => At(due, DaysBeforeNotice);

    private IReadOnlyList<LocalDate> At(LocalDate? due, int[] days) =>
        due is { } day
            ? [.. days.Select(before => Open(day.PlusDays(-before))).Distinct()
                .Where(reminder => today is null || reminder >= today)]
            : [];

    private LocalDate Open(LocalDate day)
    {
        while (!calendar.Day(day, Everyone).IsOpen)
        {
            day = day.PlusDays(-1);
        }

        return day;
    }
}
