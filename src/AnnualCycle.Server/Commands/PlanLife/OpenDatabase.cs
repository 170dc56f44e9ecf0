using System.CommandLine;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>Opens the database that the service keeps, for a command that reads or changes a plan's life.</summary>
internal sealed class OpenDatabase(TimeProvider time)
{
    private readonly DataOptions _data = new();

    /// <summary>The command, told where the installation is; its work begins when the database is open.</summary>
    public Command Serve(Command command, Func<ParseResult, Opened, CancellationToken, Task<int>> work)
    {
        _data.AddTo(command);
        command.SetAction((result, cancel) => Told.OfTrouble(() => RunAsync(result, work, cancel)));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult result, Func<ParseResult, Opened, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var (mistakes, data) = (new List<Mistake>(), _data.Data(result));
        if (ServiceOptions.Read(mistakes) is not { } options)
        {
            return Told.Mistakes(mistakes);
        }

        if (options.Database is null && !File.Exists(data.Database))
        {
            return Told.Mistake(
                $"Det finns ingen databas i {data.Path}. Starta tjänsten en gång, eller ange mappen med --data.");
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var installation = await Installation.OpenAsync(
            options, _data.Configuration(result), data, now, mistakes, cancel);
        return installation is null ? Told.Mistakes(mistakes) : await work(result, new Opened(installation, now), cancel);
    }
}

/// <summary>An open installation at one instant, in the hands of somebody at the terminal.</summary>
internal sealed record Opened(Installation Installation, Instant Now)
{
    public LocalDate Today => SwedishTime.DayOf(Now);

    public LocalTime Clock => SwedishTime.TimeOf(Now);

    /// <summary>Who the audit log says it was.</summary>
    public static string Who => $"{Environment.UserName} (kommandoraden)";

    public Database Database => Installation.Database;

    /// <summary>A day as people read it, year first.</summary>
    public static string DayOf(Instant instant) => LocalDatePattern.Iso.Format(SwedishTime.DayOf(instant));

    /// <summary>The charters' versions, for a change made now by whoever is at the terminal.</summary>
    public async Task<CharterVersions> VersionsAsync(AnnualCycleContext context, CancellationToken cancel) =>
        new(context, await Database.NotBeforeAsync(context, Now, cancel), Who);

    /// <summary>What years are planned from; mistakes in files are told, and null is the answer then.</summary>
    public async Task<NetworkInput?> InputAsync(AnnualCycleContext context, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var files = new ConfigurationFiles(Installation.Configuration).Network(mistakes);
        var input = files is null ? null : await NetworkInput.ReadAsync(context, files, mistakes, cancel);
        Told.Mistakes(mistakes);
        return input;
    }
}
