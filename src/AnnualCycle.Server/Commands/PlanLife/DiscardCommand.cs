using System.CommandLine;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary><c>annualcycle discard YEAR</c>: throws a draft away; what is published stays as it is.</summary>
internal static class DiscardCommand
{
    public static Command Create(TimeProvider time)
    {
        var year = new Argument<int>("YEAR") { Description = "Året" };
        var collaboration = new CollaborationOption();
        var command = new Command("discard", "Kastar ett utkast; det publicerade står kvar") { year };
        collaboration.AddTo(command);
        return new OpenDatabase(time).Serve(command, async (result, opened, cancel) =>
        {
            await using var context = opened.Database.Open();
            return await collaboration.FindAsync(result, context, cancel) is { } id
                ? await RunAsync(opened, (id, result.GetValue(year)), cancel) : 1;
        });
    }

    private static async Task<int> RunAsync(
        Opened opened, (string Collaboration, int Year) draft, CancellationToken cancel)
    {
        if (!await opened.Installation.Publisher.DiscardAsync(draft, Opened.Who, null, opened.Now, cancel))
        {
            return Told.Mistake($"Inget utkast väntar för {draft.Year}.");
        }

        Console.WriteLine($"Utkastet för {draft.Collaboration} {draft.Year} är kastat.");
        return 0;
    }
}
