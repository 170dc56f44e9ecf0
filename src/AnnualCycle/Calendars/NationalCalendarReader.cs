using AnnualCycle.Yaml;

namespace AnnualCycle.Calendars;

/// <summary>Reads sweden.yaml.</summary>
public static class NationalCalendarReader
{
    /// <summary>Null after a mistake, however small: half a calendar would plan meetings on closed days.</summary>
    public static NationalCalendar? Read(string file, string text, ICollection<Mistake> mistakes)
    {
        var found = new List<Mistake>();
        var calendar = YamlDocument.Read(file, text, found) is { } root ? Read(root) : null;
        found.ForEach(mistakes.Add);
        return found.Count == 0 ? calendar : null;
    }

    private static NationalCalendar? Read(YamlMap root)
    {
        root.AllowOnly("terms", "closed", "costs");
        var (spring, autumn) = ReadTerms(root);
        var closed = root.Maps("closed").Select(ReadClosed).OfType<ClosedPeriod>().ToList();
        var costs = root.Require("costs") && root.Map("costs") is { } map ? ReadCosts(map) : null;
        return (spring, autumn, costs) is ({ }, { }, { }) ? new NationalCalendar(spring, autumn, closed, costs) : null;
    }

    private static (YearlySpan? Spring, YearlySpan? Autumn) ReadTerms(YamlMap root)
    {
        if (!root.Require("terms") || root.Map("terms") is not { } terms)
        {
            return (null, null);
        }

        terms.AllowOnly("spring", "autumn");
        return (ReadTerm(terms, "spring"), ReadTerm(terms, "autumn"));
    }

    private static YearlySpan? ReadTerm(YamlMap terms, string name)
    {
        if (!terms.Require(name) || terms.Map(name) is not { } term)
        {
            return null;
        }

        term.AllowOnly("from", "to");
        return YearlySpanReader.Read(term);
    }

    private static ClosedPeriod? ReadClosed(YamlMap map)
    {
        map.AllowOnly([.. YearlySpanReader.Keys, "name", "preparatoryCost"]);
        var name = map.Require("name") ? map.Text("name") : null;
        var preparatory = map.Has("preparatoryCost") ? ReadCost(map, "preparatoryCost") : null;
        var span = YearlySpanReader.Read(map);
        return name is null || span is null ? null : new ClosedPeriod(name, span, preparatory);
    }

    private static DayCosts ReadCosts(YamlMap map)
    {
        map.AllowOnly("bridgeDay", "shortDay", "schoolBreaks", "summer");
        var breaks = map.Map("schoolBreaks");
        breaks?.AllowOnly(SchoolBreak.Names);
        return new DayCosts(
            ReadCost(map, "bridgeDay") ?? 0,
            ReadCost(map, "shortDay") ?? 0,
            (breaks?.Keys ?? []).ToDictionary(name => name, name => ReadCost(breaks!, name) ?? 0),
            [.. map.Maps("summer").Select(ReadWeeks).OfType<CostlyWeeks>()]);
    }

    private static CostlyWeeks? ReadWeeks(YamlMap map)
    {
        map.AllowOnly("weeks", "cost");
        return (YearlySpanReader.Read(map), ReadCost(map, "cost")) is ({ } span, { } cost)
            ? new CostlyWeeks(span, cost)
            : null;
    }

    // Costs add up over a year's meetings; a million is beyond every weight of the planner and far from overflow.
    private static int? ReadCost(YamlMap map, string key)
    {
        var cost = map.Require(key) ? map.Integer(key) : null;
        if (cost is null or (>= 0 and <= 1_000_000))
        {
            return cost;
        }

        map.Mistake(key, $"{cost} är ingen kostnad", "Skriv poäng från 0 till 1000000; 30 är ett lov, 80 en klämdag");
        return null;
    }
}
