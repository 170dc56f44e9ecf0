using System.CommandLine;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Server.Configuration;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle holidays</c>: prints a year's storhelger and what the charters ask for around them.</summary>
public static class HolidaysCommand
{
    public static Command Create()
    {
        var year = new Argument<int>("YEAR") { Description = "Året" };
        var collaboration = new Option<string?>("--collaboration") { Description = "En samverkan i stället för alla" };
        var inputs = new InputOptions();
        var command = new Command("holidays", "Visar årets storhelger, bemanningsdagar och möten inför och efter dem")
        {
            year, collaboration,
        };
        inputs.AddFolderTo(command);
        command.SetAction(result =>
            Run(result.GetRequiredValue(year), result.GetValue(collaboration), inputs.Files(result)));
        return command;
    }

    private static int Run(int year, string? only, YearInputFiles files)
    {
        if (year is < 2005 or > 2100)
        {
            return Told.Mistake("YEAR ska vara ett år mellan 2005 och 2100");
        }

        var mistakes = new List<Mistake>();
        if (files.Read(year, new LocalDate(year, 1, 1), mistakes) is not { } input)
        {
            return Told.Mistakes(mistakes);
        }

        var ids = input.Collaborations.Select(own => own.Id).ToList();
        if (only is not null && !ids.Contains(only))
        {
            return Told.Mistake($"Samverkan ”{only}” finns inte. {Suggestion.Advice(only, ids, $"Välj {string.Join(", ", ids)}.")}");
        }

        Print(input, only is null ? input.Collaborations : [input.Collaborations.First(own => own.Id == only)], only is not null);
        return 0;
    }

    private static void Print(YearInput input, IReadOnlyList<Collaboration> shown, bool isOne)
    {
        var rule = isOne ? shown[0].Staffing ?? StaffingRule.Usual : StaffingRule.Usual;
        foreach (var line in HolidayTable.Lines(new HolidayCalendar(input.Calendar), input.Year, rule))
        {
            Console.WriteLine(line);
        }

        var needs = new HolidayNeeds(input);
        foreach (var group in shown.SelectMany(own => own.Groups).Where(group => group.HolidayCoordination is not null))
        {
            Console.WriteLine($"\n{group.Id}: ”{group.HolidayCoordination!.Source.Phrase}”");
            foreach (var need in needs.Of(group))
            {
                Console.WriteLine($"  {need.Title}, {SwedishDates.Day(need.Window.Start)}–{SwedishDates.Day(need.Window.End)}: {How(need)}");
            }
        }
    }

    private static string How(HolidayNeed need) =>
        need.TiedTo.Count > 0 ? $"vid gruppens fasta möte ({string.Join(", ", need.TiedTo.Select(RuleIds.LastPart))})"
        : need.AsNeeded ? "sammankallande tillfrågas" : "ett eget kort möte";
}
