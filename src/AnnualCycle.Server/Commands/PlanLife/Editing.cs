using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>
/// Makes a person's change to a plan: it is shown, and saved as a draft that nobody outside sees before it is published.
/// </summary>
internal sealed class Editing(Opened opened)
{
    public async Task<int> RunAsync(Edit edit, CancellationToken cancel)
    {
        // Files are read before the database is taken: nobody waits for a slow disk.
        await using var before = opened.Database.Open();
        return await opened.InputAsync(before, cancel) is { } input
            ? await opened.Database.ChangeAsync(context => RunAsync(context, edit, input, cancel), cancel) : 1;
    }

    private async Task<int> RunAsync(
        AnnualCycleContext context, Edit edit, NetworkInput input, CancellationToken cancel)
    {
        var wanted = edit.YearOfSubject ?? edit.Year;
        var mistakes = new List<Mistake>();
        foreach (var year in await YearsAsync(context, wanted, cancel))
        {
            var working = await new PlanBook(context).WorkingAsync(year, cancel);
            var plan = Plan.Merge([.. working.Select(own => own.Plan)]);
            var made = edit.Make(new PlanEdit(input.Year(year, opened.Today)) { Clock = opened.Clock }, plan);
            if (made.IsDone)
            {
                return await SaveAsync(context, edit, made, working, cancel);
            }

            mistakes.AddRange(made.Mistakes);
        }

        // A name that is nearly right in one year is no news in the others.
        var near = mistakes.Where(mistake => $"{mistake}".Contains("Menade du", StringComparison.Ordinal)).ToList();
        return mistakes.Count > 0 ? Told.Mistakes(near.Count > 0 ? near : mistakes)
            : Told.Mistake(wanted is { } missing ? $"Det finns ingen plan för {missing}." : "Det finns ingen plan.");
    }

    private async Task<int> SaveAsync(AnnualCycleContext context, Edit edit, EditedPlan made,
        IReadOnlyList<PlanRevision> working, CancellationToken cancel)
    {
        var meeting = made.Meeting!;
        var collaboration = meeting.Groups[0].Split('/')[0];
        var before = working.Single(plan => plan.Collaboration == collaboration);
        var after = made.Plan.Slice(collaboration);
        var changes = PlanDiff.Between(before.Plan, after).Changes;
        if (changes.Count == 0 && before.Plan.Meetings.Any(own => own.Id == meeting.Id && own.Locked == meeting.Locked))
        {
            Console.WriteLine($"Redan {Locked(meeting)}. Inget är ändrat.");
            return 0;
        }

        var said = changes.Count > 0 ? string.Join('\n', changes.Select(change => change.Text))
            : $"Nu {Locked(meeting)}";
        var reason = before.State == PlanState.Draft ? $"{before.Reason}\n{said}" : said;
        var at = await Database.NotBeforeAsync(context, opened.Now, cancel);
        var text = new PlanDraftText(collaboration, edit.Action, Opened.Who, reason, before.Inputs, meeting.Id)
        {
            Entry = said,
        };
        await new PlanBook(context).SaveDraftAsync(text, after, at, cancel);
        Tell(said, made, collaboration);
        return 0;
    }

    private static void Tell(string said, EditedPlan made, string collaboration)
    {
        Console.WriteLine(said);
        foreach (var warning in made.Warnings)
        {
            Console.WriteLine($"  Obs: {warning}");
        }

        Console.Error.WriteLine($"Sparat som utkast, ännu inte synligt. Publicera med: "
            + $"annualcycle publish --collaboration {collaboration} --year {made.Plan.Year} --yes");
    }

    private static string Locked(PlannedMeeting meeting) =>
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
