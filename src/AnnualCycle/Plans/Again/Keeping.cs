using AnnualCycle.Planning;

namespace AnnualCycle.Plans.Again;

/// <summary>Gives a meeting that is planned again what it had: its identity, its status, a person's choice.</summary>
internal sealed class Keeping(PlanDraft draft)
{
    /// <summary>The reason's term for a slot that a person chose.</summary>
    public const string Choice = "choice";

    private const string MovedFrom = "moved";

    public static Reason Chosen { get; } = new(Choice, 0, "eget val");

    private readonly WhyMoved _why = new(draft);

    /// <param name="written">As the charter and the planner would have it now.</param>
    public PlannedMeeting Keep(PlannedMeeting written, KeptMeeting kept, OccurrenceAt at)
    {
        var before = kept.Meeting;
        return (before.HasOwnPlace ? written.At(before.Where) : written) with
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

        var from = Slots.Text(before.Date, before.Start);
        return written.Date == before.Date && written.Start == before.Start
            ? []
            : [new Reason(MovedFrom, 0, $"flyttat från {from}: {_why.Of(before, at)}")];
    }
}
