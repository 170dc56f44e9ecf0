using System.CommandLine;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Network;

namespace AnnualCycle.Server.Commands.People;

/// <summary>
/// <c>annualcycle people import</c>: shows what a list changes, and with <c>--yes</c> takes it in.
/// </summary>
internal static class PeopleImportCommand
{
    public static Command Create(TimeProvider time)
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Lista över personer på platserna (.csv); flera räknas som en",
            Arity = ArgumentArity.OneOrMore,
        };
        var collaboration = new Option<string?>("--collaboration")
        {
            Description = "Den enda samverkan som listan gäller; utan rader slutar alla där",
        };
        var yes = new Option<bool>("--yes") { Description = "Läs in listan; annars visas bara vad som skulle ändras" };
        return new OpenDatabase(time).Serve(
            new Command("import", "Läser in en lista över personer, för de samverkan som den har rader för")
            {
                files, collaboration, yes,
            },
            (result, opened, cancel) => RunAsync(
                opened, result.GetRequiredValue(files), result.GetValue(collaboration), result.GetValue(yes), cancel));
    }

    private static async Task<int> RunAsync(
        Opened opened, FileInfo[] files, string? only, bool yes, CancellationToken cancel)
    {
        if (files.FirstOrDefault(file => !file.Exists) is { } missing)
        {
            return Told.Mistakes([new Mistake(missing.ToString(), 0, "filen finns inte")]);
        }

        var lists = files.Select(file => (File: file, Text: ListText.Of(File.ReadAllBytes(file.FullName)))).ToList();
        if (lists.FirstOrDefault(list => list.Text is null).File is { } unreadable)
        {
            return Told.Mistakes([new Mistake(unreadable.ToString(), 0, "filen är ingen lista",
                "Spara den som CSV i kalkylprogrammet")]);
        }

        List<FileText> texts = [.. lists.Select(list => new FileText(list.File.ToString(), list.Text!))];
        var intake = new PeopleIntake(opened.Installation);
        var proposal = yes ? await intake.ImportAsync(texts, only, Opened.Who, opened.Now, cancel)
            : await intake.PreviewAsync(texts, only, opened.Now, cancel);
        return proposal.Mistakes.Count > 0 ? Told.Mistakes(proposal.Mistakes) : Show(proposal, yes);
    }

    private static int Show(PeopleProposal proposal, bool done)
    {
        Console.WriteLine($"Listan gäller {string.Join(", ", proposal.List.Scope.Order(StringComparer.Ordinal))}.");
        foreach (var line in proposal.Lines)
        {
            Console.WriteLine(line);
        }

        if (proposal.Mails is { IsEmpty: false } mails)
        {
            Console.WriteLine(done ? mails.Text : $"Med --yes: {mails.Text}");
        }

        if (!proposal.Changes.IsEmpty)
        {
            Console.WriteLine(done ? "Listan är inläst. Planerna ses över i natt eller när tjänsten startar."
                : "Inget är ändrat. Läs in listan med samma kommando och --yes.");
        }

        if (proposal.List.LeftOut.Count > 0)
        {
            var unknown = string.Join(", ", proposal.List.LeftOut);
            Console.Error.WriteLine($"Utelämnat, eftersom det inte finns här: {unknown}.");
        }

        return proposal.List.LeftOut.Count > 0 ? 2 : 0;
    }
}
