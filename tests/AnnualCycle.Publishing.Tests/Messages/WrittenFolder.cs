using AnnualCycle.Publishing.Messages;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Messages;

/// <summary>The shipped messages in a folder where somebody edits them.</summary>
internal sealed class WrittenFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WrittenFolder()
    {
        var shipped = System.IO.Path.Combine(Repository.Root, "config", "messages");
        foreach (var file in Directory.GetFiles(shipped, "*.md", SearchOption.AllDirectories))
        {
            Write(System.IO.Path.GetRelativePath(shipped, file), File.ReadAllText(file));
        }
    }

    public string Path => _folder.Path;

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    /// <summary>What reading says, without the folder's own path: <c>sv/round.md:4: …</c>.</summary>
    public IReadOnlyList<string> Mistakes()
    {
        var mistakes = new List<Mistake>();
        Assert.Equal(MessageBook.Read(Path, mistakes) is null, mistakes.Count > 0);
        return [.. mistakes.Select(mistake => $"{mistake}".Replace($"{Path}/", "", StringComparison.Ordinal))];
    }

    public MessageBook Book()
    {
        var mistakes = new List<Mistake>();
        return MessageBook.Read(Path, mistakes) ?? throw new InvalidOperationException(string.Join('\n', mistakes));
    }

    public void Dispose() => _folder.Dispose();
}
