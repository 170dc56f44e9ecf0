using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Server.Pages.People;

/// <summary>
/// What a person is called in the address of a page: it tells no outsider who it is, as addresses end in the logs of
/// proxies and browsers.
/// </summary>
public sealed class PersonKeys(FeedKey key)
{
    private const int Length = 16;

    public string Of(string email) => key.TokenOf($"page:{email}", 0)[..Length];
}
