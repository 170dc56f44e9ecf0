using System.CommandLine;
using AnnualCycle.Server.Configuration;

namespace AnnualCycle.Server.Commands;

/// <summary>The options by which a command is told where charters, calendars, people and dates are.</summary>
internal sealed class InputOptions
{
    private readonly Option<string?> _config =
        new("--config") { Description = "Mapp med uppdragsbeskrivningar, kalendrar och personer" };
    private readonly Option<string?> _charters =
        new("--charters") { Description = "Mapp med uppdragsbeskrivningar i stället" };
    private readonly Option<string?> _people =
        new("--people") { Description = "Lista över personer på platserna (.csv)" };
    private readonly Option<string?> _dates =
        new("--dates") { Description = "Datum som beslutats på annat håll (.csv)" };
    private readonly Option<string?> _busy = new("--busy")
    {
        Description = "Tider då personer och rum är upptagna (.csv), en lista över deras kalendrar (.csv: who,calendar) "
            + "eller en kalender som heter som sin ägare (.ics)",
    };

    public void AddTo(Command command)
    {
        AddFolderTo(command);
        command.Add(_dates);
        command.Add(_busy);
    }

    /// <summary>For a command that needs no dates but those it is given in its own file.</summary>
    public void AddFolderTo(Command command)
    {
        foreach (var option in new[] { _config, _charters, _people })
        {
            command.Add(option);
        }
    }

    public YearInputFiles Files(ParseResult result) =>
        new(Folder(result), result.GetValue(_dates), result.GetValue(_busy));

    public ConfigurationFolder Folder(ParseResult result) =>
        ConfigurationFolder.Find(result.GetValue(_config), result.GetValue(_charters), result.GetValue(_people));
}
