namespace AnnualCycle.Publishing.Outlook.Graph;

/// <summary>One request about one mailbox.</summary>
/// <param name="Path">After <c>/users/{mailbox}</c>, escaped.</param>
public sealed record GraphRequest(HttpMethod Method, string Mailbox, string Path)
{
    /// <summary>Null for a request without a body.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string MediaType { get; init; } = "application/json";

    /// <summary>The entry's ETag, for a change of exactly what was read; null for none.</summary>
    public string? IfMatch { get; init; }

    /// <summary>True when an answer without contents says it all (202, 204).</summary>
    public bool IsAnsweredEmpty { get; init; }
}
