using System.CommandLine;
using AnnualCycle.Server.Commands;

#pragma warning disable RS0030 // The one place that takes the system clock.
var time = TimeProvider.System;
#pragma warning restore RS0030

var annualcycle = new RootCommand("Läser uppdragsbeskrivningar, planerar samverkansåret och publicerar det som kalendrar.")
{
    PlanCommand.Create(time),
    PhraseCommand.Create(),
    SolveCommand.Create(time),
};
return await annualcycle.Parse(args).InvokeAsync();
