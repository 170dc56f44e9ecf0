using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Publications;

/// <summary>A collaboration's years for its process leader: what waits, and each coming meeting with its answers.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class YearsModel(Database database, TimeProvider time) : PageModel
{
    /// <summary>In force or waiting as a draft, the earliest first.</summary>
    public IReadOnlyList<PlanRevision> Plans { get; private set; } = [];

    public string Name => Plans[0].Plan.Collaborations[0].Name;

    /// <summary>By UID: how many have said yes, said no, and been asked.</summary>
    public IReadOnlyDictionary<string, (int Yes, int No, int Asked)> Answers { get; private set; } =
        new Dictionary<string, (int, int, int)>();

    public LocalDate Today => SwedishTime.DayOf(Instant.FromDateTimeOffset(time.GetUtcNow()));

    public IEnumerable<int> Years => Plans.Select(plan => plan.Year).Distinct();

    public PlanRevision? InForce(int year) => Plans.FirstOrDefault(plan => plan.Year == year && plan.State != PlanState.Draft);

    public bool HasDraft(int year) => Plans.Any(plan => plan.Year == year && plan.State == PlanState.Draft);

    public IEnumerable<PlannedMeeting> Coming(int year) => InForce(year)?.Plan.Meetings.Where(own => own.Date >= Today) ?? [];

    public async Task<IActionResult> OnGetAsync(string collaboration, CancellationToken cancel)
    {
        var year = Today.Year;
        await using var context = database.Open();
        Plans = await context.Plans.AsNoTracking().Where(plan => plan.Collaboration == collaboration && plan.Year >= year
                && (plan.State == PlanState.Draft || plan.State == PlanState.Proposed || plan.State == PlanState.Adopted))
            .OrderBy(plan => plan.Year).ToListAsync(cancel);
        var rows = await context.Invitations.AsNoTracking().Where(own => own.Collaboration == collaboration
            && own.State != InvitationState.Withdrawn).Select(own => new { own.Uid, own.Answer, own.AnsweredSequence, own.Sequence })
            .ToListAsync(cancel);
        Answers = rows.GroupBy(own => own.Uid).ToDictionary(same => same.Key, same => (
            same.Count(own => own.Answer == Answer.Yes && own.AnsweredSequence >= own.Sequence),
            same.Count(own => own.Answer == Answer.No && own.AnsweredSequence >= own.Sequence), same.Count()));
        return Plans.Count > 0 ? Page() : NotFound();
    }
}
