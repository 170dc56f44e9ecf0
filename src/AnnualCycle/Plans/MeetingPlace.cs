namespace AnnualCycle.Plans;

/// <summary>Where a meeting is held: a place, a room there, and a link for those who are elsewhere.</summary>
public sealed record MeetingPlace(string? Place, string? Room, string? Video)
{
    /// <summary>What somebody typed, without the spaces around it; null when they typed nothing at all.</summary>
    public static MeetingPlace? Typed(string? place, string? room, string? video) =>
        new MeetingPlace(Trimmed(place), Trimmed(room), Trimmed(video)) is var typed
        && typed != new MeetingPlace(null, null, null) ? typed : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>"Stadshuset, Rådsalen"; null when neither is named.</summary>
    public string? Spot => string.Join(", ", new[] { Place, Room }.Where(part => !string.IsNullOrWhiteSpace(part)))
        is { Length: > 0 } spot ? spot : null;
}
