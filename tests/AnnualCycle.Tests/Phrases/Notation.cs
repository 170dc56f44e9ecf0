using System.Text.Json.Nodes;
using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

/// <summary>
/// Rules in short, from the JSON that scripts get: "meetings 2..3/term {season:spring}", rules parted by " | ".
/// </summary>
internal static class Notation
{
    public static string Of(IReadOnlyList<PhraseRule> rules) =>
        string.Join(" | ", JsonNode.Parse(PhraseJson.Line(rules))!["rules"]!.AsArray().Select(rule => Of(rule!)));

    private static string Of(JsonNode rule)
    {
        var per = Text(rule["per"]).Replace("N-", Text(rule["n"]) + "-", StringComparison.Ordinal);
        var window = rule["window"] is { } time ? " " + Short(time) : "";
        var left = rule["exceptions"] is { } months ? " exc" + Short(months) : "";
        var blackout = rule["blackout"] is null ? "" : " blackout";
        return $"{rule["kind"]} {Span(Text(rule["min"]), Text(rule["max"]))}/{per}{window}{left}{blackout}";
    }

    private static string Span(string min, string max) => min == max ? min : $"{min}..{max}";

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    private static string Short(JsonNode value) => value.ToJsonString().Replace("\"", "", StringComparison.Ordinal);
}
