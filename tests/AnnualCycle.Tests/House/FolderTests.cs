namespace AnnualCycle.Tests.House;

public sealed class FolderTests
{
    private static readonly string[] Patterns =
        ["Core", "Common", "Shared", "Helpers", "Utils", "Services", "Models", "Managers", "Infrastructure"];

    [Fact]
    public void A_folder_carries_the_organisations_word_not_a_patterns_name() =>
        Assert.Empty(Folders()
            .Where(folder => Patterns.Contains(LastWord(folder), StringComparer.OrdinalIgnoreCase)).ToList());

    private static IEnumerable<string> Folders() =>
        RepositoryFile.All.Where(file => file.IsIn("src") || file.IsIn("tests"))
            .SelectMany(file => Above(file.Name)).Distinct();

    private static IEnumerable<string> Above(string path) =>
        Path.GetDirectoryName(path) is { Length: > 0 } folder ? [folder, .. Above(folder)] : [];

    // AnnualCycle.Common is as bad as AnnualCycle/Common.
    private static string LastWord(string folder) => Path.GetFileName(folder).Split('.')[^1];
}
