using AnnualCycle.Planning;

namespace AnnualCycle.Plans.Again;

/// <summary>Gives a meeting that is planned again what it had: its identity, its status, a person's choice.</summary>
internal sealed class Keeping(PlanDraft draft)
{
    /// <summary>The reason's term for a slot that a person chose.</summary>
    public const string Choice = "choice";

    private const string MovedFrom = "moved";

    public static Reason Chosen { get; } = new(Choice, 0, "eget val");

    private readonly Hindrances _hindrances = new(draft);

    /// <param name="written">As the charter and the planner would have it now.</param>
    public PlannedMeeting Keep(PlannedMeeting written, KeptMeeting kept, OccurrenceAt at)
    {
        var before = kept.Meeting;
        return written with
        {
            Id = before.Id,
            Uid = before.Uid,
            Status = before.Status,
            Locked = before.Locked,
            End = kept.IsFixed && written.Start == before.Start ? before.End : written.End,
            Reasons = [.. Reasons(written, before, at), .. written.Reasons],
        };
    }

    private IEnumerable<Reason> Reasons(PlannedMeeting written, PlannedMeeting before, OccurrenceAt at)
    {
        if (before.Locked)
        {
            return before.Reasons.Where(reason => reason.Term == Choice).DefaultIfEmpty(Chosen);
        }

        return written.Date == before.Date && written.Start == before.Start
            ? []
            : [new Reason(MovedFrom, 0, $"flyttat från {Slots.Text(before.Date, before.Start)}: {Why(before, at)}")];
    }

    private string Why(PlannedMeeting before, OccurrenceAt at)
    {
        var window = draft.DemandOf(at).Window;
        var why = _hindrances.On(at, before.Date.DayOfYear - 1);
        return draft.SeriesOf(at).Given.Count > 0 ? "beslutat på annat håll"
            : !window.Contains(before.Date)
                ? $"ska ligga {SwedishDates.Day(window.Start)}–{SwedishDates.Day(window.End)}"
            : why.Count > 0 ? string.Join("; ", why) : "helheten blir bättre så";
    }
}
