using AnnualCycle.Storage.Charters;

namespace AnnualCycle.Storage.Tests.Charters;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "")]
    [InlineData("a\nb\nc", "a\nx\nc", "- b|+ x")]
    [InlineData("a\nb\nc", "a\nc", "- b")]
    [InlineData("a\nc", "a\nb\nc", "+ b")]
    [InlineData("a\nb\nc\nd", "b\nc\nd\ne", "- a|+ e")]
    [InlineData("a\nb", "b\na", "- a|+ a")]
    [InlineData("a\na\na", "a\na", "- a")]
    [InlineData("a", "x\ny", "- a|+ x|+ y")]
    public void Shows_the_lines_that_left_and_came_in_the_order_of_the_text(
        string before, string after, string shown) =>
        Assert.Equal(shown.Replace('|', '\n'), LineDifference.Between(before, after));

    [Fact]
    public void Line_endings_and_empty_lines_at_the_end_are_no_difference() =>
        Assert.Equal("", LineDifference.Between("a\r\nb\r\n", "a\nb\n\n"));

    [Fact]
    public void What_is_shown_turns_one_text_into_the_other()
    {
        string[] texts = ["a\nb\nc\nd\ne", "e\nd\nc\nb\na", "a\nc\ne", "b\nb\na\ne\nf", "a"];
        Assert.All(texts.SelectMany(before => texts.Select(after => (before, after))), pair =>
        {
            var shown = LineDifference.Between(pair.before, pair.after)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var left = shown.Where(line => line[0] == '-').Select(line => line[2..]);
            var came = shown.Where(line => line[0] == '+').Select(line => line[2..]);
            Assert.Equal(
                pair.after.Split('\n').Concat(left).Order(), pair.before.Split('\n').Concat(came).Order());
        });
    }
}
