namespace AnnualCycle.ICalendar.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd\ve\ff\u0085g\u2028h\u2029i", "a\nb\nc\nd\ne\nf\ng\nh\ni")]
    [InlineData("a\tb\u0000\u0007\u001b\u007f\u009fc", "a\tbc")]
    [InlineData("C:\\nytt; a, b", "C:\\nytt; a, b")]
    [InlineData(null, "")]
    public void A_text_keeps_what_a_calendar_can_say(string? typed, string kept) =>
        Assert.Equal(kept, new CalendarText(typed).Value);

    [Fact]
    public void A_picture_stays_and_half_of_one_is_marked() =>
        Assert.Equal("\U0001F600 \ufffd \ufffd", new CalendarText("\ud83d\ude00 \ud83d \ude00").Value);

    [Theory]
    [InlineData(0, 0, "PT0S")]
    [InlineData(1, 0, "P1D")]
    [InlineData(0, 90 * 60, "PT1H30M")]
    [InlineData(0, 3605, "PT1H0M5S")]
    [InlineData(-1, -5, "-P1DT5S")]
    [InlineData(0, 86400, "PT24H")]
    public void A_duration_is_written_by_the_grammar(int days, int seconds, string written)
    {
        var duration = new CalendarDuration(days, TimeSpan.FromSeconds(seconds));

        Assert.Equal(written, duration.ToString());
        Assert.Equal(duration, DurationParser.Parse(System.Text.Encoding.UTF8.GetBytes(written)));
    }

    [Fact]
    public void A_duration_points_one_way() =>
        Assert.Throws<ArgumentException>(() => new CalendarDuration(1, TimeSpan.FromHours(-1)));

    [Fact]
    public void A_moment_says_that_it_is_UTC() =>
        Assert.Throws<ArgumentException>(() => new UtcTime(new DateTime(2027, 3, 1)));

    [Fact]
    public void A_color_is_one_that_browsers_know() =>
        Assert.Throws<ArgumentException>(() => new ColorName("falurött"));

    [Fact]
    public void A_feed_asks_to_be_read_again_after_some_time() =>
        Assert.Throws<ArgumentException>(() => Sample.Feed with { RefreshInterval = default });
}
