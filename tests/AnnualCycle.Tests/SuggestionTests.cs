namespace AnnualCycle.Tests;

public sealed class SuggestionTests
{
    private static readonly string[] Municipalities = ["Ale", "Kungälv", "Orust", "Stenungsund", "Tjörn"];

    [Theory]
    [InlineData("Kungalv", "Kungälv")]
    [InlineData("stenungsund", "Stenungsund")]
    [InlineData("Stenugnsund", "Stenungsund")]
    [InlineData("Tjorn", "Tjörn")]
    public void A_slip_of_the_pen_is_recognised(string written, string meant) =>
        Assert.Equal(meant, Suggestion.Nearest(written, Municipalities));

    [Theory]
    [InlineData("Göteborg")]
    [InlineData("Ål")]
    [InlineData("")]
    public void A_name_like_no_other_gets_no_guess(string written) =>
        Assert.Null(Suggestion.Nearest(written, Municipalities));

    [Fact]
    public void The_advice_asks_whether_the_nearest_was_meant() =>
        Assert.Equal("Menade du ”Orust”?", Suggestion.Advice("Orusst", Municipalities));
}
