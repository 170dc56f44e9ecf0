using AnnualCycle.Charters;
using AnnualCycle.Phrases;
using AnnualCycle.Planning.Demands;
using NodaTime;
using Period = AnnualCycle.Phrases.Period;

namespace AnnualCycle.Plans;

/// <summary>A report of the year: the period it covers in words, and its day when one is known.</summary>
internal sealed record ReportDay(string? Period, LocalDate? Day)
{
    /// <summary>What it covers; null for no period.</summary>
    public DateInterval? Covers { get; init; }

    /// <summary>The closing day, which is no day to hand anything in.</summary>
    public LocalDate? Closes { get; init; }
}

/// <summary>The days on which a group's reports are due.</summary>
internal sealed class ReportDays(YearSpans spans)
{
    public IReadOnlyList<ReportDay> Of(Duty report) => [.. report.Demands.SelectMany(demand => Of(demand, report))];

    /// <summary>
    /// For work that is tied to a meeting: from the meeting's day to the duty's; null when it has no distance.
    /// </summary>
    public static Func<LocalDate, LocalDate>? DistanceToMeeting(Duty duty) =>
        duty.Demands.Concat(duty.Due).SelectMany(rule => rule.Windows).OfType<PhraseWindow.Relative>()
            .Where(window => window is { To: not null, Unit: not null }
                && window.Anchor.Contains("meeting", StringComparison.Ordinal))
            .Select(window => (Func<LocalDate, LocalDate>)(day => Distances.From(day, window)))
            .FirstOrDefault();

    private IEnumerable<ReportDay> Of(PhraseRule demand, Duty report)
    {
        var decided = report.Due.SelectMany(rule => rule.Windows).ToList();
        var named = demand.Windows.SelectMany(window => Named(window, decided)).ToList();
        return demand.Per == Period.Meeting ? [] : named.Count > 0 ? named : Periods(demand, report, decided);
    }

    private IEnumerable<ReportDay> Named(PhraseWindow window, List<PhraseWindow> decided) => window switch
    {
        PhraseWindow.Deadline day => [new ReportDay(null, Day(day))],
        PhraseWindow.InMonth month when month.Year is null || month.Year == spans.Year =>
            [new ReportDay(null, spans.Of(month.Month, month.Part).End)],
        PhraseWindow.OnDate day when day.Date.Year == spans.Year => [new ReportDay(null, day.Date)],
        PhraseWindow.PeriodEnd ends => ends.Days.Select(day => Closing(day.InYear(spans.Year), decided) with
        {
            Period = $"per den {SwedishDates.Day(day.InYear(spans.Year))}",
        }),
        PhraseWindow.AfterMonthEnd ends => ends.Months.Select(month =>
            Closing(spans.Of(month, PartOfMonth.Whole).End, decided) with
            {
                Period = $"efter {SwedishDates.Month(month)}",
            }),
        _ => [],
    };

    // From the year's first day to the closing day; it is due when somebody has said how long after.
    private ReportDay Closing(LocalDate closes, List<PhraseWindow> decided)
    {
        var covers = new DateInterval(spans.Whole.Start, closes);
        return new ReportDay(null, Due(covers, decided)) { Covers = covers, Closes = closes };
    }

    private IEnumerable<ReportDay> Periods(PhraseRule demand, Duty report, List<PhraseWindow> decided)
    {
        // What the year's first meeting takes up is about the year that was.
        if (report.HandledAt?.Meeting == HandlingMeeting.First && demand.Per == Period.Year)
        {
            var before = new DateInterval(spans.Whole.Start.PlusYears(-1), spans.Whole.Start.PlusDays(-1));
            return [new ReportDay($"{spans.Year - 1}", Due(spans.Whole, decided)) { Covers = before, Closes = before.End }];
        }

        return spans.Of(demand.Per, demand.N).Select((period, index) => Covering(period, Name(demand.Per, index), decided));
    }

    // What is due before its period ends is about another one, and nobody has said which.
    private ReportDay Covering(DateInterval period, string name, List<PhraseWindow> decided) =>
        Due(period, decided) is { } due && due <= period.End ? new ReportDay(name, due)
            : new ReportDay(name, Due(period, decided)) { Covers = period, Closes = period.End };

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
        PhraseWindow.Relative { To: not null, Unit: not null } distance => Distances.From(period.End, distance),
        _ => null,
    };

    private LocalDate Day(PhraseWindow.Deadline day)
    {
        var first = new LocalDate(spans.Year + day.YearOffset, day.Month, 1);
        var last = first.PlusMonths(1).PlusDays(-1);
        return day.EndOfMonth || day.Day > last.Day ? last : first.PlusDays(day.Day - 1);
    }
}
