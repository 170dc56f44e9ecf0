using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Again;
using AnnualCycle.Plans.Holidays;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Writes the plan's meetings from the solution's slots.</summary>
internal sealed class MeetingWriter(PlanDraft draft)
{
    private readonly Sentences _sentences = new(draft.Input.Collaborations);
    private readonly SlotReasons _reasons = new(draft);
    private readonly OwnerTexts _owners = new(draft.Input);
    private readonly HolidayAgenda _holidays = new(draft.Input);
    private readonly Keeping _keeping = new(draft);

    /// <summary>With what stands from the plan before, and what is counted as held apart.</summary>
    public MeetingsOfYear Write()
    {
        var written = draft.Meetings.OrderBy(draft.DateOf).Select(Write).Concat(Beyond()).ToList();
        var held = MeetingsOfYear.InOrder(written.Where(one => one.IsHeld).Select(one => one.Meeting)).ToList();
        return new MeetingsOfYear(
            [.. MeetingsOfYear.InOrder(written.Where(one => !one.IsHeld).Select(one => one.Meeting))], held,
            draft.Kept?.Previous.Plan.From ?? (held.Count > 0 || draft.Kept is null ? First : null));
    }

    /// <summary>The first day of what is planned; null for the whole year.</summary>
    private LocalDate? First =>
        (draft.Kept?.Previous.First ?? draft.Input.From) is { } day && day > draft.Input.Days.Start ? day : null;

    private IEnumerable<(PlannedMeeting Meeting, bool IsHeld)> Beyond() =>
        (draft.Kept?.Beyond ?? []).Select(kept => (kept.Meeting, kept.IsHeld));

    private (PlannedMeeting Meeting, bool IsHeld) Write(OccurrenceAt at) => draft.KeptAt(at) switch
    {
        { IsVerbatim: true } kept => (kept.Meeting, kept.IsHeld),
        { } kept => (_keeping.Keep(Written(at, MeetingIds.Parts(kept.Meeting.Id).Ordinal), kept, at), false),
        null => (Written(at, OrdinalOf(at)), draft.DateOf(at) < First),
    };

    private int OrdinalOf(OccurrenceAt at) =>
        draft.Kept?.Previous.FreshOrdinal(draft.DemandOf(at).Rule) ?? draft.OrdinalOf(at);

    private PlannedMeeting Written(OccurrenceAt at, int ordinal)
    {
        var (series, demand, slot) = (draft.SeriesOf(at), draft.DemandOf(at), draft.SlotOf(at)!.Value);
        var groups = series.Owners.Select(owner => owner.Id).ToList();
        var sentence = _sentences.Of(demand.Rule);
        return new PlannedMeeting(
            MeetingIds.Of(demand.Rule, draft.Input.Year, ordinal),
            Uid.Of(groups, demand.Rule, draft.Input.Year, ordinal, draft.Input.UidHost), groups,
            draft.DateOf(at), PlanDraft.TimeOf(slot), EndOf(at, slot),
            TitleOf(series, at), demand.Rule, MeetingStatus.Proposed)
        {
            Kind = KindOf(at),
            Reasons = _reasons.Of(at),
            Alternatives = _reasons.AlternativesTo(at),
            Purpose = sentence?.Purpose,
            Agenda = [.. _holidays.Lines(series.Owners, demand.Rule, draft.DateOf(at)), .. OwnerTexts.Agenda(series.Owners)],
            Tasks = _owners.Tasks(series.Owners),
            Place = series.Form.Place,
            Room = series.Form.Room,
            Video = series.Form.Video,
            Sentence = sentence?.Text,
        };
    }

    private LocalTime EndOf(OccurrenceAt at, Slot slot) => draft.SeriesOf(at).Given is { Count: > 0 } given
        ? given[at.Occurrence].End
        : PlanDraft.TimeOf(slot with { Start = slot.Start + draft.SeriesOf(at).Form.Minutes });

    private static string TitleOf(MeetingSeries series, OccurrenceAt at) =>
        series.Given.Count > 0 && series.Given[at.Occurrence].Title is { } title ? title : series.Title;

    private MeetingKind KindOf(OccurrenceAt at) => draft.SeriesOf(at).Kind switch
    {
        SeriesKind.Joint => MeetingKind.Joint,
        SeriesKind.Given => MeetingKind.Given,
        SeriesKind.Preparatory => MeetingKind.Preparatory,
        _ when draft.Year.Problem.Links.Any(link => link.Earlier == at) => MeetingKind.Preparatory,
        _ => MeetingKind.Ordinary,
    };
}
