using System.CommandLine;
using AnnualCycle.Server.Commands;

#pragma warning disable RS0030 // The one place that takes the system clock.
var time = TimeProvider.System;
#pragma warning restore RS0030

var annualcycle =
    new RootCommand("Läser uppdragsbeskrivningar, planerar samverkansåret och publicerar det som kalendrar.")
{
    PlanCommand.Create(time),
    CheckCommand.Create(),
    PhraseCommand.Create(),
    SolveCommand.Create(time),
};

var typed = annualcycle.Parse(args);
// Standard output holds results alone, so the help that follows a mistyped command goes to standard error.
return await typed.InvokeAsync(new() { Output = typed.Errors.Count == 0 ? Console.Out : Console.Error });
