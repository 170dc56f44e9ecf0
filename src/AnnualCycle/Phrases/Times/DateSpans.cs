using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises spans of days ("2022-01-01–2025-12-31", "1–30 april 2019", "perioden 2022–2025") and single dates.
/// </summary>
internal static class DateSpans
{
    // "perioden 1 januari–31 augusti" is what a report covers, not when it is due.
    private static readonly WordSet Covered = new("perioden period tidsperiod tiden tid avser avseende omfattar för");

    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        var between = s.Is(start, "mellan");
        var i = s.Skip(start, "mellan", "från", "from");
        return Months(s, start) ?? DaysOfMonth(s, start, i) ?? Span(s, start, i, between)
            ?? (Dates.ListAt(s, i) is { } days ? Single(s, start, days) : null);
    }

    // A day names no rule, but "den 1 juni varje år" comes back and has to be kept.
    private static Found<NamedTimes> Single(Sentence s, int start, Found<List<DayOfYear>> days)
    {
        var yearly = Periods.At(s, days.End)?.Value is { Alone: Alone.Anything, Cycle.Per: Period.Year }
            || EndsAt(s, start) is { Alone: Alone.Anything, Cycle.Per: Period.Year };
        var annual = yearly && days.Value.TrueForAll(day => day.Year is null);
        return new Found<NamedTimes>(annual ? new NamedTimes([.. days.Value.Select(Deadline)]) : NamedTimes.None,
            start, days.End);
    }

    private static PhraseWindow Deadline(DayOfYear day) => new PhraseWindow.Deadline(day.Month, day.Annual.Day);

    private static PeriodWords? EndsAt(Sentence s, int end) =>
        new[] { end - 1, end - 2 }.Select(i => Periods.At(s, i)).FirstOrDefault(found => found?.End == end)?.Value;

    /// <summary>"2022–2025", "2022-01-01 till och med 2025-12-31": both ends with their year.</summary>
    public static Found<PhraseWindow.FromTo>? YearsAt(Sentence s, int start)
    {
        var first = Day(s, start, 1, 1);
        if (first is null)
        {
            return null;
        }

        var next = Separators.AfterRange(s, first.End, true);
        return next > first.End && Day(s, next, 12, 31) is { } last && last.Value > first.Value
            ? new Found<PhraseWindow.FromTo>(new PhraseWindow.FromTo(first.Value, last.Value), start, last.End) : null;
    }

    /// <summary>A day with its year; a year alone is its day <paramref name="month"/>/<paramref name="day"/>.</summary>
    public static Found<NodaTime.LocalDate>? Day(Sentence s, int start, int month, int day)
    {
        var i = s.Is(start, TokenKind.Colon) ? start + 1 : start;
        return Dates.At(s, i) is { Value.Date: { } date } found ? new Found<NodaTime.LocalDate>(date, i, found.End)
            : s[i].IsYear ? new Found<NodaTime.LocalDate>(new NodaTime.LocalDate(s[i].Value, month, day), i, i + 1)
                : null;
    }

    // "tidigast den 1 mars och senast före juni månads utgång": whole months from the first to the last.
    private static Found<NamedTimes>? Months(Sentence s, int start)
    {
        var first = s.Is(start, "tidigast") ? Dates.At(s, start + 1) : null;
        var next = first is null ? start : s.Skip(Separators.AfterList(s, first.End), "men", "dock");
        return first is { Value: { Day: 1, Year: null } from } && Deadlines.At(s, next) is { } last
            && last.Value.Windows is [PhraseWindow.Deadline { YearOffset: 0 } to] && to.Month > from.Month
            && to.Day == CalendarWords.LastDay(to.Month)
            ? NamedTimes.Of(new PhraseWindow.InMonths([.. Enumerable.Range(from.Month, to.Month - from.Month + 1)]),
                start, last.End) : null;
    }

    // "1–30 april 2019"
    private static Found<NamedTimes>? DaysOfMonth(Sentence s, int start, int i)
    {
        var next = Separators.AfterRange(s, i + 1);
        if (!s.Is(i, TokenKind.Number) || next == i + 1 || Dates.At(s, next) is not { } last
            || s[i].Value is < 1 or > 31)
        {
            return null;
        }

        return Window(new DayOfYear(last.Value.Month, s[i].Value, last.Value.Year), last.Value, start, last.End, s);
    }

    private static Found<NamedTimes>? Span(Sentence s, int start, int i, bool between)
    {
        if (Dates.At(s, i) is not { } first)
        {
            return null;
        }

        var next = Separators.AfterRange(s, first.End, between);
        return next > first.End && Dates.At(s, next) is { } last
            ? Window(first.Value with { Year = first.Value.Year ?? last.Value.Year }, last.Value, start, last.End, s)
                : null;
    }

    private static bool Spans(Sentence s, int start) =>
        s.Is(start - 1, Covered) || (s.Is(start - 1, TokenKind.Colon) && s.Is(start - 2, Covered));

    private static Found<NamedTimes> Window(DayOfYear from, DayOfYear to, int start, int end, Sentence s)
    {
        if (from.Date is { } first && to.Date is { } last)
        {
            return NamedTimes.Of(new PhraseWindow.FromTo(first, last), start, end);
        }

        // A span from New Year's Day is what a report covers; it closes on its last day.
        if (from is { Month: 1, Day: 1 } && !Spans(s, start))
        {
            return NamedTimes.Of(new PhraseWindow.PeriodEnd([to.Annual]), start, end);
        }

        var months = Enumerable.Range(0, ((to.Month - from.Month + 12) % 12) + 1).Select(n =>
            ((from.Month - 1 + n) % 12) + 1);
        return Spans(s, start) ? new Found<NamedTimes>(NamedTimes.None, start, end)
            : NamedTimes.Of(from.Month == to.Month ? new PhraseWindow.InMonth(from.Month, PartOfMonth.Whole)
                : new PhraseWindow.InMonths([.. months]), start, end);
    }
}
