using System.IO.Enumeration;
using System.Text;
using AnnualCycle.Testing;

namespace AnnualCycle.Tests.House;

/// <summary>
/// A text file that belongs to the repository: what .gitignore names and what is not text is left out.
/// </summary>
internal sealed record RepositoryFile(string Name, string Text)
{
    public static IReadOnlyList<RepositoryFile> All { get; } =
        [.. Paths(Repository.Root, [".git"]).Select(Read).OfType<RepositoryFile>()];

    public static IEnumerable<RepositoryFile> CSharp =>
        All.Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal));

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public bool IsIn(string folder) => Name.StartsWith(folder + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(string folder, IReadOnlyList<string> ignored)
    {
        ignored = [.. ignored, .. Ignored(Path.Combine(folder, ".gitignore"))];
        var entries = Directory.EnumerateFileSystemEntries(folder)
            .Where(entry => !IsIgnored(entry, ignored)).Order(StringComparer.Ordinal);
        return entries.SelectMany(entry => Directory.Exists(entry) ? Paths(entry, ignored) : [entry]);
    }

    private static IEnumerable<string> Ignored(string file) => File.Exists(file)
        ? File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Trim('/'))
        : [];

    private static bool IsIgnored(string path, IReadOnlyList<string> patterns) =>
        patterns.Any(pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: false));

    private static RepositoryFile? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        return bytes.Contains((byte)0) ? null : new(name, Encoding.UTF8.GetString(bytes));
    }
}
