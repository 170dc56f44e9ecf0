using NodaTime;

namespace AnnualCycle.Phrases.Words;

/// <summary>A day of the year, with the year when it is said.</summary>
internal readonly record struct DayOfYear(int Month, int Day, int? Year)
{
    public LocalDate? Date =>
        Year is { } year && Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day)
            : null;

    public AnnualDate Annual => new(Month, Math.Min(Day, CalendarWords.LastDay(Month)));
}

/// <summary>
/// Recognises days: "2024-12-01", "1/12", "den 15 april", "15:e april", "sista april", "1 december 2024".
/// </summary>
internal static class Dates
{
    public static Found<DayOfYear>? At(Sentence s, int start)
    {
        var i = CalendarWords.Weekday(s, start) is not null ? s.Skip(start + 1, "den") : s.Skip(start, "den");
        if (s[i].Date is { } date)
        {
            return new Found<DayOfYear>(new DayOfYear(date.Month, date.Day, date.Year), start, i + 1);
        }

        if (s[i] is { Kind: TokenKind.DayMonth } token)
        {
            return Year(s, new DayOfYear(token.Month, token.Value, null), start, i + 1);
        }

        return Spelt(s, start, i);
    }

    /// <summary>
    /// A list of days: "25 februari eller 25 augusti", "31/3, 30/6 och 30/9", "30 april och 31 augusti".
    /// </summary>
    public static Found<List<DayOfYear>>? ListAt(Sentence s, int start)
    {
        List<DayOfYear> days = [];
        var end = start;
        for (var next = At(s, start); next is not null; next = Listed(s, end))
        {
            days.Add(next.Value);
            end = next.End;
        }

        return days.Count > 0 ? new Found<List<DayOfYear>>(days, start, end) : null;
    }

    // "30 april (prognos), 31 augusti (delårsrapport)": what stands in brackets names the day before it.
    private static Found<DayOfYear>? Listed(Sentence s, int end)
    {
        var after = Separators.AfterBrackets(s, end);
        var next = Separators.AfterList(s, after);
        return next > after ? At(s, next) : null;
    }

    private static Found<DayOfYear>? Spelt(Sentence s, int start, int i)
    {
        var last = s.Is(i, "sista", "siste", "ultimo");
        var at = last ? s.Skip(s.Skip(i + 1, "dagen"), "i") : i + 1;
        if (CalendarWords.Month(s, at) is not { } m)
        {
            return null;
        }

        var end = s.Skip(at + 1, "månad");
        var day = last ? CalendarWords.LastDay(m) : Day(s, i);
        return day is >= 1 and <= 31 and var d ? Year(s, new DayOfYear(m, d, null), start, end) : null;
    }

    private static int? Day(Sentence s, int i) =>
        s.Is(i, TokenKind.Number) || s.Is(i, TokenKind.Ordinal) ? s[i].Value
        : s.Is(i, TokenKind.Word) && Numerals.OrdinalAt(s, i) is > 0 and var nth && s.Is(i - 1, "den") ? nth : null;

    private static Found<DayOfYear> Year(Sentence s, DayOfYear day, int start, int end) =>
        s[end].IsYear ? new Found<DayOfYear>(day with { Year = s[end].Value }, start, end + 1)
            : new Found<DayOfYear>(day, start, end);
}
