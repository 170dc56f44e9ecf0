namespace AnnualCycle.ICalendar;

/// <summary>Reads DATE and DATE-TIME (RFC 5545, sections 3.3.4 and 3.3.5), digit by digit.</summary>
internal static class TimeParser
{
    /// <summary>False when it is no day of the calendar or no time of the clock.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTime value, out TimeForm form)
    {
        text = text.Trim(" \t"u8);
        var utc = !text.IsEmpty && text[^1] is (byte)'Z' or (byte)'z';
        var digits = utc ? text[..^1] : text;
        form = utc ? TimeForm.Utc : digits.Length == 8 ? TimeForm.Date : TimeForm.Floating;
        value = default;
        if (digits.Length is not (8 or 13 or 15) || utc && digits.Length == 8 || !TryDate(digits[..8], out value))
            return false;
        if (utc)
            value = DateTime.SpecifyKind(value, DateTimeKind.Utc);
        return digits.Length == 8 || digits[8] is (byte)'T' or (byte)'t' && TryAddTime(digits[9..], ref value);
    }

    /// <summary>So many digits as a number, or -1.</summary>
    internal static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = 10 * number + digit - '0';
        }
        return number;
    }

    private static bool TryDate(ReadOnlySpan<byte> digits, out DateTime date)
    {
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
        var valid = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateTime(year, month, day) : default;
        return valid;
    }

    /// <summary>
    /// Seconds may be missing; the 60th is a leap second (section 3.3.12); 24:00 is the next midnight.
    /// </summary>
    private static bool TryAddTime(ReadOnlySpan<byte> digits, ref DateTime value)
    {
        var (hour, minute) = (Number(digits[..2]), Number(digits[2..4]));
        var second = digits.Length == 6 ? Number(digits[4..]) : 0;
        var isMidnight = hour == 24 && minute == 0 && second == 0 && value.Date < DateTime.MaxValue.Date;
        if (!isMidnight && hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;
        value = value.AddSeconds(3600 * hour + 60 * minute + Math.Min(second, 59));
        return true;
    }
}
