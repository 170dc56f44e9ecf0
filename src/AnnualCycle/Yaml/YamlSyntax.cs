using YamlDotNet.Core;

namespace AnnualCycle.Yaml;

/// <summary>Tells a person in Swedish what made a file unreadable; the parser tells only programmers.</summary>
internal static class YamlSyntax
{
    public const string TooDeep = "too deep";
    public const string Alias = "alias";

    public static void Explain(YamlException mistake, string text, YamlSource source)
    {
        var lines = text.Split('\n');
        var line = Tabbed(lines, (int)mistake.Start.Line);
        var (what, advice) = mistake.Message switch
        {
            TooDeep => ("för många nivåer i varandra", "Kontrollera klamrar och indrag"),
            Alias => ("ankare och alias (& och *) används inte i de här filerna", "Sätt citattecken runt texten"),
            _ => ("raden går inte att läsa som YAML", Advice(lines.ElementAtOrDefault(line - 1) ?? "")),
        };
        source.Add(line, what, advice);
    }

    // A tab in the indent (YAML 1.2.2 section 6.1 forbids it) is reported by the parser at the line before.
    private static int Tabbed(string[] lines, int line)
    {
        var next = lines.ElementAtOrDefault(line) ?? "";
        return next.TrimStart(' ').StartsWith('\t') ? line + 1 : line;
    }

    private static string Advice(string written) => written switch
    {
        _ when written.Contains('\t') => "Använd mellanslag i stället för tabb",
        _ when written.Count(sign => sign == '"') % 2 == 1 => "Ett citattecken saknar sin motsvarighet",
        _ when written.Count(sign => sign == ':') > 1 => "Sätt citattecken runt text som innehåller kolon",
        _ => "Kontrollera indrag, kolon, klamrar och citattecken på raden och raden ovanför",
    };
}
