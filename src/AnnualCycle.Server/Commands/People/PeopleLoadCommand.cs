using System.CommandLine;
using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Load;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Commands.People;

/// <summary><c>annualcycle people load</c>: who sits in many groups, and everybody's meetings over a year.</summary>
internal static class PeopleLoadCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Option<int?>("--year") { Description = "Året; annars det sista som är planerat" };
        var person = new Option<string?>("--person") { Description = "En persons år, vecka för vecka (e-postadress)" };
        var svg = new Option<FileInfo?>("--svg") { Description = "Skriv också som bild" };
        return new OpenDatabase(time).Serve(
            new Command("load", "Visar hur många möten och grupper var och en har under ett år") { year, person, svg },
            (result, opened, cancel) => RunAsync(opened, new Wish(
                result.GetValue(year), result.GetValue(person), result.GetValue(svg)), cancel));
    }

    private static async Task<int> RunAsync(Opened opened, Wish wish, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var plans = await new PlanBook(context).AllInForceAsync(cancel);
        var year = wish.Year ?? plans.Select(plan => plan.Year).DefaultIfEmpty(opened.Today.Year).Max();
        var slices = plans.Where(plan => plan.Year == year).Select(plan => plan.Plan).ToList();
        if (slices.Count == 0)
        {
            return Told.Mistake($"Ingen plan gäller för {year}.");
        }

        var (collaborations, people) = await PeopleCommand.ReadAsync(context, cancel);
        return await ShowAsync(YearLoad.Of(Plan.Merge(slices), collaborations, people), wish, cancel);
    }

    private static async Task<int> ShowAsync(YearLoad load, Wish wish, CancellationToken cancel)
    {
        var person = load.Persons.FirstOrDefault(one =>
            string.Equals(one.Email, wish.Person?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (wish.Person is { } asked && person is null)
        {
            return Told.Mistakes([new Mistake("--person", 0, $"ingen har adressen ”{asked}” på en plats {load.Year}",
                Suggestion.Advice(asked, load.Persons.Select(one => one.Email)))]);
        }

        foreach (var line in person is null ? LoadTable.Lines(load) : LoadTable.Lines(person, load.Year))
        {
            Console.WriteLine(line);
        }

        if (wish.Picture is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, person is null
                ? LoadPicture.Persons(load) : LoadPicture.Person(person, load.Year), new UTF8Encoding(false), cancel);
        }

        return 0;
    }

    private sealed record Wish(int? Year, string? Person, FileInfo? Picture);
}
