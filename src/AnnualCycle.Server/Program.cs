using System.CommandLine;

var annualcycle = new RootCommand("Läser uppdragsbeskrivningar, planerar samverkansåret och publicerar det som kalendrar.");
return await annualcycle.Parse(args).InvokeAsync();
