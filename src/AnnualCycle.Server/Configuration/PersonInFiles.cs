using AnnualCycle.People;

namespace AnnualCycle.Server.Configuration;

/// <summary>A line of a file in the configuration folder that names a person.</summary>
/// <param name="Line">From 1.</param>
public sealed record NamingLine(string File, int Line);

/// <summary>Finds where the configuration folder names a person, for an administrator to take away by hand.</summary>
public sealed class PersonInFiles(ConfigurationFolder folder)
{
    public IReadOnlyList<NamingLine> Find(MentionedPerson person) =>
    [
        .. new ConfigurationFiles(folder).Charters([]).Select(charter => charter.File)
            .Concat(folder.People).Concat(folder.Busy).Concat(folder.BusyCalendars).Concat(folder.Dates)
            .Where(File.Exists).SelectMany(file => Lines(file, person)),
    ];

    private static IEnumerable<NamingLine> Lines(string file, MentionedPerson person) => File.ReadLines(file)
        .Select((text, index) => (text, Line: index + 1)).Where(line => person.IsIn(line.text))
        .Select(line => new NamingLine(file, line.Line));
}
