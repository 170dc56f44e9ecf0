using System.Text.RegularExpressions;

namespace AnnualCycle.Server.Commands.Words;

/// <summary>The library's English sentences and ours in their place; what is not known stays as it is.</summary>
internal static class Translation
{
    private static readonly (string English, string Swedish)[] Headings =
    [
        ("Description:", "Vad det gör:"), ("Usage:", "Användning:"), ("Arguments:", "Argument:"),
        ("Options:", "Tillval:"), ("Commands:", "Kommandon:"), ("[options]", "[tillval]"), ("[command]", "[kommando]"),
        ("(REQUIRED)", "(måste anges)"), ("[default: ", "[annars: "), ("AnnualCycle.Server", "annualcycle"),
    ];

    private static readonly (Regex English, string Swedish)[] Errors =
    [
        (new(@"^Unrecognized command or argument '(.*)'\.$"), "Okänt kommando eller argument: ”$1”."),
        (new(@"^Required argument missing for command: '(.*)'\.$"), "Ett argument saknas för ”$1”."),
        (new(@"^Required argument missing for option: '(.*)'\.$"), "Ett värde saknas efter ”$1”."),
        (new(@"^Option '(.*)' is required\.$"), "”$1” måste anges."),
        (new(@"^Required command was not provided\.$"), "Ett kommando saknas."),
        (new(@"^Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type .*\.?$"),
            "”$1” går inte att använda för ”$2”."),
        (new(@"^Cannot parse argument '(.*)' as expected type .*\.?$"), "”$1” går inte att använda här."),
        (new(@"^Option '(.*)' expects a single argument but \d+ were provided\.$"), "”$1” kan bara anges en gång."),
        (new(@"^Did you mean one of the following\?$"), "Menade du något av dessa?"),
    ];

    public static string OfHelp(string english) =>
        Headings.Aggregate(english, (text, pair) => text.Replace(pair.English, pair.Swedish, StringComparison.Ordinal));

    public static string OfError(string english) => Errors
        .Where(pair => pair.English.IsMatch(english))
        .Select(pair => pair.English.Replace(english, pair.Swedish))
        .FirstOrDefault() ?? english;
}
