using AnnualCycle.Plans;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.LeaderNews;

/// <summary>Finds what the process leaders of one collaboration have to see to, told or not.</summary>
internal sealed class LeaderNewsSearch(AnnualCycleContext context, GuestList guests, LocalDateTime now)
{
    /// <summary>So many days before a meeting it is looked at whether enough can come.</summary>
    public const int AnswerDays = 28;

    private string _collaboration = "";
    private IReadOnlyList<PlanRevision> _plans = [];

    /// <summary>The next meeting that is to be held; null when none is planned. After <see cref="ReadAsync"/>.</summary>
    public PlannedMeeting? Next => _plans.Where(IsInForce).SelectMany(plan => plan.Plan.Meetings)
        .Where(meeting => !meeting.IsCancelled && !ToldTime.Of(meeting).IsOver(now))
        .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start).FirstOrDefault();

    public async Task ReadAsync(string collaboration, CancellationToken cancel)
    {
        _collaboration = collaboration;
        _plans = await context.Plans.AsNoTracking().Where(plan => plan.Collaboration == collaboration && plan.Year >= now.Year
            && (plan.State == PlanState.Draft || plan.State == PlanState.Proposed || plan.State == PlanState.Adopted))
            .OrderBy(plan => plan.Year).ThenBy(plan => plan.Id).ToListAsync(cancel);
    }

    /// <summary>Each once: a joint meeting's rule is every group's.</summary>
    public async Task<IReadOnlyList<LeaderNewsItem>> FindAsync(CancellationToken cancel)
    {
        IEnumerable<LeaderNewsItem> all =
        [
            .. await TooFewAsync(cancel), .. Unplaced(), .. await StoppedAsync(cancel),
            .. await new OutlookNewsSearch(context, Next, now).FindAsync(_collaboration, cancel),
            .. await DraftsAsync(cancel), .. Questions(),
        ];
        return [.. all.DistinctBy(own => own.Key)];
    }

    private static bool IsInForce(PlanRevision plan) => plan.State != PlanState.Draft;

    // The year as people inside work on it: the draft where there is one.
    private IEnumerable<PlanRevision> Working =>
        _plans.GroupBy(plan => plan.Year).Select(same => same.OrderBy(IsInForce).First());

    private async Task<IReadOnlyList<LeaderNewsItem>> TooFewAsync(CancellationToken cancel)
    {
        var until = now.Date.PlusDays(AnswerDays);
        var near = _plans.Where(plan => plan is { State: PlanState.Adopted, HeldBack: false })
            .SelectMany(plan => plan.Plan.Meetings)
            .Where(meeting => !meeting.IsCancelled && meeting.Date <= until && !ToldTime.Of(meeting).IsOver(now)).ToList();
        var uids = near.Select(meeting => meeting.Uid).ToList();
        var told = (await context.Invitations.AsNoTracking().Where(own => uids.Contains(own.Uid)).ToListAsync(cancel))
            .ToLookup(own => own.Uid);
        return [.. near.Select(meeting => (meeting, Few: Attendance.Of(meeting, guests, [.. told[meeting.Uid]]).TooFew))
            .Where(own => own.Few is not null)
            .Select(own => new LeaderNewsItem($"few.{own.meeting.Uid}.{SwedishDates.Iso(own.meeting.Date)}",
                LeaderNewsKind.TooFew, own.meeting.Title, "", $"/{_collaboration}/moten/{own.meeting.Uid.Split('@')[0]}")
            {
                Year = own.meeting.Date.Year, Day = own.meeting.Date, Few = own.Few,
            })];
    }

    private IEnumerable<LeaderNewsItem> Unplaced() => Working.SelectMany(plan => plan.Plan.Groups
        .SelectMany(group => group.Rules.Where(rule => rule.Status == RuleStatus.Short && rule.Note is not null
                && rule.Kind is RuleKind.Meetings or RuleKind.Joint or RuleKind.Preparation)
            .Select(rule => new LeaderNewsItem($"unplaced.{plan.Year}.{rule.Id}.{rule.Planned}", LeaderNewsKind.Unplaced,
                group.Name, rule.Note!, $"/{_collaboration}/ar") { Year = plan.Year })));

    private async Task<IReadOnlyList<LeaderNewsItem>> StoppedAsync(CancellationToken cancel)
    {
        var stopped = await context.Deliveries.AsNoTracking()
            .Where(own => own.Collaboration == _collaboration && own.State == DeliveryState.Parked).OrderBy(own => own.Id)
            .Select(own => new { own.Id, own.Subject, own.Recipient, own.Uid, own.Settled }).ToListAsync(cancel);
        return [.. stopped.Select(own => new LeaderNewsItem($"stopped.{own.Id}.{own.Settled?.ToUnixTimeSeconds()}",
            LeaderNewsKind.Stopped, own.Subject, own.Recipient, $"/{_collaboration}/utskick")
        {
            Year = YearOf(own.Uid), KnownTo = own.Recipient,
        })];
    }

    private int? YearOf(string? uid) => uid is null ? null
        : _plans.SelectMany(plan => plan.Plan.Meetings).FirstOrDefault(meeting => meeting.Uid == uid)?.Date.Year;

    // What the service or somebody else has planned; a draft that grows is news again, by the line in the log.
    private async Task<IReadOnlyList<LeaderNewsItem>> DraftsAsync(CancellationToken cancel)
    {
        var news = new List<LeaderNewsItem>();
        foreach (var draft in _plans.Where(plan => plan.State == PlanState.Draft))
        {
            var (year, created) = ($"{draft.Year}", draft.Created);
            var entry = await context.Audit.AsNoTracking().Where(own => own.Collaboration == _collaboration
                    && own.Action == "plan" && own.Subject == year && own.At >= created)
                .OrderByDescending(own => own.Id).FirstOrDefaultAsync(cancel);
            news.AddRange(entry is null ? [] : [new LeaderNewsItem($"draft.{draft.Id}.{entry.Id}", LeaderNewsKind.Draft, year,
                entry.Text.Split('\n')[0], $"/{_collaboration}/publicera/{draft.Year}")
            {
                Year = draft.Year, KnownTo = entry.Who,
            }]);
        }

        return news;
    }

    // The same question stands in every year's plan.
    private IEnumerable<LeaderNewsItem> Questions() => Working.SelectMany(plan => plan.Plan.Questions
            .Select(question => (plan.Year, question)))
        .GroupBy(own => (own.question.Group, own.question.Text))
        .Select(same => new LeaderNewsItem($"question.{Print.Of(same.Key.Group, same.Key.Text)[..32]}",
            LeaderNewsKind.Question, NameOf(same.Key.Group), same.Key.Text, $"/{_collaboration}") { Year = same.First().Year });

    // A question may be the whole collaboration's.
    private string NameOf(string group) => guests.Names.GetValueOrDefault(group)
        ?? guests.Collaborations.FirstOrDefault(own => own.Id == _collaboration)?.Name ?? _collaboration;
}
