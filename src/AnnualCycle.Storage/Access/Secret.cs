using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Storage.Access;

/// <summary>A secret of 256 bits that is handed out once; the database has its print alone.</summary>
public static class Secret
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of the secret's text, as hexadecimal digits.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
