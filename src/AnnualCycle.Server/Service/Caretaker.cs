using AnnualCycle.People;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Jobs;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Keeps everything true: takes in what changed in the configuration folder, keeps the years ahead planned, and writes
/// feeds that a new day changes. Doing it again at once finds nothing to do.
/// </summary>
public sealed class Caretaker(
    Installation installation, Shopwindow window, DoneOnce node, BusyIntake busy, RoundDesk rounds, ILogger<Caretaker> log)
{
    /// <summary>The name of this work, for the lock that keeps two nodes from doing it at once.</summary>
    public const string Job = "NightlyWork";

    private const string Who = "tjänsten";

    /// <returns>What came of it, in words for people; null when something of it is still to be done.</returns>
    public async Task<string?> KeepAsync(Instant now, CancellationToken cancel)
    {
        await busy.TakeInAsync(now, cancel);
        // Before years are planned: what people could not make counts from the day their round is over.
        await rounds.TendAsync(Who, now, cancel);
        var taken = await TakeInAsync(now, cancel);
        if (taken.Input is { } known)
        {
            await new HolidayDesk(installation, rounds).TendAsync(known, now, cancel);
        }

        var drafted = taken.Input is { } input
            ? await installation.Horizon.KeepAsync(input, Who, now, cancel) : [];
        var mails = await installation.Database.ChangeAsync(async context => await new InvitationKeeper(
            context, installation.Key, installation.Correspondence, await Database.NotBeforeAsync(context, now, cancel),
            SwedishTime.Of(now)).KeepAllAsync(cancel), cancel);
        var feeds = await WriteFeedsAsync(taken.Input?.Prints.Prints["people"], now, cancel);
        await DeliveryUpkeep.ClearAsync(installation.Database, now, cancel);
        await InboxUpkeep.ClearAsync(installation.Database, now, cancel);
        await RoundUpkeep.ClearAsync(installation.Database, SwedishTime.DayOf(now), cancel);
        await ReminderUpkeep.ClearAsync(installation.Database, now, cancel);
        await OutlookUpkeep.ClearAsync(installation.Database, now, cancel);
        await window.LookAsync(now, cancel);
        if (drafted is null)
        {
            log.LogWarning("Planerna ändrades gång på gång medan de sågs över. De ses över igen nästa natt eller start.");
            return null;
        }

        return $"{taken.Imported.Count} uppdragsbeskrivningar inlästa, {drafted.Count} utkast, {feeds} kalendrar, {mails.Count} mejl";
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
            var today = SwedishTime.DayOf(now);
            foreach (var mandate in NewMandates.Of(input.Collaborations, input.People, today))
            {
                log.LogWarning("{NewMandate}", mandate.Text);
            }

            foreach (var stranger in BusyIntake.Strangers(installation.Configuration, input.Year(today.Year, today)))
            {
                log.LogWarning("{Mistake}", stranger);
            }
        }

        return taken;
    }

    // Once a day, as cancelled meetings leave after theirs; when the people are others than when it was done; and when
    // this program writes in another way than the one before.
    private Task<int> WriteFeedsAsync(string? people, Instant now, CancellationToken cancel) =>
        installation.Database.ChangeAsync(async context =>
        {
            var at = await Database.NotBeforeAsync(context, now, cancel);
            var (job, day) = ($"WriteFeeds {people?[..12]}", SwedishTime.StartOf(SwedishTime.DayOf(now)));
            var isDone = await context.JobRuns.AnyAsync(run => run.Job == job && run.Scheduled == day, cancel);
            if (isDone && !await context.Feeds.AnyAsync(feed => feed.Format != FeedWriter.Format, cancel))
            {
                return 0;
            }

            var written = await new FeedWriter(context, installation.Key, at, SwedishTime.DayOf(now)).WriteAsync(null, cancel);
            if (!isDone)
            {
                context.JobRuns.Add(new JobRun
                {
                    Job = job, Scheduled = day, Node = node.Node, Finished = at, Outcome = $"{written} kalendrar",
                });
            }

            return written;
        }, cancel);
}
