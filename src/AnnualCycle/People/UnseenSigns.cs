using System.Globalization;

namespace AnnualCycle.People;

/// <summary>Signs that nobody sees and that make a name read, sort or break otherwise than it looks.</summary>
internal static class UnseenSigns
{
    /// <summary>
    /// The first such sign as <c>U+202E</c>: a control, a line's end, or one that turns the direction of writing
    /// (Unicode UAX 9). Null when there is none.
    /// </summary>
    public static string? In(string text)
    {
        var sign = text.FirstOrDefault(IsUnseen, '\uFFFF');
        return sign == '\uFFFF' ? null : string.Create(CultureInfo.InvariantCulture, $"U+{(int)sign:X4}");
    }

    private static bool IsUnseen(char sign) => char.IsControl(sign) || sign is '\u061C' or '\u200E' or '\u200F'
        or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
