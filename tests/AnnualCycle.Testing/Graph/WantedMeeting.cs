using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>A meeting that is to stand in a calendar when everything is at rest.</summary>
/// <param name="Key">The meeting property's value up to its slash.</param>
/// <param name="Revision">The revision property's value.</param>
/// <param name="Attendees">Addresses, all of them.</param>
public sealed record WantedMeeting(string Key, string Revision, IReadOnlyList<string> Attendees)
{
    /// <summary>Null: whichever mailbox.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Null: whichever.</summary>
    public string? Subject { get; init; }

    public Instant? Start { get; init; }
    public Instant? End { get; init; }
}
