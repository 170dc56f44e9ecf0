using NodaTime;

namespace AnnualCycle.Storage.Reminders;

/// <summary>A piece of news that a process leader has been told, so that it is told once.</summary>
public sealed class ToldNews
{
    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    /// <summary>Names the piece of news: the same thing that happens again is another.</summary>
    public required string Key { get; init; }

    /// <summary>In lower case.</summary>
    public required string Email { get; init; }

    public required Instant At { get; init; }
}
