using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Jobs;

namespace AnnualCycle.Server.Jobs;

/// <summary>
/// Brings what is published to the organisers' Outlook, reads there what people have answered, and looks each day whether the
/// tenant still lets the service in.
/// </summary>
internal sealed class OutlookWork(
    Installation installation, OutlookTenant tenant, TenantDesk desk, TimeProvider time, ILogger<OutlookWork> log) : BackgroundService
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(24);

    // What an administrator has put right is seen soon.
    private static readonly TimeSpan BetweenLooksAtTrouble = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    private DateTimeOffset _toldAll = DateTimeOffset.MinValue;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (database, graph) = (installation.Database, new GraphCalendar(tenant.Graph));
        var round = new OutlookRound(database, graph, OutlookOptions.Settings(installation.Options), time, Node.Name);
        var sweep = new AnswerSweep(database, graph, time);
        // Of its own: other work is not held up while the answers are read, by one node at a time.
        var alone = new DoneOnce(database, Node.Name);
        var isFirst = database.Provider == Provider.Sqlite;
        return Task.WhenAll(
            RepeatAsync("Det som ska till Outlook väntar", BetweenRounds, async stop =>
            {
                // On SQLite a service is alone with its folder: whoever wrote before it is dead.
                _ = isFirst ? await round.TakeOverAsync(stop) : 0;
                isFirst = false;
                await round.RunAsync(stop);
                return BetweenRounds;
            }, stoppingToken),
            RepeatAsync("Svaren i Outlook läses inte", BetweenSweeps, async stop =>
            {
                await using var held = await alone.HoldAsync(nameof(AnswerSweep), stop);
                await sweep.RunAsync(stop);
                return BetweenSweeps;
            }, stoppingToken),
            RepeatAsync("Klientorganisationen kontrolleras inte", BetweenLooksAtTrouble, LookAsync, stoppingToken));
    }

    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        var findings = (await desk.LookAsync(stop)).Findings;
        foreach (var finding in Fresh([.. findings.Where(own => own.Verdict != TenantVerdict.Good || own.Advice.Count > 0)]))
        {
            log.Log(finding.Verdict == TenantVerdict.Wrong ? LogLevel.Error : LogLevel.Warning,
                "Outlook: {Finding}. {Advice} Kör annualcycle doctor för hela listan.", finding.Text, finding.Advice.FirstOrDefault());
        }

        return findings.All(own => own.Verdict == TenantVerdict.Good) ? BetweenLooks : BetweenLooksAtTrouble;
    }

    // The same is told once a day, however often it is looked at.
    private List<TenantFinding> Fresh(IReadOnlyList<TenantFinding> findings)
    {
        var now = time.GetUtcNow();
        if (now - _toldAll >= BetweenLooks)
        {
            _toldAll = now;
            _found.Clear();
        }

        var fresh = findings.Where(own => !_found.Contains(own.Text)).ToList();
        _found.UnionWith(findings.Select(own => own.Text));
        return fresh;
    }

    // The pause is for a time that did not go; else the work says when it wants to go on.
    private async Task RepeatAsync(string what, TimeSpan pause, Func<CancellationToken, Task<TimeSpan>> work, CancellationToken stop)
    {
        string? trouble = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var (now, wait) = await TryAsync(what, trouble, work, stop);
                trouble = now;
                await Task.Delay(wait ?? pause, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service stops; what was on its way is looked at by the next one.
        }
    }

    // The trouble is told once, and when it is over. A fault of ours stops nothing else: calendars and mails go on.
    private async Task<(string? Trouble, TimeSpan? Wait)> TryAsync(
        string what, string? before, Func<CancellationToken, Task<TimeSpan>> work, CancellationToken stop)
    {
        try
        {
            var pause = await work(stop);
            if (before is not null)
            {
                log.LogWarning("{What} inte längre.", what);
            }

            return (null, pause);
        }
        catch (Exception error) when (DatabaseTrouble.Of(error) is { } trouble)
        {
            if (trouble.Text != before)
            {
                log.LogError("{What}: {Trouble}", what, trouble.Text);
            }

            return (trouble.Text, null);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            if (fault.Message != before)
            {
                log.LogCritical(fault, "{What}, för ett fel i tjänsten.", what);
            }

            return (fault.Message, AfterFault);
        }
    }
}
