using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// Secrets for one purpose, made of the key: the same parts give the same secret, and nobody without the key can guess one.
/// </summary>
/// <param name="purpose">Secrets of one purpose tell nothing of another's.</param>
public sealed class SecretTexts(FeedKey key, string purpose)
{
    private readonly byte[] _key = key.KeyFor(purpose);

    /// <summary>160 bits (RFC 2104), base64url.</summary>
    public string Of(params ReadOnlySpan<string> parts) => Of(20, parts);

    /// <param name="bytes">How long the secret is.</param>
    public string Of(int bytes, params ReadOnlySpan<string> parts) => Base64Url.EncodeToString(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, bytes));
}
