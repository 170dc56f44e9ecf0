using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Phrases;
using AnnualCycle.Planning.Demands;
using NodaTime;
using Period = AnnualCycle.Phrases.Period;

namespace AnnualCycle.Plans;

/// <summary>A report of the year: the period it covers in words, and its day when one is known.</summary>
internal sealed record ReportDay(string? Period, LocalDate? Day);

/// <summary>The days on which a group's reports are due.</summary>
internal sealed class ReportDays(YearSpans spans)
{
    public IReadOnlyList<ReportDay> Of(Duty report) => [.. report.Demands.SelectMany(demand => Of(demand, report.Due))];

    /// <summary>
    /// For work that is tied to a meeting: from the meeting's day to the duty's; null when it has no distance.
    /// </summary>
    public static Func<LocalDate, LocalDate>? DistanceToMeeting(Duty duty) =>
        duty.Demands.Concat(duty.Due).SelectMany(rule => rule.Windows).OfType<PhraseWindow.Relative>()
            .Where(window => window is { To: not null, Unit: not null }
                && window.Anchor.Contains("meeting", StringComparison.Ordinal))
            .Select(window => (Func<LocalDate, LocalDate>)(day => Move(day, window)))
            .FirstOrDefault();

    private IEnumerable<ReportDay> Of(PhraseRule demand, IReadOnlyList<PhraseRule> due)
    {
        var named = demand.Windows.SelectMany(Named).ToList();
        var decided = due.SelectMany(rule => rule.Windows).ToList();
        return demand.Per == Period.Meeting ? [] : named.Count > 0 ? named : Periods(demand, decided);
    }

    private IEnumerable<ReportDay> Named(PhraseWindow window) => window switch
    {
        PhraseWindow.Deadline day => [new ReportDay(null, Day(day))],
        PhraseWindow.InMonth month when month.Year is null || month.Year == spans.Year =>
            [new ReportDay(null, spans.Of(month.Month, month.Part).End)],
        PhraseWindow.OnDate day when day.Date.Year == spans.Year => [new ReportDay(null, day.Date)],
        PhraseWindow.PeriodEnd ends =>
            ends.Days.Select(day => new ReportDay($"per den {SwedishDates.Day(day.InYear(spans.Year))}", null)),
        PhraseWindow.AfterMonthEnd ends =>
            ends.Months.Select(month => new ReportDay($"efter {SwedishDates.Month(month)}", null)),
        _ => [],
    };

    private IEnumerable<ReportDay> Periods(PhraseRule demand, List<PhraseWindow> due)
    {
        var periods = spans.Of(demand.Per, demand.N);
        return periods.Select((period, index) => new ReportDay(Name(demand.Per, index), Due(period, due)));
    }

    private string Name(Period? period, int index) => period switch
    {
        Period.Quarter => $"kvartal {index + 1} {spans.Year}",
        Period.Tertial => $"tertial {index + 1} {spans.Year}",
        Period.HalfYear => $"{(index == 0 ? "första" : "andra")} halvåret {spans.Year}",
        Period.Term => $"{(index == 0 ? "vårterminen" : "höstterminen")} {spans.Year}",
        Period.Month => $"{SwedishDates.Month(index + 1)} {spans.Year}",
        _ => $"{spans.Year}",
    };

    private LocalDate? Due(DateInterval period, List<PhraseWindow> due) => due.FirstOrDefault() switch
    {
        PhraseWindow.Deadline day => Day(day),
        PhraseWindow.Relative { To: not null, Unit: not null } distance => Move(period.End, distance),
        _ => null,
    };

    private LocalDate Day(PhraseWindow.Deadline day)
    {
        var first = new LocalDate(spans.Year, day.Month, 1);
        var last = first.PlusMonths(1).PlusDays(-1);
        return day.EndOfMonth || day.Day > last.Day ? last : first.PlusDays(day.Day - 1);
    }

    private static LocalDate Move(LocalDate day, PhraseWindow.Relative window) => window.Unit switch
    {
        DistanceUnit.Workdays => WorkingDays.Add(day, window.To!.Value),
        DistanceUnit.Weeks => day.PlusWeeks(window.To!.Value),
        DistanceUnit.Months => day.PlusMonths(window.To!.Value),
        DistanceUnit.Days => day.PlusDays(window.To!.Value),
        { } weekday => Weekday(day, window.To!.Value, weekday),
        null => day,
    };

    private static LocalDate Weekday(LocalDate day, int n, DistanceUnit weekday)
    {
        var wanted = IsoDayOfWeek.Monday + (weekday - DistanceUnit.Monday);
        return n < 0 ? day.Previous(wanted).PlusWeeks(n + 1) : day.Next(wanted).PlusWeeks(n - 1);
    }
}
