using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>
/// The secrets in the links by which people answer a round: made of the key, so that a reminder has the same one, and not
/// to be guessed by whoever has the database.
/// </summary>
internal sealed class RoundTokens(FeedKey key)
{
    private const int Bytes = 24;

    private readonly byte[] _key = key.KeyFor("round");

    /// <summary>192 bits (RFC 2104), base64url.</summary>
    public string Of(string collaboration, int year, int number, string email) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{collaboration}\n{year}\n{number}\n{email}"))).AsSpan(0, Bytes));

    /// <summary>What deliveries to a person are told apart by: of the person it tells nothing.</summary>
    public static string PrintOf(string email) => Print.Of(email)[..24];
}
