using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Horizon;

/// <summary>One year's drafts before they are written: for whom, and why.</summary>
internal sealed class YearDrafts
{
    private readonly NetworkInput _input;
    private readonly IReadOnlyList<PlanRevision> _working;
    private readonly IReadOnlyList<string> _unplanned;
    private readonly IReadOnlyList<string> _changed;
    private Plan? _plan;

    /// <param name="lastEntry">Id of the last line of the audit log when the plans were read.</param>
    /// <param name="working">What the collaborations have of the year.</param>
    /// <param name="rejected">Drafts of the year that somebody threw away.</param>
    public YearDrafts(int year, long lastEntry, NetworkInput input, IReadOnlyList<PlanRevision> working,
        IReadOnlyList<PlanRevision> rejected)
    {
        (Year, LastEntry, _input, _working) = (year, lastEntry, input, working);
        _unplanned = [.. input.Collaborations.Select(collaboration => collaboration.Id)
            .Except(working.Select(plan => plan.Collaboration))
            .Except(rejected.Where(plan => input.Prints.ChangedSince(plan.Inputs).Count == 0)
                .Select(plan => plan.Collaboration))];
        _changed = [.. working.SelectMany(plan => input.Prints.ChangedSince(plan.Inputs)).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    public int Year { get; }

    public long LastEntry { get; }

    /// <summary>True when every collaboration has a plan that was made from what holds today.</summary>
    public bool IsEmpty => _unplanned.Count == 0 && _changed.Count == 0;

    /// <summary>The collaboration whose year somebody asked for; null for all.</summary>
    public string? Only { get; init; }

    public YearDrafts With(Plan plan)
    {
        _plan = plan;
        return this;
    }

    public async Task<IReadOnlyList<DraftedYear>> WriteAsync(
        AnnualCycleContext context, string who, Instant at, CancellationToken cancel)
    {
        var (book, drafted) = (new PlanBook(context), new List<DraftedYear>());
        foreach (var id in _plan!.Collaborations.Select(collaboration => collaboration.Id).Where(IsDue))
        {
            var earlier = _working.FirstOrDefault(plan => plan.Collaboration == id);
            var slice = _plan.Slice(id);
            if (ReasonFor(earlier, slice) is not { } reason)
            {
                // Looked at, and nothing to change: the same question is not asked again tomorrow.
                await book.SeenAsync(earlier!, _input.Prints, cancel);
                continue;
            }

            var text = new PlanDraftText(id, "plan", who,
                string.Join('\n', [.. Unpublished(earlier), reason]), _input.Prints) { Entry = reason };
            await book.SaveDraftAsync(text, slice, at, cancel);
            drafted.Add(new DraftedYear(id, Year, reason));
        }

        return drafted;
    }

    private bool IsDue(string collaboration) => Only is { } asked
        ? collaboration == asked
        : _unplanned.Contains(collaboration) || _working.Any(plan => plan.Collaboration == collaboration);

    private string? ReasonFor(PlanRevision? earlier, Plan plan)
    {
        if (earlier is null)
        {
            return Only is null ? Causes.NoPlan : Causes.AskedFor;
        }

        var changes = PlanDiff.Between(earlier.Plan, plan);
        var said = CharterChanges.Between(earlier.Plan, plan);
        var cause = Causes.Text(plan.Collaborations[0].Id, _input.Prints.ChangedSince(earlier.Inputs), _input);
        return changes.Changes.Count == 0 && (said.Count == 0 || IsOver(earlier.Plan, plan)) ? null
            : string.Join('\n', [cause, .. said, changes.Summary, .. changes.Changes.Select(change => change.Text)]);
    }

    // A year in which nothing is to come any more: what is said of it otherwise is no reason to publish it again.
    private static bool IsOver(Plan earlier, Plan plan) =>
        plan.Meetings.Count == 0 && earlier.Collaborations.SequenceEqual(plan.Collaborations);

    // What a draft already waited with is published together with what is new.
    private static IEnumerable<string> Unpublished(PlanRevision? earlier) =>
        earlier?.State == PlanState.Draft ? [earlier.Reason] : [];
}
