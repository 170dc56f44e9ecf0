using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Tells a phrase that is nothing but a rule ("minst 4 gånger per år") from a sentence about something.</summary>
internal static class Bare
{
    private static readonly WordSet Plain = new("""
        i på av om vid per med och eller samt den det de en ett för från till under inom utom ca cirka ungefär minst högst max dock ej inte gärna helst bör ska skall är
        behov behovet extra därutöver ytterligare ordinarie normalt vanligtvis vanligen regel varje var senast tidigast omkring sammanlagt totalt gång gången gånger första
        andra tredje fjärde kvartalet tertialet kvartal tertial halvåret året perioden exempelvis eventuellt ev annars efter jämnt fördelade fördelat utspridda spritt
        """);

    public static bool Is(Facts facts)
    {
        var s = facts.Sentence;
        for (var i = 0; i < s.Count; i++)
        {
            var counted = facts.Frequencies.Any(found => i >= found.Start && i < found.End);
            if (s.Is(i, TokenKind.Word) && !counted && !facts.Timeline.Took(i) && !s.Is(i, Plain))
            {
                return false;
            }
        }

        return s.Count > 0;
    }
}
