using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.Pages.Years;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Collaborations;

/// <summary>A collaboration's year: its wheel, its groups, what is to come, and what its charter rests on.</summary>
[AllowedFor(Role.Public)]
public sealed class IndexModel(ShownYears years, PublicAddress address) : PageModel
{
    public ShownYear Year { get; private set; } = null!;

    public PlannedCollaboration Collaboration { get; private set; } = null!;

    public Collaboration? Charter { get; private set; }

    public YearSwitch Switch { get; private set; } = null!;

    public YearList List { get; private set; } = null!;

    public string Wheel { get; private set; } = "";

    public Subscription Subscription { get; private set; } = null!;

    public LocalDate Today => years.Now.Date;

    /// <summary>Groups that the charter governs, with their next meeting.</summary>
    public IReadOnlyList<GroupEntry> Groups { get; private set; } = [];

    /// <summary>Bodies that the charter names and another document governs.</summary>
    public IReadOnlyList<PlannedGroup> Elsewhere { get; private set; } = [];

    /// <summary>What concerns the collaboration as a whole: agreements, plans and the charter's own revision.</summary>
    public IReadOnlyList<PlannedDeadline> OwnDeadlines =>
        [.. Year.Plan.Deadlines.Where(deadline => deadline.Group == Collaboration.Id)];

    public IReadOnlyList<OpenQuestion> OwnQuestions =>
        [.. Year.Plan.Questions.Where(question => question.Group == Collaboration.Id)];

    public int QuestionsInGroups => Groups.Sum(group => group.Questions);

    public IActionResult OnGet(string collaboration, [FromQuery(Name = "ar")] int? asked)
    {
        var known = years.All.Where(year => year.Collaboration(collaboration) is not null).ToList();
        if (years.Choose(asked, known, collaboration) is not { } chosen)
        {
            return NotFound();
        }

        Year = chosen;
        Collaboration = chosen.Collaboration(collaboration)!;
        Charter = chosen.CharterOf(collaboration);
        Switch = new YearSwitch($"/{collaboration}", [.. known.Select(year => year.Year)], chosen.Year);
        List = YearList.Of(chosen, collaboration, years.Now);
        Wheel = chosen.Wheel(Collaboration, WheelSize.Square, Today);
        Subscription = Subscription.Of(address.For(Request), Collaboration.Name, collaboration);
        var groups = chosen.Plan.Groups.Where(group => group.Collaboration == collaboration).ToList();
        Groups = [.. groups.Where(group => group.HasFeed || group.Rules.Count > 0).Select(Entry)];
        Elsewhere = [.. groups.Except(Groups.Select(entry => entry.Group))];
        return Page();
    }

    private GroupEntry Entry(PlannedGroup group) => new(
        group,
        Year.MeetingsOf(group.Id).Count(meeting => meeting.Status != MeetingStatus.Cancelled),
        years.Coming(group.Id).FirstOrDefault(),
        Year.Plan.Questions.Count(question => question.Group == group.Id));

    /// <summary>A group in its collaboration's list.</summary>
    public sealed record GroupEntry(PlannedGroup Group, int Meetings, PlannedMeeting? Next, int Questions);
}
