using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>Everything recognised in a phrase before it is decided what rule it states.</summary>
internal sealed class Facts
{
    public Facts(string phrase)
    {
        Sentence = new Sentence(phrase);
        Timeline = new Timeline(Sentence);
        Frequencies = Words.Frequencies.In(Sentence, Timeline.Took);
        Topics = new Topics(Sentence);
        Year = Years.In(Sentence, Timeline);
    }

    public Sentence Sentence { get; }

    public Timeline Timeline { get; }

    public IReadOnlyList<Found<Frequency>> Frequencies { get; }

    public Topics Topics { get; }

    /// <summary>The one year that the phrase speaks of ("under 2022"), or null.</summary>
    public int? Year { get; }

    /// <summary>The times named, closing days gathered in one.</summary>
    public IReadOnlyList<PhraseWindow> Windows =>
        Gathered([.. Timeline.Named.SelectMany(found => found.Value.Windows)]);

    public bool AsNeeded => Sentence.Any(Vocabulary.AsNeeded) || MoreMeetings();

    public bool Approximate => Sentence.Any(Vocabulary.Approximately);

    /// <summary>What holds for every rule of the phrase.</summary>
    public PhraseRule Rule(PhraseKind kind) => new()
    {
        Kind = kind,
        AsNeeded = AsNeeded,
        Approximate = Approximate,
        ExceptMonths = [.. Timeline.Omitted.SelectMany(found => found.Value.Months).Distinct()],
        ExceptBreaks = [.. Timeline.Omitted.SelectMany(found => found.Value.Breaks).Distinct()],
    };

    // "per sista mars, per sista augusti och per sista oktober"
    private static List<PhraseWindow> Gathered(List<PhraseWindow> windows)
    {
        var ends = windows.OfType<PhraseWindow.PeriodEnd>().ToList();
        if (ends.Count > 1)
        {
            windows[windows.IndexOf(ends[0])] =
                new PhraseWindow.PeriodEnd([.. ends.SelectMany(end => end.Days).Distinct()]);
            windows.RemoveAll(window => ends.Skip(1).Contains(window));
        }

        // "höstens möten är i september och oktober": the months say it more nearly.
        var months = windows.Exists(window => window is PhraseWindow.InMonth or PhraseWindow.InMonths);
        windows.RemoveAll(window => months && window is PhraseWindow.InSeason { Count: null });
        return windows;
    }

    // "ska fler möten hållas"
    private bool MoreMeetings()
    {
        var more = Sentence.IndexOf(new WordSet("fler flera oftare"), 0, Sentence.Count);
        return more >= 0 && (Sentence.Is(more, "oftare") || Sentence.Is(more + 1, Vocabulary.MeetingNouns));
    }
}
