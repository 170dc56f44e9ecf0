using System.CommandLine;

namespace AnnualCycle.Server.Commands;

/// <summary>The options by which a user says what a plan is written to.</summary>
internal sealed class PlanOutputs
{
    private readonly Option<string?> _out = new("--out") { Description = "Mapp för kalendrar, årshjul och tabell" };
    private readonly Option<bool> _json =
        new("--json") { Description = "Skriv planen som JSON i stället för tabellen" };
    private readonly Option<string?> _ics = new("--ics") { Description = "Fil för hela årets kalender" };
    private readonly Option<string?> _svg = new("--svg") { Description = "Fil för årshjulet" };
    private readonly Option<string?> _csv = new("--csv") { Description = "Fil för tabellen" };
    private readonly Option<string?> _problem =
        new("--problem") { Description = "Fil för planeringsproblemet (solve)" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _out, _json, _ics, _svg, _csv, _problem })
        {
            command.Add(option);
        }
    }

    public PlanDestinations Of(ParseResult result) => new()
    {
        Folder = result.GetValue(_out),
        Json = result.GetValue(_json),
        Ics = result.GetValue(_ics),
        Svg = result.GetValue(_svg),
        Csv = result.GetValue(_csv),
        Problem = result.GetValue(_problem),
    };
}
