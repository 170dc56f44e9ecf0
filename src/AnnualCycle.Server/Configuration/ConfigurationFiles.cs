using AnnualCycle.Charters;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Network;

namespace AnnualCycle.Server.Configuration;

/// <summary>Reads the texts of the configuration folder's files as the service takes them in.</summary>
public sealed class ConfigurationFiles(ConfigurationFolder folder)
{
    /// <summary>The charter files as they lie there, read but not understood.</summary>
    public IReadOnlyList<CharterText> Charters(List<Mistake> mistakes)
    {
        if (!Directory.Exists(folder.Charters))
        {
            mistakes.Add(new Mistake(
                folder.Charters, 0, "mappen finns inte", "Ange den med --charters eller --config"));
            return [];
        }

        var files = Directory.GetFiles(folder.Charters).Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal).ToList();
        var twice = files.GroupBy(file => Slug.Of(Path.GetFileNameWithoutExtension(file)))
            .Where(same => same.Count() > 1).SelectMany(same => same).ToList();
        mistakes.AddRange(twice.Select(file => new Mistake(
            file, 0, "en annan fil har samma namn", "Ge filerna olika namn")));
        return [.. Texts(files.Except(twice), mistakes).Select(read => new CharterText(read.File, read.Text))];
    }

    /// <summary>Calendars and dates; null when a calendar is missing.</summary>
    public NetworkFiles? Network(List<Mistake> mistakes)
    {
        var (sweden, schools) = (Text(folder.Sweden, mistakes), Text(folder.SchoolBreaks, mistakes));
        return sweden is null || schools is null ? null : new NetworkFiles(sweden, schools)
        {
            Dates = Texts(folder.Dates, mistakes), Busy = Texts(folder.Busy, mistakes),
            BusyCalendars = Texts(folder.BusyCalendars, mistakes),
        };
    }

    public IReadOnlyList<FileText> People(List<Mistake> mistakes) => Texts(folder.People, mistakes);

    private static IReadOnlyList<FileText> Texts(IEnumerable<string> files, List<Mistake> mistakes) =>
        [.. files.Select(file => Text(file, mistakes)).OfType<FileText>()];

    private static FileText? Text(string file, List<Mistake> mistakes)
    {
        try
        {
            return new FileText(file, File.ReadAllText(file));
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            var isMissing = away is FileNotFoundException or DirectoryNotFoundException;
            mistakes.Add(new Mistake(file, 0, "filen går inte att läsa", isMissing ? "Den finns inte" : null));
            return null;
        }
    }
}
