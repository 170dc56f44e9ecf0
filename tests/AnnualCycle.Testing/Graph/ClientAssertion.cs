using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace AnnualCycle.Testing.Graph;

/// <summary>A client's own token, signed with its certificate instead of a secret (RFC 7523).</summary>
internal static class ClientAssertion
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <returns>Why it is refused, or null.</returns>
    public static string? Mistake(GraphCall call, Dictionary<string, string> form, GraphTokens tokens)
    {
        if (tokens.Certificate is not { } certificate || form.GetValueOrDefault("client_assertion_type") != Type
            || form["client_assertion"].Split('.') is not [var head, var body, var signature])
        {
            return "AADSTS50027: JWT token is invalid or malformed.";
        }

        var (header, claims) = (Part(head), Part(body));
        var now = call.At.ToUnixTimeSeconds();
        var isInTime = !tokens.ChecksAssertionTime || (Number(claims, "exp") > now && Number(claims, "nbf") <= now);
        return !IsSigned($"{head}.{body}", signature, header, certificate)
                ? "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered."
            : Text(claims, "iss") != tokens.ClientId || Text(claims, "sub") != tokens.ClientId
                ? "AADSTS700021: Client assertion application identifier does not match 'client_id' parameter."
            : Text(claims, "aud") != new Uri(tokens.Authority ?? new(call.Root), call.Path).ToString()
                ? "AADSTS50012: Assertion audience claim does not match the realm issuer."
            : Text(claims, "jti").Length == 0 || !isInTime
                ? "AADSTS700024: Client assertion is not within its valid time range."
            : null;
    }

    private static bool IsSigned(string text, string signature, JsonElement header, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        var padding = Text(header, "alg") == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key is not null && Text(header, "alg") is "PS256" or "RS256" && NamesCertificate(header, certificate)
            && key!.VerifyData(Encoding.ASCII.GetBytes(text), WebEncoders.Base64UrlDecode(signature),
                HashAlgorithmName.SHA256, padding);
    }

    private static bool NamesCertificate(JsonElement header, X509Certificate2 certificate) =>
        Text(header, "x5t") == WebEncoders.Base64UrlEncode(certificate.GetCertHash())
        || Text(header, "x5t#S256") == WebEncoders.Base64UrlEncode(certificate.GetCertHash(HashAlgorithmName.SHA256));

    private static JsonElement Part(string encoded) =>
        JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(encoded));

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static long Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
}
