using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace AnnualCycle.Phrases;

/// <summary>Writes phrase rules as the JSON that <c>annualcycle phrase</c> promises to scripts.</summary>
public static class PhraseJson
{
    /// <summary>One line: <c>{"rules":[…]}</c>.</summary>
    public static string Line(IReadOnlyList<PhraseRule> rules) =>
        new JsonObject { ["rules"] = new JsonArray([.. rules.Select(Rule)]) }.ToJsonString();

    private static JsonNode Rule(PhraseRule rule)
    {
        var json = new JsonObject
        {
            ["kind"] = Name(rule.Kind),
            ["min"] = rule.Min,
            ["max"] = rule.Max,
            ["target"] = rule.Target,
            ["per"] = rule.Per is { } per ? Name(per) : null,
            ["n"] = rule.N,
            ["approximate"] = rule.Approximate,
            ["asNeeded"] = rule.AsNeeded,
            ["window"] = Windows(rule.Windows),
        };
        if (rule.ExceptMonths.Count + rule.ExceptBreaks.Count > 0)
        {
            json["exceptions"] = Exceptions(rule);
        }

        if (rule.Blackout)
        {
            json["blackout"] = true;
        }

        return json;
    }

    private static JsonObject Exceptions(PhraseRule rule)
    {
        var json = new JsonObject();
        if (rule.ExceptMonths.Count > 0)
        {
            json["months"] = Numbers(rule.ExceptMonths);
        }

        if (rule.ExceptBreaks.Count > 0)
        {
            json["breaks"] = new JsonArray([.. rule.ExceptBreaks.Select(left => (JsonNode)Name(left))]);
        }

        return json;
    }

    private static string Name(Period per) => per switch
    {
        Period.Weeks => "N-weeks",
        Period.Months => "N-months",
        Period.Years => "N-years",
        Period.HalfYear => "half-year",
        Period.SchoolYear => "school-year",
        _ => per.ToString().ToLowerInvariant(),
    };

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    private static JsonNode? Windows(IReadOnlyList<PhraseWindow> windows) => windows.Count switch
    {
        0 => null,
        1 => Window(windows[0]),
        _ => new JsonArray([.. windows.Select(Window)]),
    };

    private static JsonNode Window(PhraseWindow window) => window switch
    {
        PhraseWindow.InMonth w => Compact(("year", w.Year), ("month", w.Month), ("part", Name(w.Part))),
        PhraseWindow.InMonths w => new JsonObject { ["months"] = Numbers(w.Months) },
        PhraseWindow.InSeason w => Compact(("season", Season(w.Season)), ("count", w.Count)),
        PhraseWindow.WeekSpan w => new JsonObject { ["weeks"] = Numbers([w.First, w.Last]) },
        PhraseWindow.WeekList w => new JsonObject { ["weeks_list"] = Numbers(w.Weeks) },
        PhraseWindow.NthWeekday w =>
            Compact(("weekday", Name(w.Weekday)[..3]), ("nth", Numbers(w.Ordinals)), ("month", w.Month)),
        PhraseWindow.OnDate w => new JsonObject { ["date"] = Iso(w.Date) },
        PhraseWindow.FromTo w => new JsonObject { ["from"] = Iso(w.From), ["to"] = Iso(w.To) },
        PhraseWindow.Deadline w => Compact(
            ("deadline", Day(w.Month, w.Day)), ("year_offset", w.YearOffset == 0 ? null : w.YearOffset),
                ("end_of_month", w.EndOfMonth ? true : null)),
        PhraseWindow.PeriodEnd w =>
            new JsonObject { ["period_end"] = new JsonArray([.. w.Days.Select(day => Day(day.Month, day.Day))]) },
        PhraseWindow.AfterMonthEnd w => new JsonObject { ["after_month_end"] = Numbers(w.Months) },
        PhraseWindow.Relative w => new JsonObject { ["relative"] = Distance(w) },
        PhraseWindow.AgreementTerm w => Compact(
            ("from", Iso(w.From)), ("to", Iso(w.To)), ("term", Length(w.Term)), ("notice", Length(w.Notice)),
                ("option", Length(w.Option))),
        PhraseWindow.PartOf w => new JsonObject { ["part_of"] = w.Whole, ["part"] = w.Part },
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "A kind of window without a JSON form."),
    };

    private static JsonObject Distance(PhraseWindow.Relative w)
    {
        var json = w.Bound == Bound.Between ? Compact(("from", w.From), ("to", w.To))
            : new JsonObject { ["n"] = w.From };
        json["unit"] = w.Unit is { } unit ? Name(unit) : null;
        json["anchor"] = w.Anchor;
        json["bound"] = w.Bound == Bound.SameWeek ? "same-week" : Name(w.Bound);
        return json;
    }

    private static string Season(Season season) => season switch
    {
        Phrases.Season.SpringTerm => "spring-term",
        Phrases.Season.AutumnTerm => "autumn-term",
        _ => Name(season),
    };

    private static JsonObject? Length(Duration? length) =>
        length is null ? null : new JsonObject { ["n"] = length.N, ["unit"] = Name(length.Unit) };

    private static JsonObject Day(int month, int day) => new() { ["month"] = month, ["day"] = day };

    private static string? Iso(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);

    private static JsonObject Compact(params ReadOnlySpan<(string Key, JsonNode? Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (key, value) in fields)
        {
            if (value is not null)
            {
                json[key] = value;
            }
        }

        return json;
    }
}
