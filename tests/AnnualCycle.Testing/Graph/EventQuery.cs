using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AnnualCycle.Testing.Graph;

/// <summary>
/// The parts of a query that Graph knows for events: $filter by extended property, $expand, $select, $skip.
/// </summary>
internal static class EventQuery
{
    private const string Quoted = "'((?:[^']|'')*)'";

    /// <returns>Null when the request has no filter.</returns>
    /// <exception cref="GraphRefusal">400: not the filter that Outlook knows for extended properties.</exception>
    public static (string Id, string Value)? Filter(GraphCall call)
    {
        if (!call.Query.TryGetValue("$filter", out var filter))
        {
            return null;
        }

        var match = Regex.Match(filter, @"^\s*singleValueExtendedProperties/[Aa]ny\(\s*(\w+)\s*:\s*"
            + $@"\1/id eq {Quoted} and \1/value eq {Quoted}\s*\)\s*$");
        return match.Success
            ? (Unquoted(match.Groups[2].Value), Unquoted(match.Groups[3].Value))
            : throw GraphRefusal.Of(400, "ErrorInvalidUrlQueryFilter",
                $"The query filter contains one or more invalid nodes: {filter}", call);
    }

    /// <summary>Only what $select names, and what is always there.</summary>
    public static JsonObject Selected(GraphCall call, JsonObject json)
    {
        if (!call.Query.TryGetValue("$select", out var names))
        {
            return json;
        }

        var wanted = names.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        foreach (var name in json.Select(member => member.Key).ToList())
        {
            if (name != "id" && !name.StartsWith('@') && !wanted.Contains(name))
            {
                json.Remove(name);
            }
        }

        return json;
    }

    /// <summary>With the extended properties that $expand asks for by id; without it none are shown.</summary>
    public static JsonObject Expanded(GraphCall call, ExchangeEvent entry, JsonObject json)
    {
        if (!call.Query.TryGetValue("$expand", out var expand))
        {
            return json;
        }

        var shown = Asked(call, expand).Where(id => entry.Property(id) is not null)
            .Select(id => (JsonNode)new JsonObject { ["id"] = id, ["value"] = entry.Property(id) }).ToArray();
        if (shown.Length > 0)
        {
            json["singleValueExtendedProperties"] = new JsonArray(shown);
        }

        return json;
    }

    /// <summary>The address of the next page.</summary>
    public static string Next(GraphCall call, int skip)
    {
        var query = call.Query.Where(pair => pair.Key != "$skip")
            .Append(new("$skip", skip.ToString(CultureInfo.InvariantCulture)))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        return $"{call.Root.TrimEnd('/')}{call.RawPath}?{string.Join('&', query)}";
    }

    private static IEnumerable<string> Asked(GraphCall call, string expand)
    {
        var match = Regex.Match(expand,
            $@"^singleValueExtendedProperties\(\$filter=(id eq {Quoted}(?: or id eq {Quoted})*)\)$");
        return match.Success
            ? Regex.Matches(match.Groups[1].Value, $"id eq {Quoted}").Select(one => Unquoted(one.Groups[1].Value))
            : throw GraphRefusal.Of(400, "ErrorInvalidUrlQuery",
                $"The expand expression is not one that events know: {expand}", call);
    }

    private static string Unquoted(string text) => text.Replace("''", "'", StringComparison.Ordinal);
}
