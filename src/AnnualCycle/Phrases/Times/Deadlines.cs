using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises yearly deadlines: "senast den 15 april", "före februari månads utgång", "senast i mars året efter".
/// </summary>
internal static class Deadlines
{
    private static readonly WordSet Latest = new("senast före innan");
    private static readonly WordSet YearEnd = new("årsskiftet årsskifte");
    private static readonly WordSet EndOfYear = new("årets kalenderårets verksamhetsårets räkenskapsårets budgetårets");
    private static readonly WordSet Over = new("utgång slut utgången slutet");

    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        var i = s.Is(start, "allra") || s.Is(start, "dock") ? start + 1 : start;
        if (!s.Is(i, Latest))
        {
            return null;
        }

        i = s.Skip(i + 1, "till", "per", "under", "vid", "i", "på", "inom", "före", "innan");
        return Days(s, start, i) ?? MonthEnd(s, start, i) ?? YearsEnd(s, start, i);
    }

    /// <summary>
    /// "årsskiftet", "räkenskapsårets slut", "utgången av kalenderåret": where the year ends; null when not here.
    /// </summary>
    public static Found<bool>? YearEndAt(Sentence s, int start)
    {
        var i = s.Skip(start, "det", "den");
        if (s.Is(i, YearEnd))
        {
            return new Found<bool>(true, start, i + 1);
        }

        var front = s.Is(i, Over)
            && s.Is(s.Skip(i + 1, "av"), "året", "kalenderåret", "verksamhetsåret", "räkenskapsåret");
        var back = s.Is(i, EndOfYear) && s.Is(i + 1, Over);
        return front || back ? new Found<bool>(true, start, front ? s.Skip(i + 1, "av") + 1 : i + 2) : null;
    }

    private static Found<NamedTimes>? Days(Sentence s, int start, int i)
    {
        if (Dates.ListAt(s, i) is not { } days)
        {
            return null;
        }

        var (offset, end) = YearOffset(s, days.End);
        return new Found<NamedTimes>(new NamedTimes([.. days.Value.Select(day => Deadline(day, offset))]), start, end);
    }

    private static PhraseWindow Deadline(DayOfYear day, int offset) =>
        day.Date is { } date ? new PhraseWindow.OnDate(date)
            : new PhraseWindow.Deadline(day.Month, day.Annual.Day, offset);

    // "senast i mars", "före februari månads utgång", "innan utgången av juni", "senast mitten av oktober"
    private static Found<NamedTimes>? MonthEnd(Sentence s, int start, int i)
    {
        var front = s.Is(i, Over) && s.Is(i + 1, "av");
        if (MonthTimes.At(s, front ? i + 2 : i) is not { Value.Windows: [PhraseWindow.InMonth month, ..] } months)
        {
            return null;
        }

        var over = s.Skip(months.End, "månads");
        var end = s.Is(over, Over) ? over + 1 : months.End;
        var (offset, after) = YearOffset(s, end);
        var whole = month.Part is PartOfMonth.Whole or PartOfMonth.Late;
        var last = CalendarWords.LastDay(month.Month);
        var day = month.Part switch { PartOfMonth.Early => 10, PartOfMonth.Mid => 20, _ => last };
        return NamedTimes.Of(new PhraseWindow.Deadline(month.Month, day, offset, whole), start, after);
    }

    private static Found<NamedTimes>? YearsEnd(Sentence s, int start, int i) =>
        YearEndAt(s, i) is { } year ? NamedTimes.Of(new PhraseWindow.Deadline(12, 31), start, year.End) : null;

    /// <summary>"året efter", "påföljande år" is 1; "året före", "föregående år" is -1.</summary>
    private static (int Offset, int End) YearOffset(Sentence s, int end)
    {
        for (var i = end; i < end + 4 && !s.Is(i, TokenKind.Stop); i++)
        {
            var noun = s.Is(i, "året", "år");
            if ((noun && s.Is(i + 1, "efter", "därpå", "därefter"))
                || (s.Is(i, After) && s.Is(i + 1, "år", "året", "kalenderår")))
            {
                return (1, i + 2);
            }

            if ((noun && s.Is(i + 1, "före", "innan", "dessförinnan")) || (s.Is(i, "föregående") && s.Is(i + 1, "år")))
            {
                return (-1, i + 2);
            }
        }

        return (0, end);
    }

    private static readonly WordSet After = new("""
        påföljande nästkommande nästföljande efterföljande följande därpåföljande nästa
        """);
}
