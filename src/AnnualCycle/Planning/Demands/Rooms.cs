namespace AnnualCycle.Planning.Demands;

/// <summary>
/// Rooms whose calendars are known: what a group's charter names as its place, held by one meeting at a time. A place
/// that nobody keeps a calendar of is as good as endless.
/// </summary>
internal static class Rooms
{
    /// <summary>The places of the groups, each once.</summary>
    public static IEnumerable<string> PlacesOf(YearInput input) => input.Collaborations
        .SelectMany(collaboration => collaboration.Groups).Select(group => group.Form.Place).OfType<string>()
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of them that have a calendar, in the order of the charters.</summary>
    public static IReadOnlyList<string> Of(YearInput input) => [.. PlacesOf(input).Where(place =>
        input.Rooms.Concat(input.Busy.Select(busy => busy.Who)).Contains(place, StringComparer.OrdinalIgnoreCase))];
}
