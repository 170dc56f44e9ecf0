namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>
/// What entries carry of ours, unseen by people (single-value extended properties): by the one they are found again, by the
/// other it is known which change they have had.
/// </summary>
public static class GraphProperties
{
    /// <summary>Value: the meeting's UID, a slash and which of its entries it is.</summary>
    public const string Key = "String {5d0dcf8b-3f0e-4cf5-9d3c-5b1d6e0f7a21} Name AnnualCycleMeeting";

    /// <summary>Value: a number that grows with each change.</summary>
    public const string Revision = "String {5d0dcf8b-3f0e-4cf5-9d3c-5b1d6e0f7a21} Name AnnualCycleRevision";

    /// <summary>Asks for both along with an entry.</summary>
    public static string Expand { get; } =
        $"$expand=singleValueExtendedProperties($filter={Uri.EscapeDataString($"id eq '{Key}' or id eq '{Revision}'")})";

    /// <summary>Asks for entries with a key.</summary>
    public static string Filter(string key) => "$filter=" + Uri.EscapeDataString(
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{Key}' and ep/value eq '{key.Replace("'", "''", StringComparison.Ordinal)}')");
}
