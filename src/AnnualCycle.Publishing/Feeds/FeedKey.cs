using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// The key that secret addresses are made with, kept in a file of its own: whoever has the database alone cannot make
/// an address, and whoever has the key can show one again.
/// </summary>
public sealed class FeedKey
{
    private const int Bytes = 32;

    private readonly byte[] _key;

    private FeedKey(byte[] key) => _key = key;

    /// <summary>SHA-256 of the key, as hexadecimal digits: what the database knows of it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_key));

    /// <summary>
    /// A token of 160 bits (RFC 2104, base64url): the same for the same feed and generation, and not to be guessed.
    /// </summary>
    public string TokenOf(string feed, int generation) => Base64Url.EncodeToString(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{feed}\n{generation}")).AsSpan(0, 20));

    /// <summary>A key of 256 bits for one other purpose (RFC 5869): to know it tells nothing of this one.</summary>
    public byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Bytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>SHA-256 of a token's text, as hexadecimal digits.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>Reads the key, or makes one that only this user may read.</summary>
    /// <exception cref="InvalidDataException">The file is there and is no key.</exception>
    public static FeedKey Open(string file)
    {
        if (!File.Exists(file))
        {
            Create(file);
        }

        var key = new byte[Bytes];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length == Bytes
            ? new FeedKey(key) : throw new InvalidDataException(file);
    }

    // Written whole under another name first: a process that stops halfway leaves no half key, and of two that start
    // at once the second takes the first one's.
    private static void Create(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, Encoding.ASCII, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
