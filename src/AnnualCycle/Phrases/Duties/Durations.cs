using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>
/// Recognises lengths of time: "två år", "1,5 år", "ett och ett halvt år", "18 månader", "tvåårsperiod", "treårig",
/// "en mandatperiod".
/// </summary>
internal static class Durations
{
    private static readonly WordSet YearNouns = new("år års kalenderår verksamhetsår");
    private static readonly WordSet MonthNouns = new("""
        månad månader månaders månads kalendermånad kalendermånader kalendermånaders
        """);
    private static readonly WordSet WeekNouns = new("vecka veckor veckors");
    private static readonly WordSet DayNouns = new("dag dagar dagars");
    private static readonly WordSet TermNouns = new("termin terminer terminers");

    /// <summary>The length at this place as the period of a rule that comes back after it.</summary>
    public static Found<Cycle>? CycleAt(Sentence s, int i)
    {
        if (Amounts.HalvesAt(s, i) is { } halves && s.Is(halves.End, YearNouns))
        {
            return new Found<Cycle>(Cycle.OfHalfYears(halves.Value), i, halves.End + 1);
        }

        if (Compound(s[i].Text) is { } years && s.Is(i, TokenKind.Word))
        {
            return new Found<Cycle>(years, i, i + 1);
        }

        return At(s, i) is { } found && ToCycle(found.Value) is { } cycle ? new Found<Cycle>(cycle, i, found.End)
            : Numerals.At(s, i) is { } n && s.Is(i + 1, TermNouns)
                ? new Found<Cycle>(Cycle.Every(n, new Cycle(Period.Term)) ?? Cycle.Yearly, i, i + 2)
            : null;
    }

    /// <summary>The length at this place: "sex månader", "tio (10) år".</summary>
    public static Found<Duration>? At(Sentence s, int i)
    {
        if (Amounts.At(s, i) is not { Value.Target: { } n } amount)
        {
            return null;
        }

        var noun = s.Skip(amount.End, "hela", "kalender");
        DurationUnit? unit = s.Is(noun, YearNouns) ? DurationUnit.Years : s.Is(noun, MonthNouns) ? DurationUnit.Months
            : s.Is(noun, WeekNouns) ? DurationUnit.Weeks : s.Is(noun, DayNouns) ? DurationUnit.Days : null;
        return unit is { } known && n > 0 ? new Found<Duration>(new Duration(n, known), i, noun + 1) : null;
    }

    /// <summary>The first length between two tokens.</summary>
    public static Found<Cycle>? FirstCycle(Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (CycleAt(s, i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static Cycle? ToCycle(Duration length) => length.Unit switch
    {
        DurationUnit.Years => Cycle.Every(length.N, Cycle.Yearly),
        DurationUnit.Months => length.N == 6 ? new Cycle(Period.HalfYear)
            : Cycle.Every(length.N, new Cycle(Period.Month)),
        DurationUnit.Weeks => Cycle.Every(length.N, new Cycle(Period.Week)),
        _ => null,
    };

    // "tvåårsperioder", "treårig", "ettåriga", "halvårsperioder"
    private static Cycle? Compound(string word)
    {
        var cut = word.IndexOf("års", StringComparison.Ordinal);
        cut = cut > 0 ? cut : word.IndexOf("årig", StringComparison.Ordinal);
        if (cut <= 0 || !(word[cut..].StartsWith("årsp", StringComparison.Ordinal)
            || word[cut..].StartsWith("årig", StringComparison.Ordinal)))
        {
            return null;
        }

        return word[..cut] == "halv" ? new Cycle(Period.HalfYear)
            : Numerals.At(new Sentence(word[..cut]), 0) is { } years ? Cycle.Every(years, Cycle.Yearly) : null;
    }
}
