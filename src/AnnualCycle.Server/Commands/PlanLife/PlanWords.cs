using AnnualCycle.Plans;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Storage.Plans;

namespace AnnualCycle.Server.Commands.PlanLife;

/// <summary>How plans and their changes are told at the terminal.</summary>
internal static class PlanWords
{
    public static string Of(PlanState state) => state switch
    {
        PlanState.Draft => "utkast",
        PlanState.Proposed => "föreslagen",
        PlanState.Adopted => "fastställd",
        PlanState.Superseded => "ersatt",
        _ => "kastad",
    };

    /// <summary>What a plan changes for those who see it: each change on a line, then the sum.</summary>
    public static void Print(Plan? before, Plan after)
    {
        var changes = PlanDiff.Between(before, after);
        foreach (var change in changes.Changes)
        {
            Console.WriteLine(change.Text);
        }

        Console.WriteLine(changes.Summary);
    }
}
