using System.Text.RegularExpressions;

namespace AnnualCycle.Tests.House;

public sealed class SourceTests
{
    private const int LongestWithoutReason = 200;

    private static readonly string[] Generators =
        ["[GeneratedRegex", "[LoggerMessage", "[JsonSerializable", "[LibraryImport"];

    [Fact]
    public void A_file_over_two_hundred_lines_says_at_its_top_why_it_is_long() =>
        Assert.Empty(RepositoryFile.CSharp.Where(file => file.Lines.Length > LongestWithoutReason && !SaysWhy(file))
            .Select(file => file.Name));

    [Fact]
    public void A_type_stands_in_one_file_and_is_partial_only_where_a_generator_adds_to_it() =>
        Assert.Empty(RepositoryFile.CSharp.Where(file => file.IsIn("src") && IsSplit(file)).Select(file => file.Name));

    private static bool SaysWhy(RepositoryFile file) =>
        file.Lines.Take(15).Any(line => Regex.IsMatch(line, @"^\s*// (Long because|Over \d+ lines)\b"));

    // The host's Program is partial by the compiler's own hand when tests start it.
    private static bool IsSplit(RepositoryFile file) =>
        Regex.IsMatch(file.Text, @"\bpartial\s+(class|record|struct|interface)\s+(?!Program\b)")
        && !Generators.Any(generator => file.Text.Contains(generator, StringComparison.Ordinal));
}
