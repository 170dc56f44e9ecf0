namespace AnnualCycle.Planning;

/// <summary>One meeting of a chain, before it has a date.</summary>
/// <remarks>
/// "Minst A, helst B, högst C" in a period are C occurrences with the period as window: the first A have
/// <see cref="SkipMedium"/> 1, those up to B a <see cref="SkipSoft"/>, those beyond a <see cref="Place"/>.
/// </remarks>
public sealed record Occurrence
{
    public required string Id { get; init; }

    /// <summary>First day it may be held.</summary>
    public required int From { get; init; }

    /// <summary>Last day it may be held.</summary>
    public required int To { get; init; }

    /// <summary>The day it is best held, or null when any day of the window is as good.</summary>
    public int? Ideal { get; init; }

    /// <summary>Days off the ideal that cost nothing.</summary>
    public int Tolerance { get; init; }

    /// <summary>Points per calendar day beyond the tolerance.</summary>
    public int Weight { get; init; }

    /// <summary>
    /// 1 when the charter demands it, so that leaving it out is a shortage; 0 when it may be left out.
    /// </summary>
    public int SkipMedium { get; init; } = 1;

    /// <summary>Points for leaving it out.</summary>
    public int SkipSoft { get; init; }

    /// <summary>Points for holding it, where the charter does not ask for so many.</summary>
    public int Place { get; init; }

    /// <summary>A slot that is fixed and obeys window, open days and starts; given dates are pinned chains.</summary>
    public Slot? Pin { get; init; }

    /// <summary>
    /// A person's own choice of slot, which may break window, open days, starts, gap and overlap. It is kept, shown as
    /// a choice, and never counted as a break or as unplaced; other meetings still keep clear of it.
    /// </summary>
    public Slot? PinFree { get; init; }

    /// <summary>The slot that the invited already have.</summary>
    public Slot? Published { get; init; }

    /// <summary>The slot that the planner may not change, of either kind.</summary>
    public Slot? Fixed => PinFree ?? Pin;
}
