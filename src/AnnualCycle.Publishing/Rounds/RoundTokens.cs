using System.Globalization;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>
/// The secrets in the links by which people answer a round: made of the key, so that a reminder has the same one.
/// </summary>
internal sealed class RoundTokens(FeedKey key)
{
    private const int Bytes = 24;

    private readonly SecretTexts _secrets = new(key, "round");

    public string Of(string collaboration, int year, int number, string email) => _secrets.Of(Bytes, collaboration,
        year.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture), email);

    /// <summary>What deliveries to a person are told apart by: of the person it tells nothing.</summary>
    public static string PrintOf(string email) => Print.Of(email)[..24];
}
