using System.Text;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases;

/// <summary>Finds what a person meant by a phrase that was not understood, most often a misspelt word.</summary>
public static class PhraseSuggestion
{
    private const int LongestWord = 30;

    private static readonly string[] Endings = [" gånger per år", " per år"];

    private static readonly WordSet Common = new("""
        gånger gång tillfällen möten minst högst cirka ungefär mellan början mitten slutet senast före innan efter mötet
        möte sammanträdet dagar arbetsdagar vecka veckor månader varje varannan vartannat behov vid taget uppsägningstid
        avtalstiden våren hösten vårterminen höstterminen första sista utom eller
        """);

    // The words that rules are made of; the body's own words ("sammanträder") are seldom what stops a phrase from
    // being read.
    private static readonly string[] Known =
    [
        .. Common.Whole,
        .. Periods.Words, .. CalendarWords.MonthNames, .. CalendarWords.WeekdayNames, .. Numerals.Words,
    ];

    private static readonly HashSet<string> KnownWords = [.. Known];

    /// <summary>
    /// The nearest phrase that can be read ("minst 4 gånger per år" for "minst 4 gångr per år"), or null.
    /// </summary>
    public static string? For(string phrase, PhraseKind expected)
    {
        var spelt = Spelt(phrase);
        string[] attempts = [spelt, .. Endings.Select(ending => spelt.TrimEnd() + ending)];
        return phrase.Length > 200 ? null
            : Array.Find(attempts, attempt => attempt != phrase && PhraseReader.Read(attempt, expected).Count > 0);
    }

    private static string Spelt(string phrase)
    {
        var spelt = new StringBuilder(phrase.Length);
        for (var i = 0; i < phrase.Length;)
        {
            var end = i;
            while (end < phrase.Length && char.IsLetter(phrase[end]))
            {
                end++;
            }

            spelt.Append(end > i ? Word(phrase[i..end]) : phrase[i]);
            i = Math.Max(end, i + 1);
        }

        return spelt.ToString();
    }

    private static string Word(string word)
    {
        var lower = word.ToLowerInvariant();
        return word.Length is < 4 or > LongestWord || KnownWords.Contains(lower) ? word
            : Suggestion.Nearest(lower, Known) ?? word;
    }
}
