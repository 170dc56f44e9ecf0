using AnnualCycle.Charters;
using AnnualCycle.Phrases;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Check;

/// <summary>Holds one sentence about meetings against the meetings that were held.</summary>
/// <param name="times">The named times of all the group's sentences, with the meetings that keep them.</param>
/// <param name="isCounted">Whether one of the sentences counts the meetings; then none is left for "vid behov".</param>
internal sealed class MeetingSentences(
    CountedTimes counted, RuleMeetings demands, NamedTimes times, IReadOnlyList<HeldMeeting> meetings, bool isCounted)
{
    private const int ToldFaults = 3;

    public RuleOutcome Of(string id, RuleKind kind, MeetingRule rule, IReadOnlyList<DemandedMeeting> demanded)
    {
        var blackouts = rule.Demands.Where(demand => demand.Blackout).ToList();
        return blackouts.Count > 0 ? Blackout(id, kind, rule, blackouts)
            : RuleMeetings.NamesItsTimes(rule) && demanded.Count > 0 ? Named(id, kind, rule, demanded)
            : Counted(id, kind, rule);
    }

    private RuleOutcome Named(string id, RuleKind kind, MeetingRule rule, IReadOnlyList<DemandedMeeting> demanded)
    {
        var needed = demanded.Where(time => time.Need == Need.Demanded).ToList();
        var missed = needed.Where(time => !times.IsKept(time)).ToList();
        return Outcome(id, kind, rule, needed.Count, demanded.Count, demanded.Count(times.IsKept)) with
        {
            Status = missed.Count > 0 ? RuleStatus.Short : RuleStatus.Fulfilled,
            Note = missed.Count > 0 ? Told(missed.Select(times.Missing)) : rule.Source.Note,
        };
    }

    private RuleOutcome Counted(string id, RuleKind kind, MeetingRule rule)
    {
        var counts = rule.Demands.SelectMany(demand => counted.Of(demand, meetings, times.Extra)).ToList();
        if (counts.Count == 0)
        {
            return Uncounted(id, kind, rule);
        }

        var faults = counts.Where(count => count.IsShort || count.IsOver).ToList();
        var joint = meetings.Count(meeting => meeting.Groups.Count > 1);
        return Outcome(id, kind, rule, counts.Sum(count => count.Min), Ceiling(counts), meetings.Count) with
        {
            Status = faults.Any(count => count.IsShort) ? RuleStatus.Short
                : faults.Count > 0 ? RuleStatus.Over : RuleStatus.Fulfilled,
            Note = faults.Count > 0 ? Told(faults.Select(count => count.Text))
                : joint > 0 && kind == RuleKind.Meetings ? $"varav {joint} gemensamma" : rule.Source.Note,
        };
    }

    private static int? Ceiling(IReadOnlyList<CountedTimes.Count> counts) =>
        counts.All(count => count.Max is not null) ? counts.Sum(count => count.Max) : null;

    // What a calendar of one year cannot show to be broken: "vid behov", "vartannat år", no number at all.
    private RuleOutcome Uncounted(string id, RuleKind kind, MeetingRule rule)
    {
        var isAsNeeded = rule.Demands.Any(demand => demand.AsNeeded);
        return Outcome(id, kind, rule, min: null, max: null, isCounted ? 0 : times.Extra.Count) with
        {
            Status = isAsNeeded ? RuleStatus.Fulfilled : RuleStatus.Open,
            Note = isAsNeeded ? "vid behov" : "uppdragsbeskrivningen ger inget antal per år",
        };
    }

    private RuleOutcome Blackout(string id, RuleKind kind, MeetingRule rule, IReadOnlyList<PhraseRule> blackouts)
    {
        var days = demands.Of(id, rule with { Demands = blackouts }).Select(time => time.Window).ToList();
        var inside = meetings.Where(meeting => days.Any(window => window.Contains(meeting.Date))).ToList();
        return Outcome(id, kind, rule, min: null, max: 0, inside.Count) with
        {
            Status = inside.Count > 0 ? RuleStatus.Over : RuleStatus.Fulfilled,
            Note = inside.Count == 0 ? rule.Source.Note
                : Told(inside.Select(meeting => $"möte {SwedishDates.Day(meeting.Date)} trots uppehåll")),
        };
    }

    private static string Told(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        return string.Join("; ", all.Take(ToldFaults)) +
            (all.Count > ToldFaults ? $" och {all.Count - ToldFaults} till" : "");
    }

    private static RuleOutcome Outcome(string id, RuleKind kind, MeetingRule rule, int? min, int? max, int held) => new(
        id, kind, rule.Source.Phrase, rule.Source.Document, rule.Source.Line, min, max, held, RuleStatus.Fulfilled,
        Note: null);
}
