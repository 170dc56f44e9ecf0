using System.CommandLine;
using AnnualCycle.Server.Commands.PlanLife;
using AnnualCycle.Server.Service;
using AnnualCycle.Storage.Busy;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle busy</c>: people's and rooms' own calendars, when they were fetched and what went wrong.</summary>
internal static class BusyCommand
{
    public static Command Create(TimeProvider time) => new OpenDatabase(time).Serve(
        new Command("busy", "Visar upptagetkalendrarna: när de hämtades och vad som gått fel"), RunAsync);

    private static async Task<int> RunAsync(ParseResult result, Opened opened, CancellationToken cancel)
    {
        await using var context = opened.Database.Open();
        var stored = await context.BusyCalendars.AsNoTracking().ToDictionaryAsync(calendar => calendar.Id, cancel);
        var listed = BusyIntake.Listed(opened.Installation.Configuration);
        if (listed.Count == 0)
        {
            Console.Error.WriteLine("Inga kalendrar är angivna i config/busy/calendars.csv (kolumnerna who och calendar).");
        }

        foreach (var (list, calendar) in listed)
        {
            var known = stored.GetValueOrDefault(StoredBusyCalendar.IdOf(calendar.Source));
            Console.WriteLine($"{calendar.Who}  {calendar.Address?.Host ?? calendar.Source}  {Standing(known, opened)}");
        }

        return 0;
    }

    private static string Standing(StoredBusyCalendar? known, Opened opened) => known switch
    {
        null => "hämtas i natt eller när tjänsten startar",
        { Trouble: { } trouble } => $"{trouble}. {BusyIntake.AgeOf(known, opened.Now)}",
        _ => $"hämtad {Opened.DayOf(known.Fetched!.Value)}, upptagen {known.Times.Split('\n').Count(line => line != "")} gånger",
    };
}
