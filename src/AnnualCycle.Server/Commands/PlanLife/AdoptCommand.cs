using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary><c>annualcycle adopt YEAR</c>: what was proposed is confirmed, and planning no longer moves it.</summary>
internal static class AdoptCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Argument<int>("YEAR") { Description = "Året" };
        var preview = new Option<bool>("--preview") { Description = "Visa bara vad som skulle ändras" };
        var hold = new Option<bool>("--hold") { Description = "Spara utan att skicka: kalendrarna ändras, ingen får post" };
        var collaboration = new CollaborationOption();
        var command = new Command("adopt", "Fastställer ett föreslaget år och kallar ledamöterna") { year, preview, hold };
        collaboration.AddTo(command);
        return new OpenDatabase(time).Serve(command, async (result, opened, cancel) =>
        {
            await using var context = opened.Database.Open();
            var standing = await PublishingCommand.StandingAsync(
                result, collaboration, result.GetValue(year), context, cancel);
            return standing is null ? 1 : await RunAsync(
                opened, standing, (result.GetValue(preview), result.GetValue(hold)), cancel);
        });
    }

    private static Task<int> RunAsync(Opened opened, Standing standing, (bool Preview, bool Hold) wish, CancellationToken cancel)
    {
        if (Refusal(standing) is { } refusal)
        {
            return Task.FromResult(Told.Mistake(refusal));
        }

        var order = new PublishOrder(
            standing.Collaboration, standing.Year, PlanState.Adopted, Opened.Who, "adopt")
        {
            HoldBack = wish.Hold,
        };
        return PublishingCommand.RunAsync(opened, standing, order, wish.Preview, cancel);
    }

    private static string? Refusal(Standing standing) => standing switch
    {
        { InForce: null } => $"{standing.Year} är inte föreslaget. Föreslå det först med propose.",
        { InForce.State: PlanState.Adopted } => $"{standing.Year} är redan fastställt.",
        { Draft: not null } => "Ett utkast med ändringar väntar. Publicera det med publish --yes, eller kasta det med "
            + "discard, så att det är tydligt vad som fastställs.",
        _ => null,
    };
}
