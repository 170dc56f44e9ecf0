using System.CommandLine;
using AnnualCycle.Publishing.People;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;

namespace AnnualCycle.Server.Commands.People;

/// <summary>
/// <c>annualcycle people erase</c>: shows what there is about a person, and with <c>--yes</c> erases it. The plan stays
/// whole.
/// </summary>
internal static class PeopleEraseCommand
{
    public static Command Create(TimeProvider time)
    {
        var address = new Argument<string>("ADDRESS") { Description = "Personens e-postadress" };
        var yes = new Option<bool>("--yes") { Description = "Radera; annars visas bara vad som skulle raderas" };
        return new OpenDatabase(time).Serve(
            new Command("erase", "Raderar en persons uppgifter; möten och planer står kvar, platsen blir vakant")
            {
                address, yes,
            },
            (result, opened, cancel) =>
                RunAsync(opened, result.GetRequiredValue(address), result.GetValue(yes), cancel));
    }

    private static async Task<int> RunAsync(Opened opened, string address, bool yes, CancellationToken cancel)
    {
        var installation = opened.Installation;
        var erasure = new PersonErasure(opened.Database, installation.Key, BusyIntake.IdsOf(address, installation.Configuration));
        var erased = yes ? await erasure.EraseAsync(address, Opened.Who, opened.Now, cancel)
            : await erasure.PreviewAsync(address, opened.Now, cancel);
        var left = new PersonInFiles(installation.Configuration).Find(erased.Person);
        if (erased.IsLastAdministrator)
        {
            return Told.Mistake("Det är den enda administratören. Ge någon annan rollen först, med annualcycle roles give.");
        }

        if (erased.IsNothing && left.Count == 0)
        {
            return Told.Mistake($"Databasen har inget om {address}.");
        }

        Show(erased, left, installation);
        Console.WriteLine(yes ? "Uppgifterna är raderade ur databasen."
            : "Inget är raderat. Radera med samma kommando och --yes.");
        return yes && left.Count > 0 ? 2 : 0;
    }

    private static void Show(Erased erased, IReadOnlyList<NamingLine> left, Installation installation)
    {
        Console.WriteLine($"{string.Join(", ", erased.Person.Names.Append(erased.Person.Email))}:");
        foreach (var part in erased.Parts.Where(part => part.Count > 0))
        {
            Console.WriteLine($"  {part.Count} {part.What}");
        }

        Console.WriteLine("Utanför databasen, att ta bort för hand:");
        foreach (var line in left)
        {
            Console.WriteLine($"  {line.File}, rad {line.Line}");
        }

        Console.WriteLine("  säkerhetskopior av databasen och av konfigurationsmappen");
        if (Directory.Exists(Path.Combine(installation.Data.Path, "mail")))
        {
            Console.WriteLine($"  sparade brev i {Path.Combine(installation.Data.Path, "mail")}");
        }
    }
}
