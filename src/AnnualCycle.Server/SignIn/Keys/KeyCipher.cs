using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AnnualCycle.Publishing.Feeds;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AnnualCycle.Server.SignIn.Keys;

/// <summary>
/// Encrypts those keys (AES-256-GCM) with one that is derived from the installation's key file: whoever has the database
/// alone, or a copy of it, can make no cookie.
/// </summary>
internal sealed class KeyCipher(FeedKey key) : IXmlEncryptor
{
    private const string Purpose = "annualcycle protection keys";
    private const int Nonce = 12, Tag = 16;

    private readonly byte[] _key = key.KeyFor(Purpose);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        var (nonce, tag, body) = PartsOf(sealedBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, Tag);
        cipher.Encrypt(nonce, plain, body, tag);
        return new(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(KeyDecryptor));
    }

    /// <exception cref="CryptographicException">It was encrypted with another installation's key, or changed.</exception>
    public XElement Decrypt(XElement encrypted)
    {
        var (nonce, tag, body) = PartsOf(Convert.FromBase64String(encrypted.Value));
        var plain = new byte[body.Length];
        using var cipher = new AesGcm(_key, Tag);
        cipher.Decrypt(nonce, body, tag, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static Parts PartsOf(byte[] bytes) =>
        new(bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce, Tag), bytes.AsSpan(Nonce + Tag));

    private readonly ref struct Parts(Span<byte> nonce, Span<byte> tag, Span<byte> body)
    {
        private readonly Span<byte> _nonce = nonce, _tag = tag, _body = body;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> body)
        {
            nonce = _nonce;
            tag = _tag;
            body = _body;
        }
    }
}

/// <summary>What the key ring asks for by name when it meets such a key.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        services.GetRequiredService<KeyCipher>().Decrypt(encryptedElement);
}
