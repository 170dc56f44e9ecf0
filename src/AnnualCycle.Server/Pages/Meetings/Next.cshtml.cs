using AnnualCycle.Plans;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Meetings;

/// <summary>A group's next meeting, at an address that never changes: for mails, web pages and the wall.</summary>
[AllowedFor(Role.Public)]
public sealed class NextModel(ShownYears years) : PageModel
{
    public PlannedGroup Group { get; private set; } = null!;

    public PlannedCollaboration Collaboration { get; private set; } = null!;

    public PlannedMeeting? Meeting { get; private set; }

    /// <summary>The principal that chairs it; null where nobody has said.</summary>
    public ChairTerm? Chair { get; private set; }

    /// <summary>Names of the other groups when the meeting is joint.</summary>
    public IReadOnlyList<string> With { get; private set; } = [];

    /// <summary>Meetings that would have come before it and are cancelled.</summary>
    public IReadOnlyList<PlannedMeeting> CancelledBefore { get; private set; } = [];

    public LocalDate Today => years.Now.Date;

    public IActionResult OnGet(string collaboration, string group)
    {
        var id = $"{collaboration}/{group}";
        if (years.All.LastOrDefault(year => year.Group(id) is not null) is not { } known)
        {
            return NotFound();
        }

        Group = known.Group(id)!;
        Collaboration = known.Collaboration(collaboration)!;
        Meeting = years.Coming(id).FirstOrDefault();
        Chair = Meeting is { } meeting
            ? years.All.FirstOrDefault(year => year.Year == meeting.Date.Year)?.Plan.ChairOf(meeting) : null;
        With = [.. (Meeting?.Groups ?? []).Where(other => other != id).Select(known.Group).OfType<PlannedGroup>()
            .Select(other => other.Name)];
        CancelledBefore = [.. years.All.SelectMany(year => year.MeetingsOf(id)).Where(IsMissed)];
        return Page();
    }

    private bool IsMissed(PlannedMeeting meeting) => meeting.Status == MeetingStatus.Cancelled
        && !meeting.IsPast(years.Now) && (Meeting is null || meeting.Date <= Meeting.Date);
}
