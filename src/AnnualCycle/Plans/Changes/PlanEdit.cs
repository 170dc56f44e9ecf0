using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Again;
using NodaTime;

namespace AnnualCycle.Plans.Changes;

/// <summary>
/// What a person does to a plan by hand. A choice stands whatever speaks against it; what does is told as warnings.
/// </summary>
/// <param name="input">
/// What the plan was made from; its day says what has passed. People's other meetings are seen as far as the plan holds
/// them, so a network's plan warns of more than one collaboration's part.
/// </param>
public sealed class PlanEdit(YearInput input)
{
    private readonly EditedYear _year = new(input);

    /// <summary>The time of the day it is, where the meetings are; midnight when nothing has passed of it yet.</summary>
    public LocalTime Clock { get; init; } = LocalTime.Midnight;

    /// <summary>Moves a meeting to another day, at the same time unless another is given, and fixes it there.</summary>
    /// <param name="meeting">Its id, the end of it, or the beginning of its UID.</param>
    public EditedPlan Move(Plan plan, string meeting, LocalDate date, LocalTime? start = null) =>
        Change(plan, meeting, found => DayMistake(plan, meeting, date, start ?? found.Start) ?? MidnightMistake(meeting, found, start),
            found => Fixed(found with
            {
                Date = date,
                Start = start ?? found.Start,
                End = (start ?? found.Start) + (found.End - found.Start),
                Alternatives = [],
            }));

    /// <summary>Fixes a meeting where it stands.</summary>
    public EditedPlan Lock(Plan plan, string meeting) => Change(plan, meeting, _ => null, Fixed);

    /// <summary>Lets the planner move a meeting again, as long as it is not adopted.</summary>
    public EditedPlan Unlock(Plan plan, string meeting) => Change(
        plan, meeting,
        found => AddedMeeting.Is(found)
            ? new Mistake(meeting, 0, "mötet är tillagt för hand och finns bara som låst", "Ställ in det i stället")
            : null,
        found => found with { Locked = false, Reasons = WithoutChoice(found) });

    /// <summary>Says where a meeting is held; planning again keeps it. Null gives back what its group has.</summary>
    public EditedPlan Place(Plan plan, string meeting, MeetingPlace? place) => Change(
        plan, meeting,
        _ => place?.Video is { } video && !MeetingForm.IsVideo(video)
            ? new Mistake(meeting, 0, $"”{video}” är ingen länk till ett videomöte", "Skriv hela adressen, https://…")
            : null,
        found => place is not null ? found.At(place) : found.At(FormOf(found)) with { HasOwnPlace = false });

    private MeetingPlace FormOf(PlannedMeeting meeting) => input.Collaborations
        .SelectMany(collaboration => collaboration.Groups).FirstOrDefault(group => group.Id == meeting.Groups[0])?.Form
        is { } form ? new MeetingPlace(form.Place, form.Room, form.Video) : meeting.Where;

    /// <param name="day">The day on which it is called off.</param>
    /// <param name="reason">Told to the invited.</param>
    public EditedPlan Cancel(Plan plan, string meeting, LocalDate day, string reason) => Change(
        plan, meeting,
        _ => string.IsNullOrWhiteSpace(reason) ? new Mistake(meeting, 0, "skäl saknas", "Skriv varför det ställs in")
            : null,
        found => found with
        {
            Status = MeetingStatus.Cancelled, CancelledOn = day, CancelReason = reason.Trim(),
        });

    /// <summary>Adds a meeting that no rule demands; it is fixed and counts for no sentence of the charter.</summary>
    /// <param name="group">Its full id, or the last part of it.</param>
    /// <param name="minutes">As the group's meetings use to be when null.</param>
    /// <param name="title">The group's name when null.</param>
    public EditedPlan Add(
        Plan plan, string group, LocalDate date, LocalTime start, int? minutes = null, string? title = null)
    {
        var (owner, mistake) = GroupSearch.Find(input, plan, group);
        if (owner is null || (mistake = DayMistake(plan, group, date, start)) is not null)
        {
            return Refused(plan, mistake!);
        }

        if (minutes is < 1)
        {
            return Refused(plan, new Mistake(group, 0, $"ett möte kan inte vara {minutes} minuter"));
        }

        var added = new AddedMeeting(input).Write(plan, owner, new GivenDate(
            owner.Id, date, start, start.PlusMinutes(minutes ?? owner.Form.Minutes), title));
        return added.End <= added.Start
            ? Refused(plan, new Mistake(group, 0, "mötet slutar efter midnatt"))
            : Done(plan, [.. plan.Meetings, Fixed(added)], added.Id);
    }

