using System.CommandLine;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Plans;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands.People;

/// <summary>
/// <c>annualcycle people</c>: who sits where, and what there is to do about it; lists in and out, a person's load, and
/// one person's data.
/// </summary>
internal static class PeopleCommand
{
    public static Command Create(TimeProvider time)
    {
        var vacant = new Option<bool>("--vacant") { Description = "Visa också vilka platser som är vakanta" };
        var command = new OpenDatabase(time).Serve(
            new Command("people", "Visar hur många som har en plats, vakanta platser och nya mandat") { vacant },
            (result, opened, cancel) => RunAsync(opened, result.GetValue(vacant), cancel));
        command.Add(PeopleImportCommand.Create(time));
        command.Add(PeopleExportCommand.Create(time));
        command.Add(PeopleLoadCommand.Create(time));
        command.Add(PeopleEraseCommand.Create(time));
        return command;
    }

    /// <summary>The charters in force and everybody who has or had a seat; mistakes of charters are told.</summary>
    public static async Task<(IReadOnlyList<Collaboration> Collaborations, IReadOnlyList<Membership> People)> ReadAsync(
        AnnualCycleContext context, CancellationToken cancel)
    {
        var mistakes = new List<Mistake>();
        var collaborations = await NetworkInput.CharteredAsync(context, mistakes, cancel);
        Told.Mistakes(mistakes);
        var people = await context.Memberships.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        return (collaborations, [.. people.Select(row => row.Membership)]);
    }

    private static async Task<int> RunAsync(Opened opened, bool vacant, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var (collaborations, people) = await ReadAsync(context, cancel);
        var mandates = NewMandates.Of(collaborations, people, opened.Today).ToLookup(one => one.Collaboration.Id);
        foreach (var seated in SeatedCollaboration.Of(collaborations, people, opened.Today))
        {
            Console.WriteLine(Line(seated));
            foreach (var (place, lacking) in vacant ? seated.Vacant : [])
            {
                var times = lacking > 1 ? $" ({lacking})" : "";
                Console.WriteLine($"    vakant: {place.Seat.Name}, {place.Group.Name}{times}");
            }

            foreach (var mandate in mandates[seated.Collaboration.Id])
            {
                Console.WriteLine($"    {mandate.Text}");
            }
        }

        return 0;
    }

    private static string Line(SeatedCollaboration seated)
    {
        var lacking = seated.Vacant.Sum(seat => seat.Lacking);
        return $"{seated.Collaboration.Id,-18} {SwedishDates.Count(seated.Persons, "person", "personer"),-13}"
            + (lacking == 0 ? "ingen vakant plats" : SwedishDates.Count(lacking, "vakant plats", "vakanta platser"))
            + (seated.Lost == 0 ? "" : $", {seated.Lost} på platser som uppdragsbeskrivningen inte har längre");
    }
}
