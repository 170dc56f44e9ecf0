using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;
using AnnualCycle.Storage.People;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>What taking in the configuration folder gave.</summary>
/// <param name="Input">What years are planned from; null while a file that planning needs has mistakes.</param>
/// <param name="Mistakes">Of all files; nothing was taken from a wrong one.</param>
public sealed record IntakeResult(
    NetworkInput? Input, IReadOnlyList<ImportedCharter> Imported, IReadOnlyList<Mistake> Mistakes);

/// <summary>
/// Takes charters and people from the configuration folder into the database, and reads calendars and dates. Doing it
/// again with the same files changes nothing.
/// </summary>
public sealed class Intake(Installation installation)
{
    private const string Who = "konfigurationsmappen";

    private readonly ConfigurationFiles _files = new(installation.Configuration);

    public async Task<IntakeResult> TakeInAsync(Instant now, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var network = _files.Network(mistakes);
        var charters = WithoutImpossible(_files.Charters(mistakes), network, now, mistakes);
        var imported = await installation.Database.ChangeAsync(
            context => ImportAsync(context, charters, now, mistakes, cancel), cancel);
        var input = network is null ? null : await ReadAsync(network, mistakes, cancel);
        return new IntakeResult(input, imported, mistakes);
    }

    private async Task<IReadOnlyList<ImportedCharter>> ImportAsync(AnnualCycleContext context,
        IReadOnlyList<CharterText> charters, Instant now, List<Mistake> mistakes, CancellationToken cancel)
    {
        var at = await Database.NotBeforeAsync(context, now, cancel);
        var imported = await new CharterImport(context, at, Who).ImportAsync(charters, cancel);
        await context.SaveChangesAsync(cancel);
        var collaborations = await NetworkInput.CharteredAsync(context, mistakes, cancel);
        var inLists = new List<Mistake>();
        var people = _files.People(inLists)
            .SelectMany(list => PeopleReader.Read(list.File, list.Text, collaborations, inLists)).ToList();
        if (inLists.Count == 0)
        {
            await new PeopleImport(context, SwedishTime.DayOf(at)).ImportAsync(people, cancel);
        }

        mistakes.AddRange(inLists);
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

    // A charter that no year can keep is as wrong as one that cannot be read.
    private static IReadOnlyList<CharterText> WithoutImpossible(
        IReadOnlyList<CharterText> charters, NetworkFiles? files, Instant now, List<Mistake> mistakes)
    {
        var calendar = files is null ? null : WorkCalendar.Read(
            (files.Sweden.File, files.Sweden.Text), (files.SchoolBreaks.File, files.SchoolBreaks.Text), mistakes);
        return calendar is null ? charters : [.. charters.Where(charter =>
        {
            var reading = CharterReader.Read(charter.File, charter.Text);
            var impossible = YearCheck.Mistakes(
                new YearInput(SwedishTime.DayOf(now).Year + 1, [reading.Collaboration!], calendar));
            mistakes.AddRange(impossible);
            return impossible.Count == 0;
        })];
    }
}
