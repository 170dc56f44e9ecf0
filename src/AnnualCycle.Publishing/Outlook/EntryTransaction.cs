using System.Security.Cryptography;
using System.Text;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>
/// Names the making of an entry (transactionId): the same however often it is tried, another for each entry and mailbox.
/// </summary>
internal static class EntryTransaction
{
    /// <returns>A UUID of version 8 (RFC 9562): the first 128 bits of a SHA-256.</returns>
    public static string Of(OutlookMeeting meeting)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{meeting.Key}\n{meeting.Mailbox}"))[..16];
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return new Guid(hash, bigEndian: true).ToString();
    }
}
