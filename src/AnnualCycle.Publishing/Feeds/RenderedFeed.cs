using System.Security.Cryptography;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>A calendar as it is handed out to those who subscribe, with what they ask for changes by.</summary>
/// <param name="Content">The iCalendar file, byte for byte.</param>
/// <param name="ETag">
/// A strong validator in its quotation marks (RFC 9110, section 8.8.3): other bytes, other ETag.
/// </param>
/// <param name="LastModified">When the bytes last changed, in whole seconds as an HTTP date has them.</param>
public sealed record RenderedFeed(byte[] Content, string ETag, Instant LastModified)
{
    /// <summary>The feed with these bytes; the same bytes have the same ETag in every process and year.</summary>
    public static RenderedFeed Of(byte[] content, Instant changed) =>
        new(content, ETagOf(content), Instant.FromUnixTimeSeconds(changed.ToUnixTimeSeconds()));

    /// <summary>
    /// The ETag of these bytes: 128 bits of their SHA-256, far more than chance or malice can meet twice.
    /// </summary>
    public static string ETagOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return $"\"{Convert.ToHexStringLower(hash[..16])}\"";
    }
}
