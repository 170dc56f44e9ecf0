using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>What school breaks speak against a day for a group with members from several municipalities.</summary>
/// <remarks>
/// A break costs in proportion to how many of the group's municipalities have it, but half as soon as one has: one
/// parent who cannot come is felt, and still a week when everybody is free is worse.
/// </remarks>
internal sealed class BreakDrawbacks(IReadOnlyDictionary<string, int> costs, Audience audience)
{
    private readonly IReadOnlyList<string> _municipalities =
        [.. audience.Municipalities.Distinct().Order(StringComparer.Ordinal)];

    public IEnumerable<(LocalDate Date, Drawback Fact)> In(int year, SchoolCalendar schools) => _municipalities
        .SelectMany(municipality => schools.Breaks(year, municipality))
        .Where(days => costs.GetValueOrDefault(days.Name) > 0)
        .SelectMany(days => days.Days, (days, date) => (date, days))
        .GroupBy(entry => (entry.date, entry.days.Name), entry => entry.days)
        .Select(breaks => (breaks.Key.date, ToDrawback(breaks.Key.Name, [.. breaks])));

    private Drawback ToDrawback(string name, IReadOnlyList<SchoolBreak> breaks)
    {
        var certain = breaks.All(days => days.Certain);
        var text = $"{name} i {Where(breaks)}{(certain ? "" : " (ej fastställt)")}";
        return new Drawback("schoolBreak", Share(costs[name], breaks.Count), text, certain);
    }

    private int Share(int cost, int having) =>
        Math.Max((cost + 1) / 2, ((cost * having) + _municipalities.Count - 1) / _municipalities.Count);

    private string Where(IReadOnlyList<SchoolBreak> breaks) => breaks.Count switch
    {
        <= 2 => Listing.And([.. breaks.Select(days => days.Municipality)]),
        var all when all == _municipalities.Count => $"alla {all} kommuner",
        var some => $"{some} av {_municipalities.Count} kommuner",
    };
}
