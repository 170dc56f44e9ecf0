using AnnualCycle.Phrases.Duties;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases;

/// <summary>
/// Reads what a Swedish charter phrase demands in time. One grammar serves the <c>when:</c> of a charter file and the
/// sentences of a document: numbers, periods and times are recognised first, then it is decided whose they are.
/// </summary>
public static class PhraseReader
{
    /// <summary>
    /// The rules that a free sentence states; empty when it states none. Never throws, whatever the text.
    /// </summary>
    public static IReadOnlyList<PhraseRule> Read(string phrase)
    {
        var facts = new Facts(phrase);
        if (facts.Sentence.Count == 0 || facts.Sentence.Any(Vocabulary.Cancelled))
        {
            return [];
        }

        var special = Rotations.In(facts) ?? Agreements.In(facts) ?? Revisions.In(facts);
        return special is null ? [.. MeetingsAndReports.In(facts)]
            : [special, .. MeetingsAndReports.Beside(facts, special)];
    }

    /// <summary>
    /// The rules of a phrase whose place says that it is about <paramref name="expected"/>, so that no verb or
    /// subject is needed; of kind <see cref="PhraseKind.Window"/> when it names a time without a number. Empty when
    /// it is not understood.
    /// </summary>
    public static IReadOnlyList<PhraseRule> Read(string phrase, PhraseKind expected)
    {
        var facts = new Facts(phrase);
        return facts.Sentence.Count == 0 ? [] : expected switch
        {
            PhraseKind.Rotation => One(Rotations.Expected(facts)),
            PhraseKind.Agreement => One(Agreements.Expected(facts)),
            PhraseKind.Revision => One(Revisions.Expected(facts)),
            _ => Placed.In(facts, expected),
        };
    }

    private static IReadOnlyList<PhraseRule> One(PhraseRule? rule) => rule is null ? [] : [rule];
}
