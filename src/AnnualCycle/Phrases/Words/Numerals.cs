namespace AnnualCycle.Phrases.Words;

/// <summary>Swedish numerals and ordinals, in letters and digits.</summary>
internal static class Numerals
{
    private static readonly string[] Small =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
         "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"];

    private static readonly string[] Tens =
        ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

    private static readonly string[] SmallOrdinals =
        ["", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde",
         "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde",
         "tjugonde"];

    private static readonly Dictionary<string, int> Cardinals = Spell();

    private static readonly Dictionary<string, int> Ordinals = SmallOrdinals
        .Select((word, n) => (word, n)).Where(pair => pair.n > 0)
        .Append(("förste", 1)).Append(("andre", 2)).Append(("tjugoförsta", 21)).Append(("trettionde", 30))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public static IEnumerable<string> Words => Cardinals.Keys.Concat(Ordinals.Keys);

    /// <summary>The whole number at this place, or null. A year is no numeral.</summary>
    public static int? At(Sentence s, int i) => s[i] switch
    {
        { Kind: TokenKind.Number, IsYear: false } token => s.Is(i - 1, TokenKind.Section) ? null : token.Value,
        { Kind: TokenKind.Word } token when Cardinals.TryGetValue(token.Text, out var n) => n,
        _ => null,
    };

    /// <summary>"andra", "2:a"; -1 for "sista". Null when no ordinal stands here.</summary>
    public static int? OrdinalAt(Sentence s, int i) => s[i] switch
    {
        { Kind: TokenKind.Ordinal } token => token.Value,
        { Kind: TokenKind.Word, Text: "sista" or "siste" } => -1,
        { Kind: TokenKind.Word } token when Ordinals.TryGetValue(token.Text, out var n) => n,
        _ => null,
    };

    private static Dictionary<string, int> Spell()
    {
        var words = Small.Select((word, n) => (word, n)).ToDictionary(pair => pair.word, pair => pair.n);
        for (var ten = 0; ten < Tens.Length; ten++)
        {
            words[Tens[ten]] = (ten + 2) * 10;
            for (var one = 1; one <= 9; one++)
            {
                words[Tens[ten] + Small[one]] = ((ten + 2) * 10) + one;
            }
        }

        words["ett"] = 1;
        words["aderton"] = 18;
        words["tjugoett"] = 21;
        words["trettioett"] = 31;
        return words;
    }
}
