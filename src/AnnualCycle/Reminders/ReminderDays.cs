using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Reminders;

/// <summary>Says on which days people are reminded of what: never on a red day, a free eve or in the closed weeks.</summary>
public sealed class ReminderDays(WorkCalendar calendar)
{
    /// <summary>Days after the day it was due on which the process leader hears of it too.</summary>
    public const int LeaderAfter = 14;

    /// <summary>Days from which a period is long: those who answer for it hear of it four weeks ahead.</summary>
    public const int LongPeriod = 28;

    // Days.
    private const int LeastApart = 5;

    /// <summary>Notes that nobody has marked are let be after so many weeks: nobody misses them any more.</summary>
    public const int WeeksOfNotes = 4;

    private static readonly int[] Long = [28, 7, 1], Short = [7, 1], Decision = [90, 28, 7, 1];
    private static readonly Audience Everyone = new([], Preparatory: true);

    private readonly Dictionary<int, IReadOnlyList<DayFacts>> _years = [];

    /// <summary>Whether people can be written to on a day.</summary>
    public bool IsOpen(LocalDate day)
    {
        if (!_years.TryGetValue(day.Year, out var year))
        {
            _years[day.Year] = year = calendar.Year(day.Year, Everyone);
        }

        return year[day.DayOfYear - 1].IsOpen;
    }

    /// <summary>Whether a week before is early enough: it is work around a meeting, or covers less than a month.</summary>
    public static bool IsShort(PlannedDeadline deadline) => deadline.Kind switch
    {
        DeadlineKind.Papers or DeadlineKind.Call or DeadlineKind.Notes or DeadlineKind.Task => true,
        DeadlineKind.Report => deadline is { CoversFrom: { } from, CoversTo: { } to }
            ? Period.DaysBetween(from, to) + 1 < LongPeriod : deadline.Meeting is not null,
        _ => false,
    };

    /// <summary>Before it is due, the earliest first; empty for what has no day. Of two on one day the later stands.</summary>
    public IReadOnlyList<ReminderStep> Before(PlannedDeadline deadline) => deadline.Due is { } due ? At(due, deadline switch
    {
        { Kind: DeadlineKind.Notice } => Decision,
        _ when IsShort(deadline) => Short,
        _ => Long,
    }) : [];

    /// <summary>Before a meeting, for those whose calendar does not have it: 7 days and 1 day.</summary>
    public IReadOnlyList<ReminderStep> Before(PlannedMeeting meeting) => At(meeting.Date, Short);

    /// <summary>After it was due: the next working day, then every week, as long as it is of use.</summary>
    /// <param name="until">The last day that is looked at.</param>
    public IReadOnlyList<ReminderStep> Late(PlannedDeadline deadline, LocalDate until)
    {
        var last = LastOf(deadline) is { } end && end < until ? end : until;
        return deadline.Due is { } due && IsMissed(deadline.Kind)
            ? [.. Apart([.. Days(due, last.PlusWeeks(1))]).Where(step => step.Day <= last)] : [];
    }

    // What waited through the holidays is not said again the same week.
    private static IEnumerable<ReminderStep> Apart(IReadOnlyList<ReminderStep> steps) => steps.Where((step, index) =>
        index + 1 == steps.Count || Period.DaysBetween(step.Day, steps[index + 1].Day) >= LeastApart);

    private IEnumerable<ReminderStep> Days(LocalDate due, LocalDate last)
    {
        for (var days = 1; due.PlusDays(days) <= last && NextOpen(due.PlusDays(days)) is var day && day <= last; days += 7)
        {
            yield return new ReminderStep($"{(days == 1 ? "1 dag" : $"{days} dagar")} efter", day)
            {
                IsLate = true, ToLeader = days >= LeaderAfter,
            };
        }
    }

    // What comes by itself is never late; what a meeting needed is of no use when it has been.
    private static bool IsMissed(DeadlineKind kind) =>
        kind is not (DeadlineKind.Handover or DeadlineKind.Notice or DeadlineKind.TermEnd);

    private static LocalDate? LastOf(PlannedDeadline deadline) => deadline switch
    {
        { Kind: DeadlineKind.Notes, Due: { } due } => due.PlusWeeks(WeeksOfNotes),
        { UsefulUntil: { } day } => day,
        _ => null,
    };

    private IReadOnlyList<ReminderStep> At(LocalDate due, int[] days) => [.. days
        .Select(before => new ReminderStep(before == 1 ? "1 dag före" : $"{before} dagar före", LastOpen(due.PlusDays(-before))))
        .GroupBy(step => step.Day).Select(same => same.Last())];

    private LocalDate LastOpen(LocalDate day)
    {
        while (!IsOpen(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    private LocalDate NextOpen(LocalDate day)
    {
        while (!IsOpen(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }
}
