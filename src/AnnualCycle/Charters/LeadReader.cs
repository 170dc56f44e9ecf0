using System.Globalization;

namespace AnnualCycle.Charters;

/// <summary>Reads <c>lead: 14..21</c>: days from a preparatory meeting to the one it prepares.</summary>
internal static class LeadReader
{
    /// <summary>Two weeks, within one to three: what 63 preparatory meetings of published years keep.</summary>
    private static readonly LeadDays Usual = new(7, 14, 21);

    public static LeadDays Read(CharterMap map)
    {
        if (map.Text("lead") is not { } text)
        {
            return Usual;
        }

        var ends = text.Split("..").Select(Days).ToList();
        if (ends is [{ } min, { } max] && min <= max)
        {
            return new LeadDays(min, Math.Clamp(Usual.Ideal, min, max), max);
        }

        map.Mistake("lead", $"”{text}” är inget avstånd i dagar", "Skriv till exempel 14..21");
        return Usual;
    }

    private static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 200
            ? days
            : null;
}
