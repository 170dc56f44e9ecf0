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
        var collaboration = new CollaborationOption();
        var command = new Command("adopt", "Fastställer ett föreslaget år") { year, preview };
        collaboration.AddTo(command);
        return new OpenDatabase(time).Serve(command, async (result, opened, cancel) =>
        {
            await using var context = opened.Database.Open();
            var standing = await PublishingCommand.StandingAsync(
                result, collaboration, result.GetValue(year), context, cancel);
            return standing is null ? 1 : await RunAsync(opened, standing, result.GetValue(preview), cancel);
        });
    }

    private static Task<int> RunAsync(Opened opened, Standing standing, bool preview, CancellationToken cancel)
    {
        if (Refusal(standing) is { } refusal)
        {
            return Task.FromResult(Told.Mistake(refusal));
        }

        var order = new PublishOrder(
            standing.Collaboration, standing.Year, PlanState.Adopted, Opened.Who, "adopt");
        return PublishingCommand.RunAsync(opened, standing, order, preview, cancel);
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
