using System.CommandLine;
using AnnualCycle.Server.Configuration;

namespace AnnualCycle.Server.Commands;

/// <summary>The options by which a command finds an installation: its configuration and its data.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Mapp för databasen och nycklar; annars ./data" };
    private readonly InputOptions _inputs = new();

    public void AddTo(Command command)
    {
        command.Add(_data);
        _inputs.AddFolderTo(command);
    }

    public DataFolder Data(ParseResult result) => DataFolder.Find(result.GetValue(_data));

    public ConfigurationFolder Configuration(ParseResult result) => _inputs.Folder(result);
}
