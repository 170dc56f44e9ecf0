using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Plans;

/// <summary>
/// Identifiers of meetings and deadlines: made from what the thing is, so that planning again gives the same.
/// </summary>
public static class Uid
{
    private static readonly byte[] Namespace =
        new Guid("6f1c5c3e-0d5b-4b0e-9a53-2f0f6d1f7a42").ToByteArray(bigEndian: true);

    /// <summary>
    /// UUID version 5 (RFC 9562 section 5.5) of collaboration, group ids, rule id, cycle and ordinal, at a host.
    /// </summary>
    /// <param name="groups">In the order of the charter.</param>
    /// <param name="ordinal">From 1 within the rule and cycle; never used twice.</param>
    public static string Of(IReadOnlyList<string> groups, string rule, int cycle, int ordinal, string host)
    {
        var collaboration = groups[0].Split('/')[0];
        var name = $"{collaboration}\n{string.Join(' ', groups)}\n{rule}\n{cycle}\n{ordinal}";
        return $"{Version5(name):D}@{host}";
    }

    /// <summary>The UID of work that follows from something: made of that thing's own UID, which never changes.</summary>
    public static string Around(string uid, string work) =>
        $"{Version5($"{uid}\n{work}"):D}@{uid[(uid.IndexOf('@', StringComparison.Ordinal) + 1)..]}";

    private static Guid Version5(string name)
    {
        // SHA-1 is what version 5 is defined with; nothing here depends on its strength.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
