using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Horizon;
using AnnualCycle.Storage;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Keeps everything true: takes in what changed in the configuration folder, keeps the years ahead planned, and writes
/// feeds that a new day changes. Doing it again at once finds nothing to do.
/// </summary>
public sealed class Caretaker(Installation installation, Shopwindow window, ILogger<Caretaker> log)
{
    /// <summary>The name of this work, for the lock that keeps two nodes from doing it at once.</summary>
    public const string Job = "NightlyWork";

    private const string Who = "tjänsten";

    /// <returns>What came of it, in words for people.</returns>
    public async Task<string> KeepAsync(Instant now, CancellationToken cancel)
    {
        var taken = await TakeInAsync(now, cancel);
        IReadOnlyList<DraftedYear> drafted = taken.Input is { } input
            ? await installation.Horizon.KeepAsync(input, Who, now, cancel) : [];
        var feeds = await RewriteAsync(now, cancel);
        await window.LookAsync(now, cancel);
        return $"{taken.Imported.Count} uppdragsbeskrivningar inlästa, {drafted.Count} utkast, {feeds} kalendrar";
    }

    /// <summary>Takes in the folder alone; mistakes are told, and what was right before goes on.</summary>
    public async Task<IntakeResult> TakeInAsync(Instant now, CancellationToken cancel)
    {
        var taken = await new Intake(installation).TakeInAsync(now, cancel);
        foreach (var mistake in taken.Mistakes)
        {
            log.LogWarning("{Mistake}", mistake);
        }

        if (taken.Input is { } input)
        {
            window.Use(input);
        }

        return taken;
    }

    // Cancelled meetings leave after their days, people join and leave, the program writes in another way.
    private Task<int> RewriteAsync(Instant now, CancellationToken cancel) => installation.Database.ChangeAsync(
        async context => await new FeedWriter(
            context, installation.Key, await Database.NotBeforeAsync(context, now, cancel)).WriteAsync(null, cancel),
        cancel);
}
