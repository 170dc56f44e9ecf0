using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises seasons and terms: "på våren", "höst och vår", "under höstterminen", "två på våren och två på hösten".
/// </summary>
internal static class SeasonTimes
{
    private static readonly (WordSet Words, Season Season)[] Table =
    [
        (new("våren vårarna vårens vårkanten försommaren"), Season.Spring),
        (new("sommaren somrarna sommarens sensommaren"), Season.Summer),
        (new("hösten höstarna höstens höstkanten senhösten"), Season.Autumn),
        (new("vintern vintrarna vinterns"), Season.Winter),
        (new("vårterminen vårtermin vårterminens vt"), Season.SpringTerm),
        (new("höstterminen hösttermin höstterminens ht"), Season.AutumnTerm),
    ];

    // "vår" also means "our": the bare words count only beside another season or after "varje".
    private static readonly (string Word, Season Season)[] Bare =
        [("vår", Season.Spring), ("sommar", Season.Summer), ("höst", Season.Autumn), ("vinter", Season.Winter)];

    private static readonly WordSet CountNoun = new("""
        gång gånger tillfälle tillfällen möte möten sammanträde sammanträden träff träffar st ordinarie
        """);

    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        var amount = Amounts.At(s, start);
        var i = amount?.End ?? start;
        while (amount is not null && s.Is(i, CountNoun))
        {
            i++;
        }

        return Listed(s, start, i, amount?.Value);
    }

    private static Found<NamedTimes>? Listed(Sentence s, int start, int i, Amount? amount)
    {
        List<Season> seasons = [];
        var end = i;
        for (var next = Lead(s, i); SeasonAt(s, next, seasons.Count > 0) is { } season;)
        {
            seasons.Add(season);
            end = next + 1;
            next = Separators.AfterList(s, Hyphen(s, end));
            if (next == end)
            {
                break;
            }

            next = Lead(s, next);
        }

        if (seasons.Count == 0)
        {
            return null;
        }

        // "en vår- och hösttermin": both are terms when the last is.
        var termed = seasons[^1] is Season.SpringTerm or Season.AutumnTerm;
        var windows = seasons.Select(season =>
            new PhraseWindow.InSeason(termed ? Term(season) : season, Count(amount, seasons.Count)));
        return new Found<NamedTimes>(new NamedTimes([.. windows], Total(amount, seasons.Count)), start, end);
    }

    // "två möten vår och höst" may mean two in all or two in each; two in all is the smaller claim, one in each the
    // only sense of "ett".
    private static Amount? Total(Amount? amount, int seasons) =>
        amount is { Low: 1, High: 1 } && seasons > 1 ? Amount.Between(seasons, seasons) : amount;

    private static int? Count(Amount? amount, int seasons) => seasons == 1 && amount?.Target > 1 ? amount.Target : null;

    private static Season? SeasonAt(Sentence s, int i, bool beside)
    {
        foreach (var (words, season) in Table)
        {
            if (s.Is(i, words))
            {
                return season;
            }
        }

        var bare = Array.FindIndex(Bare, entry => s.Is(i, entry.Word));
        var next = Separators.AfterList(s, Hyphen(s, i + 1));
        var paired = next > i + 1
            && (Array.Exists(Bare, entry => s.Is(next, entry.Word))
                || Array.Exists(Table, entry => s.Is(next, entry.Words)));
        return bare >= 0 && (beside || paired || s.Is(i - 1, "varje")) ? Bare[bare].Season : null;
    }

    private static int Lead(Sentence s, int i) =>
        s.Skip(s.Skip(s.Skip(i, "på", "under", "i", "till", "inför", "vid"), "varje", "den", "tidig", "sen"),
            "kommande");

    private static int Hyphen(Sentence s, int i) =>
        s.Is(i, TokenKind.Dash) && Separators.AfterList(s, i + 1) > i + 1 ? i + 1 : i;

    private static Season Term(Season season) => season switch
    {
        Season.Spring => Season.SpringTerm,
        Season.Autumn => Season.AutumnTerm,
        _ => season,
    };
}
