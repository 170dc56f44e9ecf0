namespace AnnualCycle.ICalendar;

/// <summary>How much of somebody else's calendar is taken in; what lies beyond is cut and said to be.</summary>
public sealed record ReadLimits
{
    /// <summary>What is asked for when nothing is said: more than any person's calendar has.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Octets of a file.</summary>
    public int Octets { get; init; } = 256 << 20;

    /// <summary>Content lines of a file.</summary>
    public int Lines { get; init; } = 8_000_000;

    /// <summary>Octets of one content line, folds undone: pictures stand in lines of their own.</summary>
    public int LineOctets { get; init; } = 32 << 20;

    /// <summary>Components of a file.</summary>
    public int Components { get; init; } = 1_000_000;

    /// <summary>Times that rules may try in one walk through the occurrences, taken or not.</summary>
    public int Steps { get; init; } = 20_000_000;

    /// <summary>Occurrences of one walk.</summary>
    public int Occurrences { get; init; } = 1_000_000;
}
