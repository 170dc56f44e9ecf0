using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises "andra tisdagen i mars", "2:a onsdagen varje månad", "första och tredje torsdagen i månaden".
/// </summary>
internal static class WeekdayTimes
{
    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        List<int> ordinals = [];
        var i = s.Skip(start, "den");
        for (var next = i; Ordinal(s, next) is var (nth, after) && nth != 0; next = Separators.AfterList(s, i))
        {
            ordinals.Add(nth);
            i = after;
        }

        if (ordinals.Count == 0 || CalendarWords.Weekday(s, i) is not { } weekday || Dates.At(s, i + 1) is not null)
        {
            return null;
        }

        var month = Month(s, i + 1);
        return NamedTimes.Of(new PhraseWindow.NthWeekday(weekday, ordinals, month?.Value), start, month?.End ?? i + 1);
    }

    private static (int Nth, int Next) Ordinal(Sentence s, int i)
    {
        var nextLast = s.Is(i, "näst") && s.Is(i + 1, "sista");
        return nextLast ? (-2, i + 2) : s.Is(i, "nästsista") ? (-2, i + 1) : (Numerals.OrdinalAt(s, i) ?? 0, i + 1);
    }

    private static Found<int>? Month(Sentence s, int i)
    {
        var at = s.Skip(i, "i", "under", "av");
        return CalendarWords.Month(s, at) is { } month ? new Found<int>(month, i, at + 1) : null;
    }
}
