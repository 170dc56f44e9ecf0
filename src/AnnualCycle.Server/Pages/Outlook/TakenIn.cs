using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Outlook;
using NodaTime;

namespace AnnualCycle.Server.Pages.Outlook;

/// <summary>What somebody has done in Outlook, as the same change of the plan: another time or place, or called off.</summary>
/// <param name="Ours">The entry as it is wanted.</param>
/// <param name="Found">As it is in Outlook; null when it was taken away there.</param>
public sealed record TakenIn(OutlookEvent Ours, OutlookEvent? Found)
{
    private const string Reason = "Inställt i Outlook";

    /// <summary>False for what a plan has no place for: another length or title, somebody who was taken off the list.</summary>
    public bool IsPossible => Found is null || !IsOtherLength && (IsMoved || IsElsewhere);

    /// <summary>True when it would be as long as before in the plan, and everybody told of another end than Outlook has.</summary>
    public bool IsOtherLength => Found is not null && Found.End - Found.Start != Ours.End - Ours.Start;

    private bool IsMoved => (Found!.Date, Found.Start) != (Ours.Date, Ours.Start);

    private bool IsElsewhere => Found!.Location != Ours.Location;

    public WantedEdit Edit(PlannedMeeting meeting, int year, LocalDate today) =>
        new(year, Found is null ? "cancel" : IsMoved ? "move" : "place", (edit, plan) => Found is null
            ? edit.Cancel(plan, meeting.Id, today, Reason) : Made(edit, plan, meeting));

    private EditedPlan Made(PlanEdit edit, Plan plan, PlannedMeeting meeting)
    {
        var moved = IsMoved ? edit.Move(plan, meeting.Id, Found!.Date, Found.Start) : null;
        if (moved is { IsDone: false } || !IsElsewhere)
        {
            return moved!;
        }

        var placed = edit.Place(moved?.Plan ?? plan, meeting.Id, PlaceOf(meeting));
        return placed with { Warnings = [.. moved?.Warnings ?? [], .. placed.Warnings] };
    }

    // Outlook has one line where a plan has place, room and link.
    private MeetingPlace PlaceOf(PlannedMeeting meeting) => Found!.Location is { } line && MeetingForm.IsVideo(line)
        ? new MeetingPlace(null, null, line) : new MeetingPlace(Found.Location, null, meeting.Video);
}
