using System.Text;
using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

public sealed class FoldingTests
{
    private static IEnumerable<string> Texts =>
        from start in Enumerable.Range(0, 80)
        from letter in new[] { "a", "å", "€", "👩‍👩‍👧", "\n", ",", "\\", "\\n" }
        select new string('x', start + 1) + string.Concat(Enumerable.Repeat(letter, 200));

    [Fact]
    public void No_line_is_longer_than_75_octets() =>
        Assert.All(Texts, text => Assert.All(Lines(text), line => Assert.InRange(line.Length, 1, 75)));

    [Fact]
    public void Every_line_but_the_last_of_a_long_text_is_filled_to_within_a_character() =>
        Assert.All(Texts, text => Assert.All(Lines(text)[..^1], line => Assert.InRange(line.Length, 71, 75)));

    [Fact]
    public void Each_line_is_whole_characters_by_itself()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.All(Texts, text => Assert.All(Lines(text), line => strict.GetString(line)));
    }

    [Fact]
    public void No_line_ends_between_a_backslash_and_what_it_escapes() =>
        Assert.All(Texts, text => Assert.All(Lines(text), line => Assert.Equal(0, TrailingBackslashes(line) % 2)));

    [Fact]
    public void A_line_of_75_octets_is_left_alone() =>
        Assert.Single(Lines(new string('x', 75 - "SUMMARY:".Length)));

    [Fact]
    public void A_line_of_76_octets_is_folded_once() =>
        Assert.Equal(2, Lines(new string('x', 76 - "SUMMARY:".Length)).Count);

    /// <summary>The octets of the summary's physical lines; Latin-1 stands for octets, one to one.</summary>
    private static List<byte[]> Lines(string summary)
    {
        var all = Encoding.Latin1.GetString(Bytes(Meeting(summary))).Split("\r\n");
        var first = Array.FindIndex(all, line => line.StartsWith("SUMMARY", StringComparison.Ordinal));
        var count = 1 + all.Skip(first + 1).TakeWhile(line => line.StartsWith(' ')).Count();
        return all.Skip(first).Take(count).Select(Encoding.Latin1.GetBytes).ToList();
    }

    private static int TrailingBackslashes(byte[] line) => line.Reverse().TakeWhile(octet => octet == '\\').Count();
}
