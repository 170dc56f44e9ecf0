using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>Which days are off for everybody: weekends, red days and free eves, across years.</summary>
internal sealed class FreeDays
{
    private readonly Dictionary<int, ILookup<LocalDate, NamedDay>> _named = [];

    public bool Is(LocalDate date) => date.DayOfWeek >= IsoDayOfWeek.Saturday || Named(date).Any();

    /// <summary>The days off in a row that a day off is one of.</summary>
    public FreeRun RunAround(LocalDate date)
    {
        var (first, last) = (date, date);
        while (Is(first.PlusDays(-1)))
        {
            first = first.PlusDays(-1);
        }

        while (Is(last.PlusDays(1)))
        {
            last = last.PlusDays(1);
        }

        var days = new DateInterval(first, last);
        return new FreeRun(days, [.. days.SelectMany(Named)]);
    }

    /// <summary>Every run with a day among these, in order and whole.</summary>
    public IEnumerable<FreeRun> Runs(DateInterval days)
    {
        for (var day = days.Start; day <= days.End; day = day.PlusDays(1))
        {
            if (Is(day))
            {
                var run = RunAround(day);
                yield return run;
                day = run.Days.End;
            }
        }
    }

    /// <summary>
    /// The run around a day off, and what a single working day (klämdag) keeps apart from it on either side.
    /// </summary>
    public DateInterval Stretch(LocalDate date)
    {
        var run = RunAround(date).Days;
        var (before, after) = (run.Start.PlusDays(-2), run.End.PlusDays(2));
        return new DateInterval(
            Is(before) ? RunAround(before).Days.Start : run.Start, Is(after) ? RunAround(after).Days.End : run.End);
    }

    private IEnumerable<NamedDay> Named(LocalDate date)
    {
        if (!_named.TryGetValue(date.Year, out var days))
        {
            days = RedDays.In(date.Year).Concat(FreeEves.In(date.Year)).ToLookup(day => day.Date);
            _named[date.Year] = days;
        }

        return days[date];
    }
}
