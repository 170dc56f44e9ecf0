namespace AnnualCycle.Server.Configuration;

/// <summary>The folder of charters, calendars and people: the one that is named, else ./config, else the one beside the program.</summary>
public sealed class ConfigurationFolder
{
    private readonly string _root;

    private ConfigurationFolder(string root) => _root = root;

    /// <summary>Folder of charter files.</summary>
    public required string Charters { get; init; }

    /// <summary>The list of people; null when there is none.</summary>
    public string? People { get; init; }

    public string Sweden => Path.Combine(_root, "calendars", "sweden.yaml");

    public string SchoolBreaks => Path.Combine(_root, "calendars", "school-breaks.yaml");

    /// <param name="config">The folder that the user names, or null.</param>
    /// <param name="charters">A folder that takes the place of its charters, or null.</param>
    /// <param name="people">A file that takes the place of its list of people, or null.</param>
    public static ConfigurationFolder Find(string? config, string? charters, string? people)
    {
        var root = config ?? (Directory.Exists("config") ? "config" : Path.Combine(AppContext.BaseDirectory, "config"));
        var example = Path.Combine(root, "people", "example.csv");
        return new ConfigurationFolder(root)
        {
            Charters = charters ?? Path.Combine(root, "charters"),
            People = people ?? (File.Exists(example) ? example : null),
        };
    }
}
