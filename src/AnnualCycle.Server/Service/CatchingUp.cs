using AnnualCycle.Storage;
using AnnualCycle.Storage.Jobs;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>What a night missed while the service was down is done now, when people are served already.</summary>
internal sealed class CatchingUp(
    Caretaker caretaker, ReminderRounds reminders, DoneOnce once, TimeProvider time, ILogger<CatchingUp> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Until it is done: a database that is away comes back, and what is served goes on meanwhile.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await TryAsync(stopping) is { } trouble)
            {
                log.LogError("{Trouble} Försöker igen om {Seconds} sekunder.", trouble.Text, Pause.TotalSeconds);
                await Task.Delay(Pause, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped in the middle: nothing was written, and the next start does it.
        }
    }

    private async Task<DatabaseTrouble?> TryAsync(CancellationToken stopping)
    {
        try
        {
            await using var alone = await once.HoldAsync(Caretaker.Job, stopping);
            await caretaker.KeepAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), stopping);
            await reminders.KeepAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), stopping);
            // What a start reads and plans is not needed again; a service mostly waits.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return null;
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            return trouble;
        }
    }
}
