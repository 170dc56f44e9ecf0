using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>A change that a person wants to make to a plan.</summary>
/// <param name="Year">The year it concerns; null when it has to be looked for.</param>
/// <param name="Action">What it is called in the audit log.</param>
public sealed record WantedEdit(int? Year, string Action, Func<PlanEdit, Plan, EditedPlan> Make);

/// <summary>What came of a person's change.</summary>
/// <param name="Said">What changes, a line each; empty when it was so already.</param>
/// <param name="Meeting">As it is now; null when nothing was done.</param>
public sealed record EditOutcome(
    string Said, PlannedMeeting? Meeting, IReadOnlyList<string> Warnings, IReadOnlyList<Mistake> Mistakes)
{
    public string? Collaboration => Meeting?.Groups[0].Split('/')[0];

    internal static EditOutcome Refused(IReadOnlyList<Mistake> mistakes) => new("", null, [], mistakes);
}

/// <summary>
/// Makes a person's change to a plan and saves it as a draft, which nobody outside sees before it is published.
/// </summary>
/// <param name="who">The person, for the audit log.</param>
public sealed class PlanEditing(Installation installation, string who, Instant now)
{
    public async Task<EditOutcome> MakeAsync(WantedEdit edit, CancellationToken cancel)
    {
        // Files are read before the database is taken: nobody waits for a slow disk.
        await using var before = installation.Database.Open();
        var mistakes = new List<Mistake>();
        var files = new ConfigurationFiles(installation.Configuration).Network(mistakes);
        var input = files is null ? null : await NetworkInput.ReadAsync(before, files, mistakes, cancel);
        return input is null ? EditOutcome.Refused(mistakes)
            : await installation.Database.ChangeAsync(context => MakeAsync(context, edit, input, cancel), cancel);
    }

    private async Task<EditOutcome> MakeAsync(
        AnnualCycleContext context, WantedEdit edit, NetworkInput input, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        foreach (var year in await YearsAsync(context, edit.Year, cancel))
        {
            var working = await new PlanBook(context).WorkingAsync(year, cancel);
            var made = edit.Make(new PlanEdit(input.Year(year, SwedishTime.DayOf(now))) { Clock = SwedishTime.TimeOf(now) },
                Plan.Merge([.. working.Select(own => own.Plan)]));
            if (made.IsDone)
            {
                return await SaveAsync(context, edit, made, working, cancel);
            }

            mistakes.AddRange(made.Mistakes);
        }

        // A name that is nearly right in one year is no news in the others.
        var near = mistakes.Where(mistake => $"{mistake}".Contains("Menade du", StringComparison.Ordinal)).ToList();
        return EditOutcome.Refused(near.Count > 0 ? near : mistakes);
    }

    private async Task<EditOutcome> SaveAsync(AnnualCycleContext context, WantedEdit edit, EditedPlan made,
        IReadOnlyList<PlanRevision> working, CancellationToken cancel)
    {
        var meeting = made.Meeting!;
        var collaboration = meeting.Groups[0].Split('/')[0];
        var before = working.Single(plan => plan.Collaboration == collaboration);
        var after = made.Plan.Slice(collaboration);
        var changes = PlanDiff.Between(before.Plan, after).Changes;
        if (changes.Count == 0 && before.Plan.Meetings.Any(own => own.Id == meeting.Id && own.Locked == meeting.Locked))
        {
            return new EditOutcome("", meeting, [], []);
        }

        var said = changes.Count > 0 ? string.Join('\n', changes.Select(change => change.Text)) : $"Nu {Locked(meeting)}";
        var reason = before.State == PlanState.Draft ? $"{before.Reason}\n{said}" : said;
        var text = new PlanDraftText(collaboration, edit.Action, who, reason, before.Inputs, meeting.Id) { Entry = said };
        await new PlanBook(context).SaveDraftAsync(
            text, after, await Database.NotBeforeAsync(context, now, cancel), cancel);
        return new EditOutcome(said, meeting, made.Warnings, []);
    }

    /// <summary>"låst: Ledningsgrupp tisdag 9 februari 09:00".</summary>
    public static string Locked(PlannedMeeting meeting) =>
        $"{(meeting.Locked ? "låst" : "upplåst")}: {meeting.Title} {SwedishDates.Long(meeting.Date)} "
        + SwedishDates.Clock(meeting.Start);

    private static async Task<IReadOnlyList<int>> YearsAsync(
        AnnualCycleContext context, int? wanted, CancellationToken cancel)
    {
        var years = await context.Plans
            .Where(plan => plan.State != PlanState.Superseded && plan.State != PlanState.Discarded)
            .Select(plan => plan.Year).Distinct().OrderDescending().ToListAsync(cancel);
        return wanted is { } year ? [.. years.Where(own => own == year)] : years;
    }
}
