using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary><c>annualcycle publish</c>: shows what a draft changes, and with <c>--yes</c> makes it what people see.</summary>
internal static class PublishCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Option<int?>("--year") { Description = "Året, när utkast väntar för flera år" };
        var preview = new Option<bool>("--preview") { Description = "Visa bara vad som skulle ändras (annars med --yes)" };
        var yes = new Option<bool>("--yes") { Description = "Publicera" };
        var hold = new Option<bool>("--hold") { Description = "Spara utan att skicka: kalendrarna ändras, ingen får post" };
        var collaboration = new CollaborationOption();
        var command = new Command("publish", "Publicerar ett utkast") { year, preview, yes, hold };
        collaboration.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(preview) && result.GetValue(yes))
            {
                result.AddError("Välj --preview eller --yes, inte båda.");
            }
        });
        return new OpenDatabase(time).Serve(command, (result, opened, cancel) => RunAsync(
            result, opened, collaboration, new Wish(result.GetValue(year), result.GetValue(yes), result.GetValue(hold)),
            cancel));
    }

    private static async Task<int> RunAsync(
        ParseResult result, Opened opened, CollaborationOption collaboration, Wish wish, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        if (await collaboration.FindAsync(result, context, cancel) is not { } id)
        {
            return 1;
        }

        var years = await DraftYearsAsync(context, id, wish.Year, cancel);
        if (years.Count != 1)
        {
            return Told.Mistake(years.Count == 0
                ? $"Inget utkast väntar{(wish.Year is { } year ? $" för {year}" : "")}." : $"Utkast väntar för {string.Join(" och ", years)}. Välj ett med --year.");
        }

        var standing = (await PublishingCommand.StandingAsync(result, collaboration, years[0], context, cancel))!;
        if (standing.InForce is null)
        {
            return Told.Mistake($"{standing.Year} är inte föreslaget än. Föreslå det med propose.");
        }

        var order = new PublishOrder(id, standing.Year, standing.InForce.State, Opened.Who, "publish")
        {
            HoldBack = wish.Hold,
        };
        Console.WriteLine($"Varför:\n  {standing.Draft!.Reason.Replace("\n", "\n  ")}\nVad som ändras:");
        var code = await PublishingCommand.RunAsync(opened, standing, order, previewOnly: !wish.Yes, cancel);
        if (!wish.Yes)
        {
            Console.WriteLine($"Inget är publicerat. Publicera med: annualcycle publish --collaboration {id} --year {standing.Year} --yes"
                + (wish.Hold ? " --hold" : ""));
        }

        return code;
    }

    private static Task<List<int>> DraftYearsAsync(
        AnnualCycleContext context, string collaboration, int? asked, CancellationToken cancel) => context.Plans
        .Where(plan => plan.Collaboration == collaboration && plan.State == PlanState.Draft)
        .Where(plan => asked == null || plan.Year == asked)
        .Select(plan => plan.Year).Order().ToListAsync(cancel);

    private sealed record Wish(int? Year, bool Yes, bool Hold);
}
