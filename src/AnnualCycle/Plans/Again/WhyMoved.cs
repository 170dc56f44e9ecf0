using AnnualCycle.Planning;
using NodaTime;

namespace AnnualCycle.Plans.Again;

/// <summary>Says in words why a meeting could not, or had better not, stay where it was.</summary>
internal sealed class WhyMoved(PlanDraft draft)
{
    private readonly Hindrances _hindrances = new(draft);
    private readonly SeatConflicts _conflicts = new(draft);
    private readonly ChargeTexts _texts = new(draft);

    public string Of(PlannedMeeting before, OccurrenceAt at)
    {
        var slot = new Slot(before.Date.DayOfYear - 1, before.Start.Hour * 60 + before.Start.Minute);
        return Decided(before.Date, at)
            ?? (_hindrances.On(at, slot.Day) is { Count: > 0 } why ? string.Join("; ", why) : null)
            ?? _conflicts.At(at, slot)
            ?? Dearest(at, slot)
            ?? "helheten blir bättre så";
    }

    private string? Decided(LocalDate day, OccurrenceAt at)
    {
        var window = draft.DemandOf(at).Window;
        return draft.SeriesOf(at).Given.Count > 0 ? "beslutat på annat håll"
            : window.Contains(day) ? null
            : $"ska ligga {SwedishDates.Day(window.Start)}–{SwedishDates.Day(window.End)}";
    }

    // What the old slot would cost most, where it is possible at all.
    private string? Dearest(OccurrenceAt at, Slot slot) => _conflicts.Sheet(at, slot).Charges
        .Where(charge => charge.At == at && charge.Term != Terms.Stability)
        .OrderByDescending(charge => charge.Cost)
        .SelectMany(charge => _texts.Of(charge, at, slot.Day)).FirstOrDefault()?.Text;
}
