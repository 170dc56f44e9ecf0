namespace AnnualCycle.ICalendar;

/// <summary>Finds the clock that a TZID in someone's file means, Windows' names for Europe's zones included.</summary>
/// <remarks>
/// .NET knows Windows' names only with ICU, which a server without cultures lacks; CLDR's windowsZones is the source.
/// </remarks>
internal static class WindowsZones
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["W. Europe Standard Time"] = "Europe/Berlin",
        ["Romance Standard Time"] = "Europe/Paris",
        ["Central Europe Standard Time"] = "Europe/Budapest",
        ["Central European Standard Time"] = "Europe/Warsaw",
        ["FLE Standard Time"] = "Europe/Kiev",
        ["GTB Standard Time"] = "Europe/Bucharest",
        ["GMT Standard Time"] = "Europe/London",
        ["Greenwich Standard Time"] = "Atlantic/Reykjavik",
        ["UTC"] = "Etc/UTC",
    };

    internal static TimeZoneInfo? Find(string tzId)
    {
        var name = tzId.Trim().Trim('"');
        if (name.Contains("Stockholm", StringComparison.OrdinalIgnoreCase)) // "(UTC+01:00) Amsterdam, …, Stockholm"
            name = VTimeZone.EuropeStockholm.TzId;
        if (name.StartsWith('/')) // a vendor's own name around the usual one: /vendor.example/20050126_1/Europe/Oslo
            name = string.Join('/', name.Split('/').TakeLast(2));
        name = Names.GetValueOrDefault(name, name);
        return VTimeZone.IsTzId(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }
}
