using AnnualCycle.Yaml;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Calendars;

/// <summary>Reads how a calendar file names days: weeks, a week at Easter, days of any year or dates.</summary>
internal static class YearlySpanReader
{
    private const string Forms = "Skriv weeks: 7, easter: before, easter: after, eller from och to";

    private static readonly Dictionary<string, bool> Sides = new() { ["before"] = false, ["after"] = true };

    /// <summary>What may stand in such a map; with "year" the stretch is meant for that year alone.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["weeks", "easter", "from", "to", "year"];

    /// <summary>Null after a mistake.</summary>
    public static YearlySpan? Read(YamlMap map)
    {
        var year = ReadYear(map);
        var span = (map.Has("weeks"), map.Has("easter"), map.Has("from") || map.Has("to")) switch
        {
            (true, false, false) => ReadWeeks(map["weeks"]!, year),
            (false, true, false) => ReadEaster(map),
            (false, false, true) when year is { } only => ReadDates(map, only),
            (false, false, true) when !map.Has("year") => ReadDays(map),
            (false, false, true) => null,
            (false, false, false) => Refuse(map, "det står inte vilka dagar det gäller"),
            _ => Refuse(map, "dagarna anges på två sätt"),
        };
        return span is null ? null : span with { OnlyYear = year };
    }

    // LocalDate itself ends at year 9999; a slip of the pen must not reach it.
    private static int? ReadYear(YamlMap map)
    {
        var year = map.Has("year") && map.Require("year") ? map.Integer("year") : null;
        if (year is null or (>= 2000 and < 2200))
        {
            return year;
        }

        map.Mistake("year", $"{year} är inget år att planera för");
        return null;
    }

    private static YearlySpan? ReadWeeks(YamlValue weeks, int? year)
    {
        var items = weeks.IsList ? weeks.AsList() : [weeks];
        var ranges = items.Select(item => ReadRange(item, year)).ToList();
        return ranges.Contains(null) ? null : new YearlySpan.Weeks([.. ranges.Select(range => range!.Value)]);
    }

    // Both the hyphen and the dash that Swedish writes between numbers.
    private static (int First, int Last)? ReadRange(YamlValue item, int? year)
    {
        var highest = year is { } only ? IsoWeek.CountIn(only) : 53;
        var ends = item.AsText()?.Split('-', '–').Select(end => int.TryParse(end, out var week) ? week : 0).ToList();
        if (ends is { Count: 1 or 2 } && ends[0] >= 1 && ends[0] <= ends[^1] && ends[^1] <= highest)
        {
            return (ends[0], ends[^1]);
        }

        item.Mistake($"{item} är ingen vecka", $"Skriv 7, [7, 9] eller 27–31, veckor från 1 till {highest}");
        return null;
    }

    private static YearlySpan.EasterWeek? ReadEaster(YamlMap map) =>
        map.Require("easter") && map.OneOf("easter", Sides) is { } after ? new YearlySpan.EasterWeek(after) : null;

    private static YearlySpan.Days? ReadDays(YamlMap map)
    {
        if (!Both(map))
        {
            return null;
        }

        if (map["from"] is { IsText: true } first && LocalDatePattern.Iso.Parse(first.AsText()!).Success)
        {
            map.Mistake("from", $"datumet {first} gäller ett enda år", $"Skriv också year: {first.AsDate()?.Year}");
            return null;
        }

        var (from, to) = (map.AnnualDate("from"), map.AnnualDate("to"));
        return from is null || to is null ? null : new YearlySpan.Days(from.Value, to.Value);
    }

    private static YearlySpan.Dates? ReadDates(YamlMap map, int year)
    {
        if (!Both(map) || (map.Date("from"), map.Date("to")) is not ({ } from, { } to))
        {
            return null;
        }

        if (to < from)
        {
            map.Mistake("to", $"slutet {map.Text("to")} kommer före början {map.Text("from")}");
            return null;
        }

        if (from.Year != year)
        {
            map.Mistake("from", $"{map.Text("from")} ligger inte i år {year}", "Ett lov hör till det år det börjar");
            return null;
        }

        return new YearlySpan.Dates(new DateInterval(from, to));
    }

    // "&", not "&&": both are reported.
    private static bool Both(YamlMap map) => map.Require("from") & map.Require("to");

    private static YearlySpan? Refuse(YamlMap map, string text)
    {
        map.MistakeHere(text, Forms);
        return null;
    }
}
