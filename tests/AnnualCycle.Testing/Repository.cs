namespace AnnualCycle.Testing;
/// <summary>Folders of the checkout that tests read from.</summary>
public static class Repository
{
    /// <summary>The folder that holds AnnualCycle.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "AnnualCycle.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No AnnualCycle.sln above the tests."));
}