    /// <summary>Shows drafts to the members; what is adopted stays adopted.</summary>
    public static EditedPlan Propose(Plan plan) => All(plan, meeting =>
        meeting.Status == MeetingStatus.Draft ? meeting with { Status = MeetingStatus.Proposed } : meeting);

    /// <summary>Confirms every meeting that is not cancelled.</summary>
    public static EditedPlan Adopt(Plan plan) => All(plan, meeting => meeting.IsCancelled ? meeting
        : meeting with { Status = MeetingStatus.Adopted });

    private static EditedPlan All(Plan plan, Func<PlannedMeeting, PlannedMeeting> change) =>
        new(plan with { Meetings = [.. plan.Meetings.Select(change)] }, null, [], []);

    private EditedPlan Change(
        Plan plan, string name, Func<PlannedMeeting, Mistake?> refuse, Func<PlannedMeeting, PlannedMeeting> change)
    {
        var (found, mistake) = MeetingSearch.Find(plan, name);
        if (found is null || (mistake = StateMistake(name, found) ?? refuse(found)) is not null)
        {
            return Refused(plan, mistake!);
        }

        return Done(
            plan, [.. plan.Meetings.Select(meeting => meeting.Id == found.Id ? change(found) : meeting)], found.Id);
    }

    private EditedPlan Done(Plan plan, IReadOnlyList<PlannedMeeting> meetings, string id)
    {
        var after = _year.With(plan, meetings);
        var meeting = after.Meetings.First(own => own.Id == id);
        var warnings = new Objections(input).To(plan, after, meeting);
        var told = meeting.Locked && !meeting.IsCancelled ? Told(meeting, warnings) : meeting;
        return new EditedPlan(
            after with { Meetings = [.. after.Meetings.Select(own => own.Id == id ? told : own)] }, told, warnings, []);
    }

    // A choice that breaks a rule says so wherever its reasons are shown.
    private static PlannedMeeting Told(PlannedMeeting meeting, IReadOnlyList<string> warnings) => meeting with
    {
        Reasons =
        [
            Keeping.Chosen,
            .. warnings.Select(warning => new Reason(Keeping.Choice, 0, warning)),
            .. WithoutChoice(meeting),
        ],
    };

    private static PlannedMeeting Fixed(PlannedMeeting meeting) =>
        meeting with { Locked = true, Reasons = [Keeping.Chosen, .. WithoutChoice(meeting)] };

    private static IReadOnlyList<Reason> WithoutChoice(PlannedMeeting meeting) =>
        [.. meeting.Reasons.Where(reason => reason.Term != Keeping.Choice)];

    private Mistake? StateMistake(string name, PlannedMeeting meeting) =>
        meeting.IsCancelled ? new Mistake(name, 0, $"mötet {Slots.Text(meeting.Date, meeting.Start)} är redan inställt")
        : meeting.Date < input.Today
            ? new Mistake(name, 0, $"mötet var {SwedishDates.Long(meeting.Date)} och har passerat")
        : null;

    private Mistake? DayMistake(Plan plan, string name, LocalDate date, LocalTime start) =>
        date.Year != plan.Year
            ? new Mistake(name, 0, $"{SwedishDates.Iso(date)} ligger inte i {plan.Year} års plan",
                $"Välj en dag {plan.Year}")
        : date < input.Today ? new Mistake(name, 0, $"{SwedishDates.Long(date)} har passerat")
        : date == input.Today && start < Clock
            ? new Mistake(name, 0, $"klockan {SwedishDates.Clock(start)} i dag har passerat")
        : null;

    private static Mistake? MidnightMistake(string name, PlannedMeeting meeting, LocalTime? start) =>
        start is { } time && time + (meeting.End - meeting.Start) <= time
            ? new Mistake(name, 0, "mötet slutar efter midnatt") : null;

    private static EditedPlan Refused(Plan plan, Mistake mistake) => new(plan, null, [], [mistake]);
}
