namespace AnnualCycle.ICalendar;

/// <summary>
/// Reads DURATION (RFC 5545, section 3.3.6); weeks and days may stand together, as many programs write them.
/// </summary>
internal static class DurationParser
{
    /// <summary>Nothing longer than some thousand years, so that no sum of it overflows.</summary>
    private const long MostDays = 1_000_000;

    private const string Units = "WDHMS";

    internal static CalendarDuration? Parse(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t"u8);
        var sign = text.StartsWith("-"u8) ? -1 : 1;
        text = text.TrimStart("+-"u8);
        if (text.Length < 3 || (text[0] | 0x20) != 'p')
            return null;
        Span<long> amounts = stackalloc long[Units.Length];
        return !TryRead(text[1..], amounts) ? null : Sum(amounts, sign);
    }

    private static CalendarDuration? Sum(ReadOnlySpan<long> amounts, int sign)
    {
        var days = 7 * amounts[0] + amounts[1];
        var seconds = 3600 * amounts[2] + 60 * amounts[3] + amounts[4];
        return days > MostDays || seconds > MostDays * 86400
            ? null : new CalendarDuration((int)(sign * days), TimeSpan.FromSeconds(sign * seconds));
    }

    /// <summary>Amounts in the order of the units, those of a time after a T.</summary>
    private static bool TryRead(ReadOnlySpan<byte> text, Span<long> amounts)
    {
        var (next, inTime, any) = (0, false, false);
        while (!text.IsEmpty)
        {
            if (!inTime && (text[0] | 0x20) == 't')
            {
                (next, inTime) = (2, true);
                text = text[1..];
                continue;
            }
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 9)
                return false;
            var unit = Units.IndexOf((char)(text[digits] & 0xDF), StringComparison.Ordinal);
            if (unit < next || unit >= 2 != inTime)
                return false;
            amounts[unit] = TimeParser.Number(text[..digits]);
            (next, any) = (unit + 1, true);
            text = text[(digits + 1)..];
        }
        return any;
    }
}
