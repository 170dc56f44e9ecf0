using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>A number of days, weeks or months, and on which side of its anchor it lies.</summary>
/// <param name="From">The farther end, negative before the anchor.</param>
/// <param name="To">The nearer end; equal to <paramref name="From"/> when one number is said.</param>
internal sealed record Distance(int From, int To, DistanceUnit Unit, int Side);

/// <summary>
/// Recognises a distance: "fem arbetsdagar före", "två till tre veckor innan", "torsdagen före", "inom 14 dagar
/// efter".
/// </summary>
internal static class Distances
{
    private static readonly (WordSet Words, DistanceUnit Unit)[] Units =
    [
        (new("arbetsdag arbetsdagar arbetsdagars vardag vardagar vardagars helgfria"), DistanceUnit.Workdays),
        (new("dag dagar dagars kalenderdagar kalenderdag dygn dagen"), DistanceUnit.Days),
        (new("vecka veckor veckors veckan"), DistanceUnit.Weeks),
        (new("månad månader månaders månaden"), DistanceUnit.Months),
        (new("år års"), DistanceUnit.Years),
    ];

    private static readonly WordSet Before = new("före innan inför");
    private static readonly WordSet After = new("efter från");

    /// <param name="side">-1 or 1 when the phrase has said the side already ("efter mötet … inom tre veckor"), else
    /// 0.</param>
    public static Found<Distance>? At(Sentence s, int start, int side)
    {
        if (Definite(s, start) is { } definite)
        {
            return definite;
        }

        if (Amounts.At(s, start) is not { Value.Target: { } target } amount || UnitAt(s, amount.End) is not { } unit)
        {
            return null;
        }

        // "minst två veckor (14 dagar) före"
        var i = Separators.AfterBrackets(s, unit.End);
        var said = SideAt(s, i);
        side = said == 0 ? side : said;
        var (low, high) = (amount.Value.Low ?? target, amount.Value.High ?? amount.Value.Low ?? target);
        return side == 0 ? null
            : new Found<Distance>(Along(low, high, unit.Value, side), start, said == 0 ? i : i + SideWords(s, i));
    }

    public static Found<DistanceUnit>? UnitAt(Sentence s, int start)
    {
        var i = s.Skip(start, "hela", "helgfria");
        var index = Array.FindIndex(Units, entry => s.Is(i, entry.Words));
        return index >= 0 ? new Found<DistanceUnit>(Units[index].Unit, start, i + 1) : null;
    }

    // "torsdagen före", "veckan innan", "dagen efter"
    private static Found<Distance>? Definite(Sentence s, int i)
    {
        var side = SideAt(s, i + 1);
        DistanceUnit? unit = s.Is(i, "dagen") ? DistanceUnit.Days : s.Is(i, "veckan") ? DistanceUnit.Weeks
            : s.Is(i, "månaden") ? DistanceUnit.Months
            : CalendarWords.Weekday(s, i) is { } weekday ? DistanceUnit.Monday + ((int)weekday - 1) : null;
        return side != 0 && unit is { } known
            ? new Found<Distance>(new Distance(side, side, known, side), i, i + 1 + SideWords(s, i + 1)) : null;
    }

    private static Distance Along(int low, int high, DistanceUnit unit, int side) =>
        side < 0 ? new Distance(-high, -low, unit, side) : new Distance(low, high, unit, side);

    private static int SideAt(Sentence s, int i) =>
        s.Is(i, Before) || (s.Is(i, "i") && s.Is(i + 1, "förväg")) || s.Is(i, "varsel", "framförhållning") ? -1
        : s.Is(i, After) ? 1 : 0;

    private static int SideWords(Sentence s, int i) => s.Is(i, "i") ? 2 : 1;
}
