using System.CommandLine;
using AnnualCycle.Server.Commands;
using AnnualCycle.Server.Commands.Charters;
using AnnualCycle.Server.Commands.People;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Commands.Words;

#pragma warning disable RS0030 // The one place that takes the system clock.
var time = TimeProvider.System;
#pragma warning restore RS0030

var annualcycle =
    new RootCommand("Läser uppdragsbeskrivningar, planerar samverkansåret och publicerar det som kalendrar.")
{
    ServeCommand.Create(time),
    PlanCommand.Create(time),
    CheckCommand.Create(),
    HolidaysCommand.Create(),
    CalendarCommand.Create(),
    PhraseCommand.Create(),
    SolveCommand.Create(time),
    PlansCommand.Create(time),
    ProposeCommand.Create(time),
    AdoptCommand.Create(time),
    PublishCommand.Create(time),
    DiscardCommand.Create(time),
    RoundCommand.Create(time),
    InboxCommand.Create(time),
    EditCommands.Move(time),
    EditCommands.Lock(time),
    EditCommands.Unlock(time),
    EditCommands.Place(time),
    EditCommands.Cancel(time),
    EditCommands.Add(time),
    ChartersCommand.Create(time),
    PeopleCommand.Create(time),
    FeedsCommand.Create(time),
    BusyCommand.Create(time),
    AdministratorCommand.Create(time),
    RolesCommand.Create(time),
    OutboxCommand.Create(time),
    DutiesCommand.Create(time),
    MessagesCommand.Create(),
    DoctorCommand.Create(time),
};
ServeCommand.MakeServe(annualcycle, time);

return await SwedishCommandLine.RunAsync(annualcycle, args);
