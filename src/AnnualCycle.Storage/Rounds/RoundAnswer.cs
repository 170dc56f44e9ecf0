using AnnualCycle.Storage.Invitations;
using NodaTime;

namespace AnnualCycle.Storage.Rounds;

/// <summary>A proposed date that one person is asked about, and what they say of it.</summary>
public sealed class RoundAnswer
{
    /// <summary>Id of the round.</summary>
    public required long Round { get; init; }

    /// <summary>In lower case.</summary>
    public required string Email { get; init; }

    /// <summary>The meeting's UID.</summary>
    public required string Uid { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>As <c>HH:mm</c>, local.</summary>
    public required string Start { get; init; }

    public required string End { get; init; }

    /// <summary>Full ids of the meeting's groups in which the person has a seat, with a space between.</summary>
    public required string Groups { get; init; }

    /// <summary>Null until they have said something of this date.</summary>
    public Answer? Answer { get; set; }
}
