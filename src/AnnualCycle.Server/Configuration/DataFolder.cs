namespace AnnualCycle.Server.Configuration;

/// <summary>The folder in which the service keeps what is its own: the database, the feed key.</summary>
public sealed record DataFolder(string Path)
{
    private const string Default = "data";

    /// <summary>The one that is named, else ./data.</summary>
    public static DataFolder Find(string? named) => new(named ?? Default);

    public string Database => System.IO.Path.Combine(Path, "annualcycle.db");

    public string FeedKey => System.IO.Path.Combine(Path, "feed.key");

    /// <summary>Where mails are put as files as long as no mail server is set.</summary>
    public string Mail => System.IO.Path.Combine(Path, "mail");

    /// <summary>Where the service that keeps this folder last listened; null before it ever did.</summary>
    public string? Address => File.Exists(AddressFile) ? File.ReadAllText(AddressFile) : null;

    private string AddressFile => System.IO.Path.Combine(Path, "address");

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

    /// <summary>Makes an empty database for this user alone, also in a folder that others may read.</summary>
    public void CreateDatabase()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(Database, options).Dispose();
    }

    /// <summary>Notes where the service listens, for the commands that show addresses.</summary>
    public void Note(string address) => File.WriteAllText(AddressFile, address);

    /// <summary>
    /// Makes it and keeps other services out of it until disposed of or until the process ends; null and a mistake when
    /// one is in it, or when it cannot be used.
    /// </summary>
    public FileStream? TryEnter(List<Mistake> mistakes)
    {
        try
        {
            Create();
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(LockFile))
        {
            mistakes.Add(new Mistake(Path, 0, "en annan tjänst använder redan datamappen",
                "Stoppa den, eller välj en annan mapp med --data"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(Unusable(refused));
        }

        return null;
    }

    /// <summary>What an administrator is told when files in it cannot be read or written.</summary>
    public Mistake Unusable(Exception refused) => new(Path, 0, $"datamappen går inte att använda ({refused.Message})",
        "Får tjänsten skriva där, och finns det plats?");
}
