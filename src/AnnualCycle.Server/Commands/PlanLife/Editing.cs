using System.Text.RegularExpressions;
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
internal sealed partial class Editing(Opened opened)
{
    public Task<int> RunAsync(Edit edit, CancellationToken cancel) => opened.Database.ChangeAsync(async context =>
    {
        var years = await YearsAsync(context, edit, cancel);
        if (years.Count == 0)
        {
            return Told.Mistake(edit.Year is { } year ? $"Det finns ingen plan för {year}." : "Det finns ingen plan.");
        }

        return await opened.InputAsync(context, cancel) is { } input
            ? await RunAsync(context, edit, years, input, cancel) : 1;
    }, cancel);

    private async Task<int> RunAsync(
        AnnualCycleContext context, Edit edit, IReadOnlyList<int> years, NetworkInput input, CancellationToken cancel)
    {
        EditedPlan? made = null;
        foreach (var year in years)
        {
            var working = await new PlanBook(context).WorkingAsync(year, cancel);
            var plan = Plan.Merge([.. working.Select(own => own.Plan)]);
            made = edit.Make(new PlanEdit(input.Year(year, opened.Today)), plan);
            if (made.IsDone)
            {
                return await SaveAsync(context, edit, made, working, cancel);
            }
        }

        return Told.Mistakes(made!.Mistakes);
    }

    private async Task<int> SaveAsync(AnnualCycleContext context, Edit edit, EditedPlan made,
        IReadOnlyList<PlanRevision> working, CancellationToken cancel)
    {
        var meeting = made.Meeting!;
        var collaboration = meeting.Groups[0].Split('/')[0];
        var before = working.Single(plan => plan.Collaboration == collaboration);
        var after = made.Plan.Slice(collaboration);
        var changes = PlanDiff.Between(before.Plan, after).Changes;
        var said = changes.Count > 0 ? string.Join('\n', changes.Select(change => change.Text))
            : edit.Action == "lock" ? $"Låst: {meeting.Id}" : $"Upplåst: {meeting.Id}";
        var reason = before.State == PlanState.Draft ? $"{before.Reason}\n{said}" : said;
        var at = await Database.NotBeforeAsync(context, opened.Now, cancel);
        var text = new PlanDraftText(collaboration, edit.Action, Opened.Who, reason, before.Inputs, meeting.Id);
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

    // The end of a meeting's id names its year; a UID does not, and is looked for in every year.
    private static async Task<IReadOnlyList<int>> YearsAsync(
        AnnualCycleContext context, Edit edit, CancellationToken cancel)
    {
        var years = await context.Plans
            .Where(plan => plan.State != PlanState.Superseded && plan.State != PlanState.Discarded)
            .Select(plan => plan.Year).Distinct().OrderDescending().ToListAsync(cancel);
        int? named = YearInId.Match(edit.Subject) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        return (named ?? edit.Year) is { } year ? [.. years.Where(own => own == year)] : years;
    }

    [GeneratedRegex(@"(?:^|/)(\d{4})-\d+$")]
    private static partial Regex YearInId { get; }
}
