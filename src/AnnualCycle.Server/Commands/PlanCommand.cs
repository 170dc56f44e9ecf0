using System.CommandLine;
using AnnualCycle.Planning;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Busy;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle plan</c>: plans a whole year without a database and prints it.</summary>
public static class PlanCommand
{
    /// <param name="time">Tells which day it is when the user doesn't.</param>
    public static Command Create(TimeProvider time)
    {
        var year = new Option<int>("--year") { Description = "Året som planeras", Required = true };
        var today = new Option<string?>("--today") { Description = "Dagen det räknas från, åååå-mm-dd; annars i dag" };
        var outputs = new PlanOutputs();
        var inputs = new InputOptions();
        var command = new Command("plan", "Planerar ett helt år och skriver ut det") { year, today };
        outputs.AddTo(command);
        inputs.AddTo(command);
        command.SetAction(result =>
        {
            var files = inputs.Files(result);
            return Day(result.GetValue(today), time) is { } day
                ? Run(result.GetValue(year), day, files, outputs.Of(result), time)
                : Refuse("--today ska vara ett datum, till exempel 2026-11-22");
        });
        return command;
    }

    private static LocalDate? Day(string? text, TimeProvider time)
    {
        if (text is null)
        {
            return LocalDate.FromDateTime(time.GetLocalNow().DateTime);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
    }

    private static int Run(
        int year, LocalDate today, YearInputFiles files, PlanDestinations destinations, TimeProvider time)
    {
        if (year is < 1990 or > 2199)
        {
            return Refuse("--year ska vara ett år mellan 1990 och 2199");
        }

        var mistakes = new List<Mistake>();
        var options = ServiceOptions.Read(mistakes);
        using var fetch = new CalendarFetch(BusyIntake.Limits(options ?? new ServiceOptions()), time);
        var fetching = files with { Fetch = address => fetch.FetchAsync(address, null, default).GetAwaiter().GetResult() };
        if (fetching.Read(year, today, mistakes) is not { } read)
        {
            mistakes.ForEach(mistake => Console.Error.WriteLine(mistake));
            return 1;
        }

        if (files.Folder.IsExample)
        {
            Console.Error.WriteLine($"Personerna är påhittade ({files.Folder.People[0]}). Ange egna med --people.");
        }

        var input = options?.PublicAddress is { } address ? read with { UidHost = address.IdnHost } : read;
        var planned = YearPlanner.Plan(input, new SolveBudget { UntilProven = true });
        return !Written(() => destinations.Write(planned, input)) ? 1 : planned.Plan.IsShort ? 2 : 0;
    }

    private static bool Written(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"Planen kunde inte skrivas. Finns mappen, och får du skriva där? ({refused.Message})");
            return false;
        }
    }

    private static int Refuse(string text)
    {
        Console.Error.WriteLine(text);
        return 1;
    }
}
