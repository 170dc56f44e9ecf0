namespace AnnualCycle.Plans;

/// <summary>Where a meeting is held: a place, a room there, and a link for those who are elsewhere.</summary>
public sealed record MeetingPlace(string? Place, string? Room, string? Video)
{
    /// <summary>"Stadshuset, Rådsalen"; null when neither is named.</summary>
    public string? Spot => string.Join(", ", new[] { Place, Room }.Where(part => !string.IsNullOrWhiteSpace(part)))
        is { Length: > 0 } spot ? spot : null;
}
