using AnnualCycle.Yaml;

namespace AnnualCycle.Calendars;

/// <summary>Reads school-breaks.yaml: rules for each region, exceptions and published days of municipalities.</summary>
public static class SchoolCalendarReader
{
    /// <summary>Longest break that is believed, in days; the summer is ten weeks.</summary>
    private const int Longest = 90;

    /// <summary>Null after a mistake, however small.</summary>
    public static SchoolCalendar? Read(string file, string text, ICollection<Mistake> mistakes)
    {
        var found = new List<Mistake>();
        var calendar = YamlDocument.Read(file, text, found) is { } root ? Read(root) : null;
        found.ForEach(mistakes.Add);
        return found.Count == 0 ? calendar : null;
    }

    private static SchoolCalendar Read(YamlMap root)
    {
        root.AllowOnly("regions", "municipalities");
        var rules = new Dictionary<string, IReadOnlyList<BreakRule>>();
        foreach (var region in root.Require("regions") ? root.Maps("regions") : [])
        {
            ReadRegion(region, rules);
        }

        if (root.Map("municipalities") is { } own)
        {
            ReadOwn(own, rules);
        }

        return new SchoolCalendar(rules);
    }

    private static void ReadRegion(YamlMap region, Dictionary<string, IReadOnlyList<BreakRule>> rules)
    {
        region.AllowOnly("name", "municipalities", "breaks");
        var shared = ReadRules(region.Require("breaks") ? region.Maps("breaks") : []);
        foreach (var municipality in region.Require("municipalities") ? region.List("municipalities") : [])
        {
            if (municipality.AsText() is { } name && !rules.TryAdd(name, shared))
            {
                municipality.Mistake($"kommunen ”{name}” står redan i en region", "Ta bort den ena");
            }
        }
    }

    private static void ReadOwn(YamlMap own, Dictionary<string, IReadOnlyList<BreakRule>> rules)
    {
        foreach (var municipality in own.Keys)
        {
            var exceptions = ReadRules(own.Maps(municipality));
            if (rules.TryGetValue(municipality, out var region))
            {
                rules[municipality] = [.. exceptions, .. region];
            }
            else
            {
                var advice = Suggestion.Advice(municipality, rules.Keys, "Lägg till den i en region");
                own.Mistake(municipality, $"kommunen ”{municipality}” finns inte i någon region", advice);
            }
        }
    }

    private static IReadOnlyList<BreakRule> ReadRules(IReadOnlyList<YamlMap> maps)
    {
        var rules = new List<BreakRule>();
        foreach (var map in maps)
        {
            if (ReadRule(map) is { } rule && !Clashes(rule, rules, map))
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static BreakRule? ReadRule(YamlMap map)
    {
        map.AllowOnly([.. YearlySpanReader.Keys, "break", "certain"]);
        var name = map.Require("break") ? map.Word("break", SchoolBreak.Names) : null;
        var span = YearlySpanReader.Read(map);
        var certain = map.Boolean("certain") ?? span?.OnlyYear is not null;
        return name is null || span is null || IsTooLong(map, span) ? null : new BreakRule(name, span, certain);
    }

    // Catches a month written wrong, which the order of the days does not show when a break may pass New Year.
    private static bool IsTooLong(YamlMap map, YearlySpan span)
    {
        var days = span.Of(span.OnlyYear ?? 2027).Select(interval => interval.Length).DefaultIfEmpty().Max();
        if (days > Longest)
        {
            map.MistakeHere($"lovet blir {days} dagar långt", "Kontrollera början och slut");
        }

        return days > Longest;
    }

    private static bool Clashes(BreakRule rule, IEnumerable<BreakRule> earlier, YamlMap map)
    {
        var year = rule.Span.OnlyYear;
        var clash = earlier.Where(other => other.Span.OnlyYear == year)
            .FirstOrDefault(other => other.Name == rule.Name || Overlap(other, rule));
        if (clash is not null)
        {
            var when = year is null ? "" : $" {year}";
            map.MistakeHere(clash.Name == rule.Name
                ? $"{rule.Name}{when} står två gånger"
                : $"{rule.Name}{when} går in i {clash.Name}", "Ta bort det ena eller rätta dagarna");
        }

        return clash is not null;
    }

    // Rules for all years may meet in one of them, a late sportlov and an early påsklov; published days may not.
    private static bool Overlap(BreakRule one, BreakRule other) =>
        one.Span.OnlyYear is { } year
        && one.Span.Of(year).Any(days => other.Span.Of(year).Any(others => days.Intersection(others) is not null));
}
