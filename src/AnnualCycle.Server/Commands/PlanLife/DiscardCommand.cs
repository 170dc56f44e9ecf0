using System.CommandLine;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Plans;

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
        return new OpenDatabase(time).Serve(command, (result, opened, cancel) => opened.Database.ChangeAsync(
            context => RunAsync(result, collaboration, result.GetValue(year), opened, context, cancel), cancel));
    }

    private static async Task<int> RunAsync(ParseResult result, CollaborationOption collaboration, int year,
        Opened opened, AnnualCycleContext context, CancellationToken cancel)
    {
        if (await PublishingCommand.StandingAsync(result, collaboration, year, context, cancel) is not { } standing)
        {
            return 1;
        }

        if (standing.Draft is not { } draft)
        {
            return Told.Mistake($"Inget utkast väntar för {year}.");
        }

        // The question that the draft answered has had its answer: it is not asked again until something new happens.
        draft.State = PlanState.Discarded;
        if (standing.InForce is { } inForce)
        {
            inForce.Inputs = draft.Inputs;
        }

        context.Audit.Add(new AuditEntry
        {
            At = await Database.NotBeforeAsync(context, opened.Now, cancel), Who = Opened.Who, Action = "discard",
            Collaboration = standing.Collaboration, Subject = $"{year}", Text = $"Utkastet kastades: {PlanDiff.Between(standing.InForce?.Plan, draft.Plan).Summary}",
        });
        Console.WriteLine($"Utkastet för {standing.Collaboration} {year} är kastat.");
        return 0;
    }
}
