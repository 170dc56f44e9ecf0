using System.CommandLine;
using System.Text;
using AnnualCycle.Charters;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Charters;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.Charters;

/// <summary>
/// <c>annualcycle charters</c>: the versions of the charters; accept or reject the one that waits, change one here, and
/// get them all back as files.
/// </summary>
internal static class ChartersCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new OpenDatabase(time).Serve(
            new Command("charters", "Visar uppdragsbeskrivningarnas versioner"), ListAsync);
        command.Add(Decide(time, "accept", "Låter den väntande versionen gälla", CharterState.InForce));
        command.Add(Decide(time, "reject", "Kastar den väntande versionen", CharterState.Rejected));
        command.Add(Change(time));
        command.Add(Export(time));
        return command;
    }

    private static async Task<int> ListAsync(ParseResult result, Opened opened, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var versions = await context.Charters.AsNoTracking().OrderBy(version => version.Collaboration)
            .ThenBy(version => version.Number).ToListAsync(cancel);
        foreach (var version in versions)
        {
            Console.WriteLine($"{version.Collaboration,-18} version {version.Number,-3} {CharterWords.Of(version.State),-10}"
                + $" {Opened.DayOf(version.Created)}  {version.CreatedBy}");
            foreach (var line in version.State == CharterState.Draft ? version.Difference?.Split('\n') ?? [] : [])
            {
                Console.WriteLine($"    {line}");
            }
        }

        return 0;
    }

    private static Command Decide(TimeProvider time, string name, string description, CharterState state)
    {
        var collaboration = Collaboration();
        return new OpenDatabase(time).Serve(new Command(name, description) { collaboration }, (result, opened, cancel) =>
            opened.Database.ChangeAsync(async context =>
            {
                var id = result.GetRequiredValue(collaboration);
                var versions = await opened.VersionsAsync(context, cancel);
                if (await versions.DraftAsync(id, cancel) is not { } draft)
                {
                    return Told.Mistake($"Ingen version väntar för {id}.");
                }

                await versions.DecideAsync(draft, state, cancel);
                await NoteAsync(context, opened, $"charters {name}", id, $"version {draft.Number}", cancel);
                Console.WriteLine($"{id}: version {draft.Number} är {CharterWords.Of(state)}.");
                return 0;
            }, cancel));
    }

    private static Command Change(TimeProvider time)
    {
        var (collaboration, file) = (Collaboration(), new Argument<FileInfo>("FILE") { Description = "Ny lydelse (.yaml)" });
        return new OpenDatabase(time).Serve(
            new Command("change", "Ändrar en uppdragsbeskrivning i tjänsten, utan att ändra filen i mappen")
            {
                collaboration, file,
            },
            (result, opened, cancel) => opened.Database.ChangeAsync(context => ChangeAsync(
                context, opened, result.GetRequiredValue(collaboration), result.GetRequiredValue(file), cancel), cancel));
    }

    private static async Task<int> ChangeAsync(
        AnnualCycleContext context, Opened opened, string id, FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            return Told.Mistakes([new Mistake(file.ToString(), 0, "filen finns inte")]);
        }

        var text = await File.ReadAllTextAsync(file.FullName, cancel);
        var reading = CharterReader.Read($"{id}.yaml", text);
        var versions = await opened.VersionsAsync(context, cancel);
        if (reading.Collaboration is null || await versions.InForceAsync(id, cancel) is null)
        {
            return Told.Mistakes(reading.Mistakes.Select(mistake => mistake with { File = file.ToString() })
                .DefaultIfEmpty(new Mistake(id, 0, "samverkan finns inte", "Lägg en ny i config/charters")));
        }

        var version = await versions.AddAsync(id, text, CharterOrigin.Service, null, cancel);
        await NoteAsync(context, opened, "charters change", id, $"version {version.Number}", cancel);
        Console.WriteLine($"{id}: version {version.Number} gäller. Planerna ses över i natt eller när tjänsten startar.");
        return 0;
    }

    private static Command Export(TimeProvider time)
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Mapp för filerna" };
        return new OpenDatabase(time).Serve(
            new Command("export", "Skriver de gällande uppdragsbeskrivningarna som filer") { folder },
            async (result, opened, cancel) =>
            {
                await using var context = opened.Database.Open();
                var target = result.GetRequiredValue(folder);
                target.Create();
                foreach (var version in await context.Charters.AsNoTracking()
                    .Where(version => version.State == CharterState.InForce).ToListAsync(cancel))
                {
                    var file = Path.Combine(target.FullName, $"{version.Collaboration}.yaml");
                    await File.WriteAllTextAsync(file, version.Content, new UTF8Encoding(false), cancel);
                    Console.WriteLine(file);
                }

                return 0;
            });
    }

    private static Argument<string> Collaboration() => new("COLLABORATION") { Description = "Till exempel simba" };

    private static async Task NoteAsync(
        AnnualCycleContext context, Opened opened, string action, string id, string subject, CancellationToken cancel) =>
        context.Audit.Add(new AuditEntry
        {
            At = await Database.NotBeforeAsync(context, opened.Now, cancel), Who = Opened.Who, Action = action,
            Collaboration = id, Subject = subject, Text = $"Uppdragsbeskrivningen: {action}",
        });
}
