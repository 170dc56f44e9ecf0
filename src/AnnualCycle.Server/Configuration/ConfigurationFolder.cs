namespace AnnualCycle.Server.Configuration;

/// <summary>
/// The folder of charters, calendars and people: the one that is named, else ./config, else the one beside the program.
/// </summary>
public sealed class ConfigurationFolder
{
    private const string Example = "example.csv";

    private readonly string _root;

    private ConfigurationFolder(string root) => _root = root;

    /// <summary>Folder of charter files.</summary>
    public required string Charters { get; init; }

    /// <summary>The lists of people; the shipped example where an administrator has put no other beside it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>True when the people are the invented ones of the example.</summary>
    public bool IsExample => People is [var only] && Path.GetFileName(only) == Example;

    public string Sweden => Path.Combine(_root, "calendars", "sweden.yaml");

    /// <summary>Lists of dates that were decided elsewhere.</summary>
    public IReadOnlyList<string> Dates => Csv(Path.Combine(_root, "dates"));

    /// <summary>Lists of times at which people are busy.</summary>
    public IReadOnlyList<string> Busy => [.. Csv(Path.Combine(_root, "busy")).Where(file => !IsCalendars(file))];

    /// <summary>The list of people's and rooms' own calendars, busy/calendars.csv.</summary>
    public IReadOnlyList<string> BusyCalendars => [.. Csv(Path.Combine(_root, "busy")).Where(IsCalendars)];

    private static bool IsCalendars(string file) => Path.GetFileName(file) == "calendars.csv";

    /// <summary>What people receive; the words that follow with the program where the folder has none of its own.</summary>
    public string Messages => Directory.Exists(Path.Combine(_root, "messages"))
        ? Path.Combine(_root, "messages") : Path.Combine(AppContext.BaseDirectory, "config", "messages");

    public string SchoolBreaks => Path.Combine(_root, "calendars", "school-breaks.yaml");

    /// <param name="config">The folder that the user names, or null.</param>
    /// <param name="charters">A folder that takes the place of its charters, or null.</param>
    /// <param name="people">A file that takes the place of its list of people, or null.</param>
    public static ConfigurationFolder Find(string? config, string? charters, string? people)
    {
        var root = config ?? (Directory.Exists("config") ? "config" : Path.Combine(AppContext.BaseDirectory, "config"));
        return new ConfigurationFolder(root)
        {
            Charters = charters ?? Path.Combine(root, "charters"),
            People = people is null ? Lists(Path.Combine(root, "people")) : [people],
        };
    }

    private static IReadOnlyList<string> Lists(string folder)
    {
        var all = Csv(folder);
        var own = all.Where(file => Path.GetFileName(file) != Example).ToList();
        return own.Count > 0 ? own : all;
    }

    private static IReadOnlyList<string> Csv(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal)] : [];
}
