using System.Globalization;
using System.Text.RegularExpressions;

namespace AnnualCycle.ICalendar;

/// <summary>
/// Reads DURATION (RFC 5545, section 3.3.6); weeks and days may stand together, as many programs write them.
/// </summary>
internal static partial class DurationParser
{
    /// <summary>Nothing longer than some thousand years, so that no sum of it overflows.</summary>
    [GeneratedRegex(
        @"^(?<sign>[+-]?)P(?:(?<w>\d{1,6})W)?(?:(?<d>\d{1,6})D)?"
        + @"(?:T(?:(?<h>\d{1,7})H)?(?:(?<m>\d{1,9})M)?(?:(?<s>\d{1,9})S)?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    internal static CalendarDuration? Parse(string text)
    {
        var match = Form().Match(text.Trim().ToUpperInvariant());
        if (!match.Success || !match.Groups.Values.Skip(2).Any(part => part.Success))
            return null;
        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        var days = Number(match, "w") * 7 + Number(match, "d");
        var seconds = Number(match, "h") * 3600 + Number(match, "m") * 60 + Number(match, "s");
        return new CalendarDuration((int)(sign * days), TimeSpan.FromSeconds(sign * seconds));
    }

    private static long Number(Match match, string part) =>
        match.Groups[part].Success ? long.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture) : 0;
}
