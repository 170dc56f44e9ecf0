using NodaTime;

namespace AnnualCycle.Publishing.LeaderNews;

/// <summary>What a piece of news for a process leader is about, in the order in which they are told.</summary>
public enum LeaderNewsKind
{
    /// <summary>Too few can come to a meeting.</summary>
    TooFew,

    /// <summary>A meeting that the charter demands got no day.</summary>
    Unplaced,

    /// <summary>A mail does not go as it is.</summary>
    Stopped,

    /// <summary>An entry in Outlook was changed there or does not go, or the mailbox does not answer as it should.</summary>
    Outlook,

    /// <summary>A year's plan was changed and waits to be published.</summary>
    Draft,

    /// <summary>The charter leaves something open.</summary>
    Question,
}

/// <summary>A piece of news that somebody has to see to.</summary>
/// <param name="Key">Names it: the same thing that happens again is another.</param>
/// <param name="Title">What it is about, as it is called.</param>
/// <param name="Text">What is to be said of it; empty where the kind says it all.</param>
/// <param name="Path">Where it is seen to.</param>
public sealed record LeaderNewsItem(string Key, LeaderNewsKind Kind, string Title, string Text, string Path)
{
    /// <summary>The year that it concerns; null for none.</summary>
    public int? Year { get; init; }

    /// <summary>The day of the meeting that it is about.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>How many can come, of how many who are needed.</summary>
    public (int Possible, int Needed)? Few { get; init; }

    /// <summary>Address of the one who knows it already, having done it or being its cause.</summary>
    public string? KnownTo { get; init; }
}
