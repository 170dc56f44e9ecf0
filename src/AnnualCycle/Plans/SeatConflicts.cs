using AnnualCycle.Planning;

namespace AnnualCycle.Plans;

/// <summary>
/// Finds the better slot that a meeting would have, were it not for somebody who sits in another group too.
/// </summary>
internal sealed class SeatConflicts(PlanDraft draft)
{
    /// <summary>Days on each side of the meeting in which a better slot is looked for.</summary>
    private const int Around = 14;

    private readonly PlanningProblem _problem = draft.Year.Problem;
    private readonly IReadOnlyDictionary<int, int[]> _chains = ScoreSheet.ChainsByResource(draft.Year.Problem);

    /// <summary>At most one reason: the best slot that would have cost less.</summary>
    public IEnumerable<Reason> Of(OccurrenceAt at)
    {
        if (!draft.Sheet.Charges.Any(charge => charge.At == at) || draft.SeriesOf(at).Given.Count > 0)
        {
            return [];
        }

        var now = Sheet(at, draft.SlotOf(at)!.Value);
        return Slots(at)
            .Select(slot => (slot, sheet: Sheet(at, slot)))
            .Where(other => other.sheet.Score.Soft < now.Score.Soft && IsOnlyTaken(other.sheet, now))
            .OrderBy(other => other.sheet.Score.Soft)
            .Take(1)
            .Select(other => Write(at, other.slot, other.sheet));
    }

    /// <summary>Who could not be at the meeting if it stood there, and why: "Eva Ek sitter då i B"; null when all
    /// can.</summary>
    public string? At(OccurrenceAt at, Slot slot) => Sheet(at, slot).Breaks
        .Where(broken => broken.Rule is HardRule.Overlap or HardRule.Busy && (broken.At == at || broken.With == at))
        .Select(broken => Text(at, broken)).FirstOrDefault();

    /// <summary>The account of the meeting's surroundings if it stood there.</summary>
    public ScoreSheet Sheet(OccurrenceAt at, Slot slot)
    {
        var slots = draft.Solution.Slots
            .Select((row, chain) => chain == at.Chain ? With(row, at.Occurrence, slot) : row).ToList();
        return ScoreSheet.Around(_problem, slots, at.Chain, _chains);
    }

    private static IReadOnlyList<Slot?> With(IReadOnlyList<Slot?> row, int place, Slot slot)
    {
        var changed = row.ToArray();
        changed[place] = slot;
        return changed;
    }

    private static bool IsOnlyTaken(ScoreSheet sheet, ScoreSheet now) =>
        sheet.Breaks.Count > now.Breaks.Count &&
        sheet.Breaks.Except(now.Breaks).All(broken => broken.Rule is HardRule.Overlap or HardRule.Busy);

    private IEnumerable<Slot> Slots(OccurrenceAt at)
    {
        var (chain, day) = (_problem.Chains[at.Chain], draft.SlotOf(at)!.Value.Day);
        var occurrence = chain.Occurrences[at.Occurrence];
        var (from, to) = (Math.Max(occurrence.From, day - Around), Math.Min(occurrence.To, day + Around));
        return Enumerable.Range(from, Math.Max(0, to - from + 1))
            .Where(_problem.Calendars[chain.Calendar].IsOpen)
            .SelectMany(open => chain.Starts.Select(start => new Slot(open, start.Start)));
    }

    private Reason Write(OccurrenceAt at, Slot slot, ScoreSheet sheet)
    {
        var broken = sheet.Breaks.First(broken => broken.Rule is HardRule.Overlap or HardRule.Busy);
        var when = $"{SwedishDates.Long(_problem.DateOf(slot.Day))} {SwedishDates.Clock(PlanDraft.TimeOf(slot))}";
        return new Reason("seat", 0, $"inte {when}: {Text(at, broken)}");
    }

    private string Text(OccurrenceAt at, HardBreak broken)
    {
        var other = broken.At == at ? broken.With : broken.At;
        var who = broken.Resource is { } resource ? PeopleTexts.Of(draft.Year.Who[resource]) : "någon";
        return $"{who} {(other is { } meeting ? $"sitter då i {draft.SeriesOf(meeting).Title}" : "är upptagen då")}";
    }
}
