using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// Where a calendar is subscribed to: at a public path, or behind a token of which only the hash is known.
/// </summary>
public sealed record FeedAddress
{
    /// <summary>The characters of a token: 20 bytes in base64url.</summary>
    public const int TokenLength = 27;

    private const string Root = "/feeds/";
    private const string Private = "/feeds/p/";
    private const string Extension = ".ics";

    // What Slug gives, and what needs no escaping in a header.
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._*/");

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private FeedAddress(string key) => Key = key;

    /// <summary>The public path, or the token's hash in hexadecimal: all that the index knows.</summary>
    public string Key { get; }

    /// <summary>Whether a token leads here, so that the address is for one person and not to be found.</summary>
    public bool IsPrivate => Key[0] != '/';

    /// <summary>
    /// What a saved file is called; a private address could be anyone's, so its file is called the same.
    /// </summary>
    public string FileName => IsPrivate ? "arshjul.ics" : Key[Root.Length..].Replace('/', '-');

    /// <summary>A public feed such as <c>/feeds/simba/ledningsgrupp.ics</c>.</summary>
    public static FeedAddress Public(string path) =>
        path.StartsWith(Root, StringComparison.Ordinal) && path.EndsWith(Extension, StringComparison.Ordinal)
            && !path.AsSpan().ContainsAnyExcept(PathCharacters)
            ? new FeedAddress(path)
            : throw new ArgumentException("A public feed has a path as /feeds/simba.ics", nameof(path));

    /// <summary>The feed that this token leads to. The token is hashed here and not kept.</summary>
    public static FeedAddress OfToken(string token) => OfTokenHash(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>The feed whose token's text has this SHA-256.</summary>
    public static FeedAddress OfTokenHash(ReadOnlySpan<byte> sha256) => sha256.Length == SHA256.HashSizeInBytes
        ? new FeedAddress(Convert.ToHexStringLower(sha256))
        : throw new ArgumentException("A SHA-256 has 32 bytes", nameof(sha256));

    /// <summary>
    /// Whether a path is answered by feeds alone: also in another case, behind a proxy's prefix or a doubled slash, so
    /// that a token in a mistyped address does not travel on to something that logs it.
    /// </summary>
    internal static bool IsUnderFeeds(string? path) => path is not null
        && (path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) || IsUnderPrivate(path));

    /// <summary>Whether a path belongs to private feeds, right or mistyped; the server leaves %2F as it is.</summary>
    internal static bool IsUnderPrivate(string path) =>
        path.Contains(Private, StringComparison.OrdinalIgnoreCase)
        || path.Contains("feeds%2Fp", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Writes the key that a path is looked up by. False when no feed can have it. The name after a token is for the
    /// reader's eyes; any will do.
    /// </summary>
    /// <param name="key">Takes the hash of a token, 64 characters.</param>
    /// <param name="length">How much of <paramref name="key"/> is used; 0 when the path itself is the key.</param>
    internal static bool TryKey(ReadOnlySpan<char> path, Span<char> key, out int length)
    {
        length = 0;
        if (!path.EndsWith(Extension, StringComparison.Ordinal))
            return false;
        if (!path.StartsWith(Private, StringComparison.Ordinal))
            return true;
        var rest = path[Private.Length..^Extension.Length];
        // A collaboration may be called p: its groups' feeds have no token.
        if (rest.IndexOf('/') is var end && end < 0)
            return true;
        return end == TokenLength && rest[(end + 1)..] is { Length: > 0 } name && !name.Contains('/')
            && TryHash(rest[..end], key, out length);
    }

    private static bool TryHash(ReadOnlySpan<char> token, Span<char> key, out int length)
    {
        length = 0;
        if (token.ContainsAnyExcept(TokenCharacters))
            return false;
        Span<byte> text = stackalloc byte[TokenLength];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Encoding.ASCII.GetBytes(token, text);
        SHA256.HashData(text, hash);
        return Convert.TryToHexStringLower(hash, key, out length);
    }
}
