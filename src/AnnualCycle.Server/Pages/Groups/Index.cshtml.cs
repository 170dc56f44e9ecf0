using AnnualCycle.Plans;
using AnnualCycle.Server.Pages.Subscriptions;
using AnnualCycle.Server.Pages.Years;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Groups;

/// <summary>A group's year: its meetings, its charter's sentences, what it owes, and what is open.</summary>
[AllowedFor(Role.Public)]
public sealed class IndexModel(ShownYears years, PublicAddress address) : PageModel
{
    public ShownYear Year { get; private set; } = null!;

    public PlannedGroup Group { get; private set; } = null!;

    public PlannedCollaboration Collaboration { get; private set; } = null!;

    public YearSwitch Switch { get; private set; } = null!;

    public Subscription Subscription { get; private set; } = null!;

    public LocalDateTime Now => years.Now;

    /// <summary>The first meeting to come, whichever year it is in.</summary>
    public PlannedMeeting? Next { get; private set; }

    public IReadOnlyList<PlannedMeeting> Meetings => [.. Year.MeetingsOf(Group.Id)];

    /// <summary>How many of a rule's meetings nobody planned, as they were before the planning began.</summary>
    public int Assumed(RuleOutcome rule) => Math.Min(rule.Planned, Year.Plan.AssumedHeld.Count(meeting =>
        rule.Demands(meeting) && meeting.Groups.Contains(Group.Id)));

    /// <summary>Why there is no meeting in the year, for whoever looks for one.</summary>
    public string NoMeetings => this switch
    {
        { Group.HasFeed: false } =>
            "Gruppen nämns i uppdragsbeskrivningen men styrs av ett annat dokument. Dess möten planeras inte här.",
        { Year.Plan.From: { } from } when Group.Rules.Any(IsDemand) =>
            $"Inga möten är planerade från {SwedishDates.Day(from)} till årets slut. "
            + "Vad som var tidigare under året känner årshjulet inte till.",
        _ when Group.Rules.Any(IsDemand) => $"Inga möten är planerade {Year.Year}.",
        _ => $"Inga möten är planerade {Year.Year}. Uppdragsbeskrivningen säger inte när gruppen möts.",
    };

    private static bool IsDemand(RuleOutcome rule) => rule is { Kind: RuleKind.Meetings, Min: > 0 };

    public IReadOnlyList<PlannedDeadline> Deadlines => [.. Year.DeadlinesOf(Group.Id)];

    public IReadOnlyList<OpenQuestion> Questions =>
        [.. Year.Plan.Questions.Where(question => question.Group == Group.Id)];

    /// <summary>What every meeting of the group's own is for, when there are several and it is the same.</summary>
    public string? Purpose => Meetings.Where(meeting => meeting.Groups.Count == 1)
        .Select(meeting => meeting.Purpose).ToList() is { Count: > 1 } all && all.Distinct().Count() == 1
            ? all[0]
            : null;

    /// <summary>The other groups of a joint meeting.</summary>
    public IReadOnlyList<PlannedGroup> Others(PlannedMeeting meeting) =>
        [.. meeting.Groups.Where(group => group != Group.Id).Select(Year.Group).OfType<PlannedGroup>()];

    public IActionResult OnGet(string collaboration, string group, [FromQuery(Name = "ar")] int? asked)
    {
        var id = $"{collaboration}/{group}";
        var known = years.All.Where(year => year.Group(id) is not null).ToList();
        if (years.Choose(asked, known, id) is not { } chosen)
        {
            return NotFound();
        }

        Year = chosen;
        Group = chosen.Group(id)!;
        Collaboration = chosen.Collaboration(collaboration)!;
        Switch = new YearSwitch($"/{id}", [.. known.Select(year => year.Year)], chosen.Year);
        Next = years.Coming(id).FirstOrDefault();
        Subscription = Subscription.Of(address.For(Request), Group.Name, id);
        return Page();
    }
}
