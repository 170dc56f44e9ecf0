using System.CommandLine;
using System.Text;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Check;
using AnnualCycle.Server.Configuration;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary><c>annualcycle check</c>: holds an existing calendar against the charters.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Kalender (.ics) eller tabell (.csv: group,date,start,end,title)",
        };
        var year = new Option<int>("--year") { Description = "Året som granskas", Required = true };
        var group = new Option<string?>("--group") { Description = "En grupp eller en samverkan i stället för alla" };
        var json = new Option<bool>("--json") { Description = "Skriv resultatet som JSON i stället för tabellen" };
        var inputs = new InputOptions();
        var command = new Command("check", "Håller en befintlig kalender mot uppdragsbeskrivningarna")
        {
            file, year, group, json,
        };
        inputs.AddFolderTo(command);
        command.SetAction(result => Run(
            result.GetRequiredValue(file), result.GetValue(year), result.GetValue(group), result.GetValue(json),
            inputs.Files(result)));
        return command;
    }

    private static int Run(string file, int year, string? group, bool json, YearInputFiles files)
    {
        if (year is < 1990 or > 2199)
        {
            return Refuse(["--year ska vara ett år mellan 1990 och 2199"]);
        }

        // Each has its own list, so that a mistake in one does not keep the others' from being found.
        List<Mistake> inFile = [], inFolder = [], inGroup = [], warnings = [];
        var events = HeldEventsFile.Read(file, year, inFile, warnings);
        var input = files.Read(year, new LocalDate(year, 1, 1), inFolder);
        var only = group is null || input is null ? null : AskedGroup(group, input.Collaborations, inGroup);
        warnings.ForEach(warning => Console.Error.WriteLine(warning));
        return events is null || input is null || inGroup.Count > 0
            ? Refuse([.. inFile, .. inFolder, .. inGroup]) : Print(CalendarCheck.Of(input, file, events, only), json);
    }

    private static string? AskedGroup(string asked, IReadOnlyList<Collaboration> collaborations, List<Mistake> mistakes)
    {
        var groups = collaborations
            .SelectMany(collaboration => collaboration.Groups.Select(group => group.Id)).ToList();
        var known = groups.Concat(collaborations.Select(collaboration => collaboration.Id)).ToList();
        List<string> matches = known.Contains(asked) ? [asked] : [.. groups.Where(id => RuleIds.LastPart(id) == asked)];
        if (matches.Count != 1)
        {
            mistakes.Add(matches.Count == 0
                ? new Mistake(
                    "--group", 0, $"gruppen ”{asked}” finns inte",
                    Suggestion.Advice(asked, [.. known, .. groups.Select(RuleIds.LastPart)]))
                : new Mistake(
                    "--group", 0, $"gruppen ”{asked}” finns i flera samverkan",
                    $"Skriv {string.Join(" eller ", matches)}"));
        }

        return matches.FirstOrDefault();
    }

    private static int Print(CheckReport report, bool json)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(json ? CheckJson.Write(report) : Encoding.UTF8.GetBytes(CheckTable.Write(report)));
        return report.IsShort ? 2 : 0;
    }

    private static int Refuse(IEnumerable<object> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine(mistake);
        }

        return 1;
    }
}
