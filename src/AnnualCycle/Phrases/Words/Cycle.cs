namespace AnnualCycle.Phrases.Words;

/// <summary>The period that a number is counted in, with its length when that is not one.</summary>
internal readonly record struct Cycle(Period Per, int? N = null)
{
    public static readonly Cycle Yearly = new(Period.Year);

    /// <summary>A term of office in municipalities and regions: councils are elected every fourth year.</summary>
    public static readonly Cycle TermOfOffice = new(Period.Years, 4);

    /// <summary>So many of a period as one: every second month, every third year, every second term.</summary>
    public static Cycle? Every(int n, Cycle one) => one.Per switch
    {
        _ when n is < 1 or > 120 => null,
        _ when n == 1 => one,
        Period.Week => new Cycle(Period.Weeks, n),
        Period.Month => n == 12 ? Yearly : new Cycle(Period.Months, n),
        Period.Quarter => n == 2 ? new Cycle(Period.HalfYear) : new Cycle(Period.Months, 3 * n),
        Period.Tertial => new Cycle(Period.Months, 4 * n),
        Period.HalfYear or Period.Term => n == 2 ? Yearly : new Cycle(Period.Months, 6 * n),
        Period.Year or Period.SchoolYear => new Cycle(Period.Years, n),
        Period.Years => new Cycle(Period.Years, n * one.N),
        _ => null,
    };

    /// <summary>A length in half years, as in "1,5 år".</summary>
    public static Cycle OfHalfYears(int halves) =>
        halves == 1 ? new Cycle(Period.HalfYear)
        : halves % 2 == 1 ? new Cycle(Period.Months, halves * 6)
        : Every(halves / 2, Yearly) ?? Yearly;
}
