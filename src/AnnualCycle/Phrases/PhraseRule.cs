namespace AnnualCycle.Phrases;

/// <summary>What a phrase demands.</summary>
public enum PhraseKind
{
    /// <summary>A body meets so many times in a period.</summary>
    Meetings,

    /// <summary>Something is to be handed in, reported or published.</summary>
    Report,

    /// <summary>A time in which something is to happen, or a distance to a meeting.</summary>
    Window,

    /// <summary>The chair changes hands.</summary>
    Rotation,

    /// <summary>An agreement's term, notice or renewal.</summary>
    Agreement,

    /// <summary>A document is to be revised or ceases to be valid.</summary>
    Revision,
}

/// <summary>The period that the numbers of a rule are counted in.</summary>
public enum Period
{
    Week, Weeks, Month, Months, Quarter, Tertial, HalfYear, Term, SchoolYear, Year, Years, Meeting, Once,
}

/// <summary>A time of the year in which groups do not meet, said without dates.</summary>
public enum Break
{
    Summer, Christmas, Easter,
}

/// <summary>One rule that a charter phrase states. Numbers that the phrase leaves open are null.</summary>
public sealed record PhraseRule
{
    public required PhraseKind Kind { get; init; }

    /// <summary>Fewest in each <see cref="Per"/>.</summary>
    public int? Min { get; init; }

    /// <summary>Most that are planned in each <see cref="Per"/>; null means no upper bound.</summary>
    public int? Max { get; init; }

    /// <summary>How many to plan: n for "n" and "minst n", the upper middle of a range.</summary>
    public int? Target { get; init; }

    public Period? Per { get; init; }

    /// <summary>
    /// Length of the period for <see cref="Period.Weeks"/>, <see cref="Period.Months"/> and <see
    /// cref="Period.Years"/>.
    /// </summary>
    public int? N { get; init; }

    /// <summary>"cirka", "ungefär".</summary>
    public bool Approximate { get; init; }

    /// <summary>More may be added "vid behov"; never an event by itself.</summary>
    public bool AsNeeded { get; init; }

    /// <summary>
    /// When in the period; empty when the phrase does not say. Several windows are several occurrences.
    /// </summary>
    public IReadOnlyList<PhraseWindow> Windows { get; init; } = [];

    /// <summary>Months (1 to 12) in which nothing happens: "utom juli".</summary>
    public IReadOnlyList<int> ExceptMonths { get; init; } = [];

    /// <summary>Holidays in which nothing happens: "med sommar- och juluppehåll".</summary>
    public IReadOnlyList<Break> ExceptBreaks { get; init; } = [];

    /// <summary>The windows are times without meetings: "sommaruppehåll vecka 28–31".</summary>
    public bool Blackout { get; init; }
}
