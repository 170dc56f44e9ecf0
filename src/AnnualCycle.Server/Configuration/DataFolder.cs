namespace AnnualCycle.Server.Configuration;

/// <summary>The folder in which the service keeps what is its own: the database, the feed key.</summary>
public sealed record DataFolder(string Path)
{
    private const string Default = "data";

    /// <summary>The one that is named, else ./data.</summary>
    public static DataFolder Find(string? named) => new(named ?? Default);

    public string Database => System.IO.Path.Combine(Path, "annualcycle.db");

    public string FeedKey => System.IO.Path.Combine(Path, "feed.key");

    private string LockFile => System.IO.Path.Combine(Path, "serve.lock");

    /// <summary>Makes it if it is not there, for this user alone: it is going to hold addresses of people.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// Keeps other services out of the folder until disposed of or until the process ends; null when one is in it.
    /// </summary>
    public FileStream? TryEnter()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(LockFile))
        {
            return null;
        }
    }
}
