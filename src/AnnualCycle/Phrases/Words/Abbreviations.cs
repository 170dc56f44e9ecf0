namespace AnnualCycle.Phrases.Words;

/// <summary>Abbreviations of charters and what they stand for; their full stops end no sentence.</summary>
internal static class Abbreviations
{
    private static readonly (string Written, string Word)[] Spelt =
    [
        ("t.o.m.", "tom"), ("t.o.m", "tom"), ("t o m", "tom"), ("to m", "tom"), ("till och med", "tom"),
        ("fr.o.m.", "from"), ("fr.o.m", "from"), ("fr o m", "from"), ("f.r.o.m.", "from"), ("fro m", "from"),
        ("från och med", "from"),
        ("d.v.s.", "dvs"), ("d.v.s", "dvs"), ("det vill säga", "dvs"), ("d v s", "dvs"),
        ("c:a", "cirka"), ("tills vidare", "tillsvidare"), ("vart annat", "vartannat"), ("var annan", "varannan"),
        ("bl.a.", "bland"), ("bl a", "bland"), ("m.m.", "mera"), ("m m", "mera"), ("mm", "mera"), ("o.s.v.", "mera"),
        ("t.ex.", "exempelvis"), ("t ex", "exempelvis"),
        ("p.g.a.", "grund"), ("ggr.", "gånger"), ("ggr", "gånger"), ("ggn", "gånger"), ("gng", "gång"),
        ("ca.", "cirka"), ("ca", "cirka"),
        ("resp.", "respektive"), ("resp", "respektive"), ("ord.", "ordinarie"),
    ];

    private static readonly HashSet<string> Dotted =
        ["v", "kl", "st", "ev", "nr", "kap", "tel", "tfn", "dnr", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "okt", "nov", "dec", "ordf", "max", "min"];

    /// <summary>Whether a full stop after the word belongs to it.</summary>
    public static bool Contains(string word) => Dotted.Contains(word);

    /// <summary>
    /// The word that an abbreviation at this place stands for and the length of what is written; length 0 when none.
    /// </summary>
    public static (string Word, int Length) At(string text, int at)
    {
        foreach (var (written, word) in Spelt)
        {
            var end = at + written.Length;
            var free = end >= text.Length || !char.IsLetter(text[end]);
            if (free && string.Compare(text, at, written, 0, written.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return (word, written.Length);
            }
        }

        return ("", 0);
    }
}
