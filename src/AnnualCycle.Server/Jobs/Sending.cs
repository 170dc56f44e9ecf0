using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage;

namespace AnnualCycle.Server.Jobs;

/// <summary>Looks each second, and when somebody has just laid something there, whether there is a mail to send.</summary>
internal sealed class Sending(Sender sender, TimeProvider time, ILogger<Sending> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Something lies there: it is looked at now, and not at the next second.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has woken it already.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What starts the service is not to wait for another node's sender, nor for a mail.
        await Task.Yield();
        DatabaseTrouble? trouble = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                trouble = await SendAsync(trouble, stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is not sent is there for the next one.
        }
        finally
        {
            await sender.DisposeAsync();
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(_woken.WaitAsync(over.Token), Task.Delay(Pause, time, over.Token));
        await over.CancelAsync();
    }

    // The trouble is told once, and when it is over.
    private async Task<DatabaseTrouble?> SendAsync(DatabaseTrouble? before, CancellationToken cancel)
    {
        try
        {
            await sender.RunAsync(cancel);
            if (before is not null)
            {
                log.LogWarning("Databasen svarar igen: utskicken går vidare.");
            }

            return null;
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            if (trouble != before)
            {
                log.LogError("Utskicken väntar: {Trouble}", trouble.Text);
            }

            return trouble;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogCritical(fault, "Tjänsten stannar: den kan inte skicka det som ligger i utkorgen.");
            throw;
        }
    }
}
