using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// The secret in the link by which one person answers for one meeting: the same in every mail about it. The database knows
/// its print alone.
/// </summary>
public sealed class AnswerLinks(FeedKey key)
{
    private readonly SecretTexts _secrets = new(key, "answers");

    public string TokenOf(string uid, string email) => _secrets.Of(uid, email);

    /// <summary>Path of the page with the buttons.</summary>
    public string PathOf(string uid, string email) => $"/svar/{TokenOf(uid, email)}";
}
