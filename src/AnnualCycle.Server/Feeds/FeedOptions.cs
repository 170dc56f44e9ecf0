namespace AnnualCycle.Server.Feeds;

/// <summary>What an administrator sets for how calendars are handed out.</summary>
public sealed class FeedOptions
{
    /// <summary>
    /// Megabytes of calendars that are kept in memory, 64 unless set; 0 reads each from the database. A calendar of a
    /// hundred meetings takes about 50 kilobytes.
    /// </summary>
    public int MemoryMegabytes { get; set; } = 64;
}
