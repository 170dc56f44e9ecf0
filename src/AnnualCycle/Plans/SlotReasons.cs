using AnnualCycle.Planning;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Says in words why a meeting stands where it stands, and what other slots would cost.</summary>
internal sealed class SlotReasons(PlanDraft draft)
{
    private const int Shown = 3;

    private readonly ChargeTexts _texts = new(draft);
    private readonly SeatConflicts _conflicts = new(draft);
    private readonly Alternatives _alternatives = new(draft.Year.Problem, draft.Solution.Slots);

    /// <summary>
    /// What the slot costs, the dearest first, then what it gains and which better slot somebody's seat forbids.
    /// </summary>
    public IReadOnlyList<Reason> Of(OccurrenceAt at)
    {
        var day = draft.SlotOf(at)!.Value.Day;
        var paid = draft.Sheet.Charges.Where(charge => charge.At == at).SelectMany(charge => _texts.Of(charge, at, day))
            .OrderByDescending(reason => reason.Cost).ThenBy(reason => reason.Text, StringComparer.Ordinal);
        var isFixed = draft.KeptAt(at) is { IsFixed: true };
        return [.. paid, .. Fits(at), .. isFixed ? [] : _conflicts.Of(at)];
    }

    public IReadOnlyList<AlternativeSlot> AlternativesTo(OccurrenceAt at) =>
        [.. _alternatives.For(at.Chain, at.Occurrence, Shown).Select(other => Write(other, at))];

    private AlternativeSlot Write(Alternative other, OccurrenceAt at)
    {
        var added = other.Added
            .SelectMany(charge => _texts.Of(charge, at, other.Slot.Day))
            .OrderByDescending(reason => reason.Cost).Select(reason => reason.Text);
        var date = draft.Year.Problem.DateOf(other.Slot.Day);
        var text = string.Join("; ", added.Distinct().Take(Shown));
        return new AlternativeSlot(date, PlanDraft.TimeOf(other.Slot), other.Cost, text.Length > 0 ? text : "lika bra");
    }

    private IEnumerable<Reason> Fits(OccurrenceAt at)
    {
        var (demand, date) = (draft.DemandOf(at), draft.DateOf(at));
        if (draft.SeriesOf(at).Given.Count > 0)
        {
            yield return new Reason("given", 0, "datumet är beslutat på annat håll");
        }
        else if (demand.Ideal is not null)
        {
            yield return new Reason("window", 0,
                $"inom {SwedishDates.Day(demand.Window.Start)}–{SwedishDates.Day(demand.Window.End)}");
        }

        if (draft.Year.Usual[at.Chain] is { Weekday: { } usual } && usual == (int)date.DayOfWeek - 1)
        {
            yield return new Reason(Terms.Usual, 0,
                $"gruppens vanliga dag, {SwedishDates.Weekday((IsoDayOfWeek)(usual + 1))}");
        }
    }
}
