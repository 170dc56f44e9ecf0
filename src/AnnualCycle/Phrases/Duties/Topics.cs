using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>What a stretch of a phrase is about.</summary>
internal enum Topic { Meetings, Report, Other }

/// <summary>
/// Finds what a frequency or a time belongs to: the nearest telling word, where verbs weigh more than nouns and a
/// word in another clause or sentence less. Payments, statistics and the past are topics too, so that their numbers
/// stay silent.
/// </summary>
internal sealed class Topics
{
    private const int Clause = 4;
    private const int OtherSentence = 20;
    private const int Reach = 40;

    private static readonly (WordSet Words, Topic Topic, int Weight)[] Table =
    [
        (Vocabulary.MeetingVerbs, Topic.Meetings, 0),
        (Vocabulary.MeetingNouns, Topic.Meetings, 3),
        (Vocabulary.MeetingDays, Topic.Meetings, 4),
        (Vocabulary.HoldVerbs, Topic.Meetings, 8),
        (Vocabulary.ReportVerbs, Topic.Report, 1),
        (Vocabulary.ReportNouns, Topic.Report, 3),
        (Vocabulary.Past, Topic.Other, 1),
        (Vocabulary.OtherMatters, Topic.Other, 2),
    ];

    // "har ändrats", "har under året hållits"
    private static readonly WordSet Supine = new("*ats *its *tts *rts *nts varit haft blivit");

    private readonly Sentence s;
    private readonly List<(Topic Topic, int At, int Weight)> cues = [];

    public Topics(Sentence sentence)
    {
        s = sentence;
        for (var i = 0; i < s.Count; i++)
        {
            var perfect = s.Is(i, "har", "hade") && (s.Is(i + 1, Supine) || s.Is(i + 2, Supine));
            if (perfect)
            {
                cues.Add((Topic.Other, i, 1));
            }

            var index = Array.FindIndex(Table, entry => s.Is(i, entry.Words));
            if (index >= 0)
            {
                cues.Add((Table[index].Topic, i, Table[index].Weight));
            }
        }
    }

    public bool Has(Topic topic) => cues.Exists(cue => cue.Topic == topic);

    /// <summary>Whether this token is one of the telling words.</summary>
    public bool Tells(int token) => cues.Exists(cue => cue.At == token);

    /// <summary>
    /// The topic of the tokens from <paramref name="start"/> to <paramref name="end"/>; null when no word tells.
    /// </summary>
    public Topic? Of(int start, int end)
    {
        var best = (Cost: int.MaxValue, Topic: (Topic?)null);
        foreach (var (topic, at, weight) in cues)
        {
            var cost = at < start - Reach || at > end + Reach ? int.MaxValue : weight + Way(at, start, end);
            best = cost < best.Cost ? (cost, topic) : best;
        }

        return best.Topic;
    }

    private int Way(int at, int start, int end)
    {
        var (from, to) = at < start ? (at + 1, start) : at >= end ? (end, at) : (at, at);
        var way = to - from;
        for (var i = from; i < to; i++)
        {
            way += s.Is(i, TokenKind.Stop) ? OtherSentence
                : s.Is(i, TokenKind.Comma) || s.Is(i, "och", "samt", "men", "medan") ? Clause : 0;
        }

        return way;
    }
}
