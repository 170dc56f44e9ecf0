using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>
/// <c>annualcycle propose YEAR</c>: shows the draft to the members; plans the year first if it has no plan.
/// </summary>
internal static class ProposeCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Argument<int>("YEAR") { Description = "Året" };
        var preview = new Option<bool>("--preview") { Description = "Visa bara vad som skulle ändras" };
        var until = Typed.OptionalDate("--until", "Fråga ledamöterna om datumen, med den här dagen som sista svarsdag");
        var collaboration = new CollaborationOption();
        var command = new Command("propose", "Föreslår ett år: kalendrarna visar det som preliminärt")
        {
            year, preview, until,
        };
        collaboration.AddTo(command);
        return new OpenDatabase(time).Serve(command, async (result, opened, cancel) =>
        {
            var code = await RunAsync(result, opened, collaboration, result.GetValue(year), result.GetValue(preview), cancel);
            await using var context = opened.Database.Open();
            return code == 0 && !result.GetValue(preview) && result.GetValue(until) is { } day
                && await collaboration.FindAsync(result, context, cancel) is { } id
                    ? await RoundCommand.AskAsync(opened, time, (id, result.GetValue(year)), day, cancel) : code;
        });
    }

    private static async Task<int> RunAsync(ParseResult result, Opened opened, CollaborationOption collaboration,
        int year, bool preview, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        if (await PublishingCommand.StandingAsync(result, collaboration, year, context, cancel) is not { } standing)
        {
            return 1;
        }

        if (standing is { InForce: null, Draft: null })
        {
            if (preview)
            {
                Console.WriteLine($"{year} har ingen plan. Utan --preview planeras året och föreslås.");
                return 0;
            }

            return await PlanAsync(opened, standing, cancel)
                ? await RunAsync(result, opened, collaboration, year, preview, cancel) : 1;
        }

        if (standing.InForce is { State: PlanState.Adopted })
        {
            return Told.Mistake($"{year} är redan fastställt. Ändringar publiceras med publish.");
        }

        if (standing.Draft is null)
        {
            Console.WriteLine($"{year} är redan föreslaget, och inget utkast väntar.");
            return 0;
        }

        var order = new PublishOrder(standing.Collaboration, year, PlanState.Proposed, Opened.Who, "propose");
        return await PublishingCommand.RunAsync(opened, standing, order, preview, cancel);
    }

    private static async Task<bool> PlanAsync(Opened opened, Standing standing, CancellationToken cancel)
    {
        if (standing.Year < opened.Today.Year || standing.Year > opened.Today.Year + 5)
        {
            Told.Mistake($"{standing.Year} kan inte planeras: välj ett år från {opened.Today.Year} och fem år framåt.");
            return false;
        }

        await using var context = opened.Database.Open();
        if (await opened.InputAsync(context, cancel) is not { } input)
        {
            return false;
        }

        Console.Error.WriteLine($"{standing.Year} har ingen plan. Planerar …");
        var drafts = await opened.Installation.Horizon.PlanAsync(
            input, standing.Collaboration, standing.Year, Opened.Who, opened.Now, cancel);
        return drafts?.Any(draft => draft.Collaboration == standing.Collaboration) == true
            || Told.Mistake("Planen ändrades av någon annan under tiden. Försök igen.") == 0;
    }
}
