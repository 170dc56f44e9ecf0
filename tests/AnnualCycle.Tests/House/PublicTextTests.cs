using System.Text.RegularExpressions;

namespace AnnualCycle.Tests.House;

public sealed class PublicTextTests
{
    [Fact]
    public void Nothing_points_at_a_folder_of_somebodys_own_machine() =>
        Assert.Empty(Found(@"(?<![\w.~}*-])/(work|tmp|root|home)/\S*"));

    [Fact]
    public void Every_address_is_an_invented_one_under_example() =>
        Assert.Empty(Found(@"[\w.%+-]+@([\w-]+\.)+[a-zåäö]{2,}\b")
            .Where(found => !found.EndsWith(".example", StringComparison.Ordinal)
                // A calendar that is called as its owner.
                && !found.EndsWith(".example.ics", StringComparison.Ordinal)).ToList());

    [Fact]
    public void Nothing_is_left_to_do_in_a_comment() =>
        Assert.Empty(Found(@"\b(T[O]DO|FI[X]ME|X[X]X)\b"));

    private static IEnumerable<string> Found(string pattern) =>
        from file in RepositoryFile.All
        from Match match in Regex.Matches(file.Text, pattern)
        select $"{file.Name}: {match.Value}";
}
