using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>
/// The secret in the link by which one person answers for one meeting: 160 bits (RFC 2104), the same in every mail about
/// it, and not to be guessed. The database knows its print alone.
/// </summary>
public sealed class AnswerLinks(FeedKey key)
{
    private readonly byte[] _key = key.KeyFor("answers");

    public string TokenOf(string uid, string email) => Base64Url.EncodeToString(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{uid}\n{email}")).AsSpan(0, 20));

    /// <summary>Path of the page with the buttons.</summary>
    public string PathOf(string uid, string email) => $"/svar/{TokenOf(uid, email)}";
}
