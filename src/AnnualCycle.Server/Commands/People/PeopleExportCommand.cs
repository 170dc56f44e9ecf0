using System.CommandLine;
using System.Text;
using AnnualCycle.People;
using AnnualCycle.Publishing.People;
using AnnualCycle.Server.Commands.PlanLife;

namespace AnnualCycle.Server.Commands.People;

/// <summary>
/// <c>annualcycle people export</c>: the list of people as it is, or all that the database has about one person.
/// </summary>
internal static class PeopleExportCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create(TimeProvider time)
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Description = "Fil att skriva; annars skrivs det ut", Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = "Också de som inte har sin plats längre" };
        var person = new Option<string?>("--person")
        {
            Description = "Allt som databasen har om en person, som JSON (e-postadress)",
        };
        return new OpenDatabase(time).Serve(
            new Command("export", "Skriver listan över personer (.csv), eller en persons uppgifter")
            {
                file, all, person,
            },
            async (result, opened, cancel) =>
            {
                var text = result.GetValue(person) is { } address
                    ? await PersonAsync(opened, address, cancel)
                    : await ListAsync(opened, result.GetValue(all), cancel);
                return text is null ? 1 : await WriteAsync(text, result.GetValue(file), cancel);
            });
    }

    private static async Task<string?> ListAsync(Opened opened, bool all, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var (collaborations, people) = await PeopleCommand.ReadAsync(context, cancel);
        return PeopleWriter.Write(
            people.Where(person => all || !person.IsOver(opened.Today)), new SeatRegister(collaborations));
    }

    private static async Task<string?> PersonAsync(Opened opened, string address, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var record = await PersonRecord.ReadAsync(context, address, cancel);
        if (record.IsEmpty)
        {
            Told.Mistake($"Databasen har inget om {address}.");
        }

        return record.IsEmpty ? null : record.ToJson() + "\n";
    }

    private static async Task<int> WriteAsync(string text, FileInfo? file, CancellationToken cancel)
    {
        if (file is null)
        {
            await Console.Out.WriteAsync(text);
        }
        else
        {
            await File.WriteAllTextAsync(file.FullName, text, Utf8, cancel);
        }

        return 0;
    }
}
