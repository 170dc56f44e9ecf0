using AnnualCycle.Server.Service;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>Makes a person's change to a plan at the terminal, and tells what came of it.</summary>
internal sealed class Editing(Opened opened)
{
    public async Task<int> RunAsync(Edit edit, CancellationToken cancel)
    {
        var wanted = edit.YearOfSubject ?? edit.Year;
        var outcome = await new PlanEditing(opened.Installation, Opened.Who, opened.Now)
            .MakeAsync(new WantedEdit(wanted, edit.Action, edit.Make), cancel);
        switch (outcome)
        {
            case { Meeting: null, Mistakes.Count: > 0 }:
                return Told.Mistakes(outcome.Mistakes);
            case { Meeting: null }:
                return Told.Mistake(wanted is { } missing ? $"Det finns ingen plan för {missing}." : "Det finns ingen plan.");
            case { Said: "" }:
                Console.WriteLine($"Redan {PlanEditing.Locked(outcome.Meeting!)}. Inget är ändrat.");
                return 0;
            default:
                Tell(outcome);
                return 0;
        }
    }

    private static void Tell(EditOutcome outcome)
    {
        Console.WriteLine(outcome.Said);
        foreach (var warning in outcome.Warnings)
        {
            Console.WriteLine($"  Obs: {warning}");
        }

        Console.Error.WriteLine($"Sparat som utkast, ännu inte synligt. Publicera med: "
            + $"annualcycle publish --collaboration {outcome.Collaboration} --year {outcome.Meeting!.Date.Year} --yes");
    }
}
