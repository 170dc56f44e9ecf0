using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Storage;

/// <summary>Tells whether something is as it was, without keeping it.</summary>
public static class Print
{
    /// <summary>SHA-256 of the parts in order, as hexadecimal digits; a part's end counts.</summary>
    public static string Of(params IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}
