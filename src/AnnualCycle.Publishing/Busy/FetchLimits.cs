namespace AnnualCycle.Publishing.Busy;

/// <summary>How much trouble a calendar from outside may give.</summary>
public sealed record FetchLimits
{
    /// <summary>The largest calendar, in bytes, unpacked.</summary>
    public int Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>For one calendar, all redirects included.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many times it may send elsewhere.</summary>
    public int Redirects { get; init; } = 3;

    /// <summary>
    /// Names of hosts that may be on the organisation's own network, as a mail server of its own is; all others have to
    /// be out on the internet.
    /// </summary>
    public IReadOnlyCollection<string> OwnHosts { get; init; } = [];
}
