using AnnualCycle.Phrases.Times;
using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>
/// Reads phrases under the <c>meetings</c>, <c>reports</c> and <c>tasks</c> of a charter file, where the place tells
/// the kind.
/// </summary>
internal static class Placed
{
    public static IReadOnlyList<PhraseRule> In(Facts facts, PhraseKind kind)
    {
        var counted = MeetingsAndReports.Expected(facts, kind).ToList();
        if (counted.Count > 0)
        {
            return counted;
        }

        if (kind == PhraseKind.Report && TimesOnly.Compound(facts.Sentence) is { } named)
        {
            return [Numbered.Each(facts, kind, named)];
        }

        var windows = Windows(facts);
        return windows.Count > 0 ? [Timed(facts, kind, windows)]
            : facts.AsNeeded || facts.Sentence.Any(Vocabulary.Regularly) || Named(facts, kind)
                ? [facts.Rule(kind)] : [];
    }

    private static PhraseRule Timed(Facts facts, PhraseKind kind, IReadOnlyList<PhraseWindow> windows)
    {
        if (windows.All(window => window is PhraseWindow.Relative))
        {
            var handedIn = kind == PhraseKind.Report
                && windows.Any(window => window is PhraseWindow.Relative { From: > 0 });
            kind = handedIn ? kind : PhraseKind.Window;
            return Numbered.Each(facts, kind, new Cycle(Period.Meeting)) with { Windows = windows };
        }

        var paused = facts.Timeline.Omitted.Any(found => found.Value.Breaks.Count > 0);
        var counted = facts.Timeline.Named.Any(found => found.Value.Amount is not null);
        kind = kind == PhraseKind.Report || counted ? kind : PhraseKind.Window;
        var rule = Numbered.Windowed(facts, kind, windows);
        return paused ? rule with { Blackout = true, ExceptBreaks = [] } : rule;
    }

    // Where a time is expected a day of the year is a day to keep, and "inför storhelger" is a time too.
    private static List<PhraseWindow> Windows(Facts facts)
    {
        var windows = facts.Windows.ToList();
        var s = facts.Sentence;
        for (var i = 0; i < s.Count && windows.Count == 0; i++)
        {
            var dates = Dates.ListAt(s, i);
            windows.AddRange(dates?.Value.Select(OnDay) ?? []);
            windows.AddRange((RelativeTimes.WithoutDistance(s, i) ?? PeriodEnds.CoveredAt(s, i)
                ?? RelativeTimes.FromAnything(s, i))?.Value.Windows ?? []);
        }

        return windows;
    }

    private static PhraseWindow OnDay(DayOfYear day) =>
        day.Date is { } date ? new PhraseWindow.OnDate(date) : new PhraseWindow.Deadline(day.Month, day.Annual.Day);

    // A duty without a time: "publiceras på webben".
    private static bool Named(Facts facts, PhraseKind kind) => kind switch
    {
        PhraseKind.Meetings => facts.Topics.Has(Topic.Meetings) && facts.Frequencies.Count == 0
            && facts.Sentence.Any(Vocabulary.MeetingVerbs),
        PhraseKind.Report => facts.Topics.Has(Topic.Report),
        _ => false,
    };
}
