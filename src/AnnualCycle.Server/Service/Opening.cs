using AnnualCycle.Publishing;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Jobs;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Opens the service: takes in the folder, plans at the very first start, listens, and says where.</summary>
internal sealed class Opening(Installation installation, string urls, TimeProvider time)
{
    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <returns>0 when it was stopped, 1 when it could not begin.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var app = WebService.Build(installation, urls, time);
        if (await installation.IsNewAsync(cancel))
        {
            await PlanFirstAsync(app.Services, cancel);
        }

        // Calendars that poll have waited longest: they are answered before anything else is read.
        await app.Services.GetRequiredService<Shopwindow>().LookAsync(Now, cancel);
        if (!await TryStartAsync(app, cancel))
        {
            return 1;
        }

        try
        {
            installation.Data.Note(app.Urls.First());
            await SayAsync(app, cancel);
            await app.Services.GetRequiredService<CatchingUp>().RunAsync(app.Lifetime.ApplicationStopping);
            await app.WaitForShutdownAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopped while it still opened: what has begun to work beside it would go on for ever.
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    // It serves already: a database that goes away in this moment is told, and waited for by what comes after.
    private async Task SayAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await Announcement.WriteAsync(installation, app.Urls, Console.Out, cancel);
            if (installation.Options.Mail is null)
            {
                Console.Error.WriteLine($"Ingen e-postserver är inställd: mejl läggs som filer i {installation.Data.Mail}.");
            }

            await FirstAdministrator.InviteAsync(installation, Now, cancel);
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            Console.Error.WriteLine(trouble.Text);
        }
    }

    private async Task PlanFirstAsync(IServiceProvider services, CancellationToken cancel)
    {
        var year = SwedishTime.DayOf(Now).Year;
        Console.Error.WriteLine(
            $"Första starten: läser uppdragsbeskrivningarna och planerar resten av {year} och {year + 1} …");
        await using var alone = await services.GetRequiredService<DoneOnce>().HoldAsync(Caretaker.Job, cancel);
        await services.GetRequiredService<Caretaker>().KeepAsync(Now, cancel);
    }

    private static async Task<bool> TryStartAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
            return true;
        }
        catch (Exception error) when (error is IOException or FormatException or InvalidOperationException)
        {
            if (AddressTrouble.Of(error) is not { } text)
            {
                throw;
            }

            Console.Error.WriteLine(text);
            return false;
        }
    }
}
