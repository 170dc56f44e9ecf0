using AnnualCycle.Plans;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.Years;

/// <summary>The year of the whole network: its wheel, what is to come, and the collaborations.</summary>
[AllowedFor(Role.Public)]
public sealed class IndexModel(ShownYears years) : PageModel
{
    public ShownYear? Year { get; private set; }

    public YearSwitch Switch { get; private set; } = new("/", [], 0);

    public YearList List { get; private set; } = new([], []);

    public string Wheel { get; private set; } = "";

    public IReadOnlyList<CollaborationEntry> Collaborations { get; private set; } = [];

    /// <summary>How many that are not cancelled.</summary>
    public int MeetingsHeld => Year!.Plan.Meetings.Count(meeting => meeting.Status != MeetingStatus.Cancelled);

    public int GroupsThatMeet => Year!.Plan.Groups
        .Count(group => Year.MeetingsOf(group.Id).Any(meeting => meeting.Status != MeetingStatus.Cancelled));

    public IActionResult OnGet([FromQuery(Name = "ar")] int? asked)
    {
        var all = years.All;
        Year = years.Choose(asked, all);
        if (Year is null)
        {
            return asked is null ? Page() : NotFound();
        }

        Switch = new YearSwitch("/", [.. all.Select(year => year.Year)], Year.Year);
        List = YearList.Of(Year, collaboration: null, years.Now);
        Wheel = Year.Wheel(collaboration: null, WheelSize.Square, years.Now.Date);
        Collaborations = [.. Year.Plan.Collaborations.Select(Entry)];
        return Page();
    }

    private CollaborationEntry Entry(PlannedCollaboration collaboration) => new(
        collaboration,
        Year!.CharterOf(collaboration.Id)?.Municipalities ?? [],
        Year.Plan.Groups.Count(group => group.Collaboration == collaboration.Id && group.HasFeed),
        Year.MeetingsOf(collaboration.Id).Count(meeting => meeting.Status != MeetingStatus.Cancelled),
        years.Coming(collaboration.Id).FirstOrDefault());

    /// <summary>A collaboration in the list of all.</summary>
    public sealed record CollaborationEntry(
        PlannedCollaboration Collaboration, IReadOnlyList<string> Municipalities, int Groups, int Meetings,
        PlannedMeeting? Next);
}
