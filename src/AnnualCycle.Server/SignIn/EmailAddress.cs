namespace AnnualCycle.Server.SignIn;

/// <summary>What somebody types as their address.</summary>
internal static class EmailAddress
{
    /// <summary>Octets that a path in mail can have (RFC 5321 section 4.5.3.1.3), without its brackets.</summary>
    public const int Longest = 254;

    /// <summary>Whether it can be one at all; whether mail reaches it only a mail can show.</summary>
    public static bool IsOne(string text) => text.Length is > 2 and <= Longest
        && text.LastIndexOf('@') is > 0 and var at && at < text.Length - 1
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
