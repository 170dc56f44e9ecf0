using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>A plan as it stands when somebody wants to publish it.</summary>
/// <param name="InForce">What people see; null before the year was proposed.</param>
/// <param name="Draft">What waits to be published; null when nothing does.</param>
/// <param name="LookedAt">Id of the audit log's last line at that time.</param>
internal sealed record Standing(
    string Collaboration, int Year, PlanRevision? InForce, PlanRevision? Draft, long LookedAt);

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

        var book = new PlanBook(context);
        var lookedAt = await book.LastEntryAsync(cancel, collaboration);
        return new Standing(collaboration, year, await book.InForceAsync(collaboration, year, cancel),
            await book.DraftAsync(collaboration, year, cancel), lookedAt);
    }

    /// <summary>Prints what is going to change, and does it unless only a look was asked for.</summary>
    public static async Task<int> RunAsync(
        Opened opened, Standing standing, PublishOrder order, bool previewOnly, CancellationToken cancel)
    {
        var draft = (standing.Draft ?? standing.InForce)!;
        PlanWords.Print(standing.InForce?.Plan, PublishedPlan.Of(standing.InForce?.Plan, draft.Plan,
            Publisher.StatusOf(order.State), opened.Today));
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
}
