namespace AnnualCycle.Publishing.Answers;

/// <summary>What somebody outside wrote, as it is kept: without control characters, and not longer than it may be.</summary>
public static class ShortText
{
    /// <param name="longest">In characters; what is cut ends with a sign for it.</param>
    public static string Of(string text, int longest)
    {
        var plain = string.Concat(text.ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))).Trim();
        // Half of a sign that takes two is none, and databases refuse it.
        return plain.Length <= longest ? plain
            : plain[..(char.IsHighSurrogate(plain[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    /// <summary>Null for nothing.</summary>
    public static string? OrNull(string? text, int longest) =>
        Of(text ?? "", longest) is { Length: > 0 } kept ? kept : null;
}
