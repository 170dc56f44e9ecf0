using NodaTime;

namespace AnnualCycle.Storage.Rounds;

/// <summary>Whether a round still takes answers.</summary>
public enum RoundState
{
    Open,

    /// <summary>What people cannot make keeps them taken from now on.</summary>
    Closed,

    /// <summary>The year was adopted while people answered: what they said moves nothing.</summary>
    Adopted,
}

/// <summary>Members of a collaboration are asked, once each, which of a year's proposed dates they can make.</summary>
public sealed class Round
{
    public long Id { get; init; }

    /// <summary>Id of the collaboration whose year it is.</summary>
    public required string Collaboration { get; init; }

    public required int Year { get; init; }

    /// <summary>What the collaboration was called when people were asked.</summary>
    public required string Name { get; init; }

    /// <summary>1 for the first; a later one asks about what is new to each.</summary>
    public required int Number { get; init; }

    public required RoundState State { get; set; }

    /// <summary>The last day on which people answer.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The day on which those who have not answered are reminded.</summary>
    public required LocalDate RemindOn { get; init; }

    public required Instant Started { get; init; }

    public Instant? Closed { get; set; }
}

/// <summary>A meeting that a round asks about, as it was proposed then.</summary>
public sealed class RoundMeeting
{
    /// <summary>Id of the round.</summary>
    public required long Round { get; init; }

    public required string Uid { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>As <c>HH:mm</c>, local.</summary>
    public required string Start { get; init; }

    public required string End { get; init; }

    public required string Title { get; init; }

    /// <summary>Full ids of the groups, with a space between.</summary>
    public required string Groups { get; init; }

    /// <summary>What the groups were called when people were asked: in the same order, a line each.</summary>
    public required string GroupNames { get; init; }

    /// <summary>Empty for none.</summary>
    public required string Place { get; init; }

    /// <summary>The group or groups and, where it has one of its own, the meeting's title.</summary>
    public string Name => GroupNames.Replace("\n", ", ") is var groups && groups == Title ? groups : $"{groups}: {Title}";
}

/// <summary>Somebody whom a round asks.</summary>
public sealed class RoundPerson
{
    /// <summary>Id of the round.</summary>
    public required long Round { get; init; }

    /// <summary>In lower case.</summary>
    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret in the link by which they answer, as hexadecimal digits.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When they last saved an answer; null until they have.</summary>
    public Instant? Answered { get; set; }

    /// <summary>What they added, of all dates together.</summary>
    public string? Comment { get; set; }

    /// <summary>When they were reminded; it is done once.</summary>
    public Instant? Reminded { get; set; }
}
