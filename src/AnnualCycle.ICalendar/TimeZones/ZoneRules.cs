namespace AnnualCycle.ICalendar;

/// <summary>
/// Finds the two yearly rules in a machine's time zone by looking at its clock, not at how the rules are stored.
/// </summary>
/// <remarks>
/// A rule may look like "fourth Sunday" in one year and be "last Sunday" in the next, so each candidate is held against
/// all the years asked for.
/// </remarks>
internal static class ZoneRules
{
    private sealed record Change(DateTime Local, TimeSpan From, TimeSpan To);

    internal static VTimeZone Derive(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstYear, lastYear);
        var years = Enumerable.Range(firstYear, lastYear - firstYear + 1).Select(year => Changes(zone, year)).ToList();
        if (years.All(changes => changes.Count == 0))
            return VTimeZone.Fixed(zone.Id, zone.GetUtcOffset(Utc(firstYear)));
        if (years.Any(changes => changes.Count != 2))
            throw Unfit(zone);
        var toDaylight = years.ConvertAll(changes => changes.Single(change => change.To > change.From));
        var toStandard = years.ConvertAll(changes => changes.Single(change => change.To < change.From));
        if (toDaylight.Concat(toStandard).Select(change => (change.To - change.From).Duration()).Distinct().Count() > 1)
            throw Unfit(zone);
        return VTimeZone.Changing(
            zone.Id, toStandard[0].To, toDaylight[0].To, Rule(zone, toStandard), Rule(zone, toDaylight));
    }

    private static YearlyOnset Rule(TimeZoneInfo zone, List<Change> changes)
    {
        var first = changes[0].Local;
        var count = (first.Day - 1) / 7 + 1;
        return new[] { -1, Math.Min(count, 4) }
            .Select(ordinal => new YearlyOnset(first.Month, ordinal, first.DayOfWeek, TimeOnly.FromDateTime(first)))
            .FirstOrDefault(rule => changes.All(c => rule.In(c.Local.Year) == c.Local && c.To == changes[0].To))
            ?? throw Unfit(zone);
    }

    private static List<Change> Changes(TimeZoneInfo zone, int year)
    {
        var changes = new List<Change>();
        for (var (day, end) = (Utc(year), Utc(year + 1)); day < end; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before != after)
                changes.Add(new Change(MomentOfChange(zone, day) + before, before, after));
        }
        return changes;
    }

    /// <summary>Halves the day until the second of the change is found.</summary>
    private static DateTime MomentOfChange(TimeZoneInfo zone, DateTime day)
    {
        var (low, high, before) = (0, 86400, zone.GetUtcOffset(day));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(day.AddSeconds(middle)) == before)
                low = middle;
            else
                high = middle;
        }
        return day.AddSeconds(high);
    }

    private static DateTime Utc(int year) => new(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static ArgumentException Unfit(TimeZoneInfo zone) =>
        new($"The clock of {zone.Id} follows no pair of yearly weekday rules in these years; write its times in UTC.");
}
