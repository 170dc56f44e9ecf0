using AnnualCycle.Csv;

namespace AnnualCycle.Planning.Demands;

/// <summary>Somebody's or a room's own calendar, of which only the busy times are wanted.</summary>
/// <param name="Who">A person's address, or a room as charters name the place of meetings.</param>
/// <param name="Source">
/// A file, relative to the list, an address that begins with https, http or webcal, or <c>outlook:</c> and the address whose
/// Outlook is asked.
/// </param>
/// <param name="Line">In the list, from 1.</param>
public sealed record BusyCalendar(string Who, string Source, int Line)
{
    public bool IsOutlook => Source.StartsWith("outlook:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to fetch it; null for a file.</summary>
    public Uri? Address => Uri.TryCreate(Source, UriKind.Absolute, out var address) ? address.Scheme switch
    {
        "https" or "http" => address,
        // The same address under another name, which makes programs subscribe.
        "webcal" => new UriBuilder(address) { Scheme = "https", Port = address.IsDefaultPort ? 443 : address.Port }.Uri,
        _ => null,
    } : null;
}

/// <summary>Reads the list of such calendars: <c>who,calendar</c>.</summary>
public static class BusyCalendars
{
    public static IReadOnlyList<BusyCalendar> Read(string file, string text, ICollection<Mistake> mistakes) =>
        [.. (CsvTable.Read(file, text, ["who", "calendar"], [], mistakes)?.Rows ?? []).Select(Read)
            .OfType<BusyCalendar>()];

    /// <summary>Whether a text is such a list, and not one of busy times.</summary>
    public static bool IsList(string text) =>
        text.TrimStart('\uFEFF').Split('\n')[0].Split(',', ';').Any(column => column.Trim() == "calendar");

    private static BusyCalendar? Read(CsvRow row) =>
        row.Required("who") is { } who && row.Required("calendar") is { } source
            ? new BusyCalendar(who.Contains('@') ? who.ToLowerInvariant() : who, source, row.Line) : null;
}
