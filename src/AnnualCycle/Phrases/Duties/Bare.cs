using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>
/// Tells a phrase that is nothing but a rule ("minst 4 gånger per år") from a sentence about something.
/// </summary>
internal static class Bare
{
    private static readonly WordSet Plain = new("""
        i på av om vid per med och eller samt den det de en ett för från till under inom utom ca cirka ungefär minst
        högst max dock ej inte gärna helst bör ska skall är behov behovet extra därutöver ytterligare ordinarie
        normalt vanligtvis vanligen regel varje var senast tidigast omkring sammanlagt totalt gång gången gånger
        första andra tredje fjärde kvartalet tertialet kvartal tertial halvåret året perioden exempelvis eventuellt ev
        annars efter jämnt fördelade fördelat utspridda spritt
        """);

    public static bool Is(Facts facts) => facts.Sentence.Count > 0 && !HasOther(facts, _ => false);

    /// <summary>Whether a word is neither part of the rule nor one that tells what it is about.</summary>
    public static bool HasUnknown(Facts facts) => HasOther(facts, facts.Topics.Tells);

    private static bool HasOther(Facts facts, Func<int, bool> known)
    {
        var s = facts.Sentence;
        var counted = new bool[s.Count];
        foreach (var found in facts.Frequencies)
        {
            Array.Fill(counted, true, found.Start, found.End - found.Start);
        }

        return Enumerable.Range(0, s.Count).Any(i =>
            s.Is(i, TokenKind.Word) && !counted[i] && !facts.Timeline.Took(i) && !s.Is(i, Plain) && !known(i));
    }
}
