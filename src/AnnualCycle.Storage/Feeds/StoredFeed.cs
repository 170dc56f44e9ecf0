using NodaTime;

namespace AnnualCycle.Storage.Feeds;

/// <summary>A calendar that people subscribe to, in the bytes that they get.</summary>
public sealed class StoredFeed
{
    /// <summary><c>simba</c>, <c>simba/ledningsgrupp</c>, or <c>person:</c> and an address.</summary>
    public required string Id { get; init; }

    /// <summary>False for a person's feed and for a collaboration that is not public: found by token alone.</summary>
    public required bool IsPublic { get; set; }

    /// <summary>How many times its secret address has been changed.</summary>
    public required int Generation { get; set; }

    /// <summary>SHA-256 of the token of this generation, as hexadecimal digits; null for a public feed.</summary>
    public string? TokenHash { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>A strong validator (RFC 9110 section 8.8.3), with its quotes.</summary>
    public required string ETag { get; set; }

    public required Instant LastModified { get; set; }

    /// <summary>Grows over all feeds with each change of any of them.</summary>
    public required long Version { get; set; }

    /// <summary>The way of writing that made the content; another one makes it anew.</summary>
    public required int Format { get; set; }
}

/// <summary>A secret address that must never answer again: 410.</summary>
public sealed class RevokedToken
{
    /// <summary>SHA-256 of the token, as hexadecimal digits; or the path of a feed that is public no longer.</summary>
    public required string TokenHash { get; init; }

    public required string Feed { get; init; }

    public required Instant Revoked { get; init; }

    /// <summary>In the same row of numbers as the versions of feeds.</summary>
    public required long Version { get; init; }
}
