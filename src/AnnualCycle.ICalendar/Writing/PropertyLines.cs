namespace AnnualCycle.ICalendar;

/// <summary>Whole content lines by value type; what is absent or empty writes nothing.</summary>
internal static class PropertyLines
{
    internal static void TextLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, CalendarText text)
    {
        if (text.IsBlank)
            return;
        writer.Begin(nameAndColon);
        writer.Text(text);
        writer.End();
    }

    internal static void UtcLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, UtcTime? time)
    {
        if (time is not { } moment)
            return;
        writer.Begin(nameAndColon);
        writer.DateTime(moment.Value);
        writer.Octets("Z"u8);
        writer.End();
    }

    internal static void DateLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, DateOnly date)
    {
        writer.Begin(nameAndColon);
        writer.Date(date);
        writer.End();
    }

    internal static void IntegerLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, int value)
    {
        writer.Begin(nameAndColon);
        writer.Integer(value);
        writer.End();
    }

    internal static void OffsetLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, TimeSpan offset)
    {
        writer.Begin(nameAndColon);
        writer.Offset(offset);
        writer.End();
    }

    /// <summary>A value that needs no escape: URI, DURATION, a color, a zone's name.</summary>
    internal static void PlainLine(this ContentLineWriter writer, ReadOnlySpan<byte> nameAndColon, string? value)
    {
        if (value is null)
            return;
        writer.Begin(nameAndColon);
        writer.Chars(value);
        writer.End();
    }
}
