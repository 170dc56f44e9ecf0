using AnnualCycle.Publishing;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>What taking in the configuration folder gave.</summary>
/// <param name="Input">What years are planned from; null while a file that planning needs has mistakes.</param>
/// <param name="Mistakes">Of all files; nothing was taken from a wrong one.</param>
public sealed record IntakeResult(
    NetworkInput? Input, IReadOnlyList<ImportedCharter> Imported, IReadOnlyList<Mistake> Mistakes);

/// <summary>
/// Takes charters and people from the configuration folder into the database, and reads calendars, dates and messages.
/// Doing it again with the same files changes nothing.
/// </summary>
public sealed class Intake(Installation installation)
{
    private const string Who = "konfigurationsmappen";

    private readonly ConfigurationFiles _files = new(installation.Configuration);
    private readonly PeopleIntake _people = new(installation);

    public async Task<IntakeResult> TakeInAsync(Instant now, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var (network, charters) = (_files.Network(mistakes), _files.Charters(mistakes));
        var imported = await installation.Database.ChangeAsync(
            async context =>
            {
                var at = await Database.NotBeforeAsync(context, now, cancel);
                var taken = await ImportAsync(context, charters, network, new Moment(at, now), mistakes, cancel);
                mistakes.AddRange(await _people.TakeFolderAsync(context, at, SwedishTime.DayOf(now), cancel));
                return taken;
            }, cancel);
        var input = network is null ? null : await ReadAsync(network, mistakes, cancel);
        mistakes.AddRange(installation.Messages.Read());
        return new IntakeResult(input, imported, mistakes);
    }

    private static async Task<IReadOnlyList<ImportedCharter>> ImportAsync(AnnualCycleContext context,
        IReadOnlyList<CharterText> charters, NetworkFiles? network, Moment moment, List<Mistake> mistakes,
        CancellationToken cancel)
    {
        var import = new CharterImport(context, moment.Written, Who);
        var changed = await import.ChangedAsync(charters, cancel);
        var imported = changed.Count == 0 ? []
            : await import.ImportAsync(new CharterCheck(network, moment.Today).Good(changed, mistakes), cancel);
        await context.SaveChangesAsync(cancel);
        return imported;
    }

    private async Task<NetworkInput?> ReadAsync(NetworkFiles network, List<Mistake> mistakes, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        var own = new List<Mistake>();
        var input = await NetworkInput.ReadAsync(context, network, own, cancel);
        mistakes.AddRange(own.Except(mistakes));
        return input;
    }

    /// <param name="Written">What is written as the time: never before an earlier one.</param>
    private sealed record Moment(Instant Written, Instant Now)
    {
        public LocalDate Today => SwedishTime.DayOf(Now);
    }
}
