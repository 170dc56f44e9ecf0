namespace AnnualCycle.Testing;

/// <summary>An empty folder of a test's own, gone with everything in it when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("annualcycle-");

    /// <summary>The folder's full path.</summary>
    public string Path => folder.FullName;

    /// <summary>The full path of a file in it, whether the file exists or not.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
