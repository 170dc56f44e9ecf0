using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>What is common to <c>propose</c>, <c>adopt</c> and <c>publish</c>: show what will change, then do it.</summary>
internal static class PublishingCommand
{
    /// <summary>The year as it stands; null, and told, when the collaboration is unknown.</summary>
    public static async Task<Standing?> StandingAsync(
        ParseResult result, CollaborationOption option, int year, AnnualCycleContext context, CancellationToken cancel)
    {
        if (await option.FindAsync(result, context, cancel) is not { } collaboration)
        {
            return null;
        }

        return await Standing.ReadAsync(context, collaboration, year, cancel);
    }

    /// <summary>Prints what is going to change, and does it unless only a look was asked for.</summary>
    public static async Task<int> RunAsync(
        Opened opened, Standing standing, PublishOrder order, bool previewOnly, CancellationToken cancel)
    {
        var draft = (standing.Draft ?? standing.InForce)!;
        PlanWords.Print(standing.InForce?.Plan, PublishedPlan.Of(standing.InForce?.Plan, draft.Plan,
            Publisher.StatusOf(order.State), opened.Today));
        await TellMailsAsync(opened, order with { LookedAt = standing.LookedAt }, cancel);
        if (previewOnly)
        {
            return 0;
        }

        var published = await opened.Installation.Publisher.PublishAsync(
            order with { LookedAt = standing.LookedAt }, opened.Now, cancel);
        if (published is null)
        {
            return Told.Mistake("Något ändrades under tiden av någon annan. Inget är publicerat; titta igen.");
        }

        Console.WriteLine($"{order.Collaboration} {order.Year}: {PlanWords.Of(order.State)}, "
            + $"revision {published.Number}" + (order.HoldBack ? ", utan utskick." : "."));
        return 0;
    }

    // To the last mail what publishing would do, as it is done and undone.
    private static async Task TellMailsAsync(Opened opened, PublishOrder order, CancellationToken cancel)
    {
        var publisher = opened.Installation.Publisher;
        if (await publisher.RehearseAsync(order with { HoldBack = false }, opened.Now, cancel) is { } rehearsed
            && PublicationTally.Of(rehearsed, opened.Installation.Outlook) is { IsEmpty: false } told)
        {
            var lines = told.Lines(order.HoldBack ? "" : MailOptions.WayOf(opened.Installation.Options));
            Console.WriteLine((order.HoldBack ? "Hålls inne: " : "") + string.Join('\n', lines));
        }
    }
}
