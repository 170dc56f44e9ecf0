namespace AnnualCycle.ICalendar;

/// <summary>The times of an RDATE or EXDATE (RFC 5545, sections 3.8.5.1 and 3.8.5.2).</summary>
internal static class TimeList
{
    /// <summary>A time and, for a PERIOD, its length.</summary>
    internal sealed record Item(ReadTime Start, EventLength? Length);

    /// <summary>One for each that is written; null for what cannot be read.</summary>
    internal static List<Item?> Of(ReadProperty property)
    {
        var items = new List<Item?>();
        var content = property.Content;
        foreach (var part in content.Value.Split((byte)','))
            if (!content.Value[part].Trim(" \t"u8).IsEmpty)
                items.Add(Read(property, content.Value[part]));
        return items;
    }

    private static Item? Read(ReadProperty property, ReadOnlySpan<byte> text)
    {
        var slash = text.IndexOf((byte)'/');
        if (property.TimeOf(slash < 0 ? text : text[..slash]) is not { } start)
            return null;
        if (slash < 0)
            return new Item(start, null);
        var rest = text[(slash + 1)..];
        if (DurationParser.Parse(rest) is { IsNegative: false } length)
            return new Item(start, new EventLength(length.Days, length.Time));
        return property.TimeOf(rest) is { } end ? new Item(start, EventLength.Between(start, end)) : null;
    }
}
