using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using NodaTime;

namespace AnnualCycle.Server.Jobs;

/// <summary>Looks each second whether a command or another node has published something.</summary>
internal sealed class WindowDressing(Shopwindow window, TimeProvider time, ILogger<WindowDressing> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        DatabaseTrouble? trouble = null;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                trouble = await LookAsync(trouble, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops, or could not begin: said here, as the host takes it for a fault in the second case.
        }
    }

    // What was shown goes on being shown; the trouble is told once, and when it is over.
    private async Task<DatabaseTrouble?> LookAsync(DatabaseTrouble? before, CancellationToken cancel)
    {
        try
        {
            await window.LookAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);
            if (before is not null)
            {
                log.LogWarning("Databasen svarar igen.");
            }

            return null;
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            if (trouble != before)
            {
                log.LogError("{Trouble}", trouble.Text);
            }

            return trouble;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogCritical(fault, "Tjänsten stannar: den kan inte se efter vad som är publicerat.");
            throw;
        }
    }
}
