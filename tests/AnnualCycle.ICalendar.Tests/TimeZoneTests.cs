using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

public sealed class TimeZoneTests
{
    public static TheoryData<string> Zones =>
    [
        "Europe/Stockholm", "Europe/London", "Europe/Dublin", "Europe/Athens", "America/New_York", "Australia/Sydney",
        "Pacific/Auckland", "Asia/Tokyo", "Asia/Kolkata", "Atlantic/Reykjavik", "Etc/UTC",
    ];

    public static TheoryData<int> Years => new(Enumerable.Range(2020, 21));

    [Theory]
    [MemberData(nameof(Years))]
    public void Swedens_built_in_clock_shows_what_the_tz_database_says_at_every_hour_of(int year)
    {
        AssertSameClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), VTimeZone.EuropeStockholm, year, year);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Swedens_rules_in_the_tz_database_are_the_built_in_ones_in(int year)
    {
        Assert.Same(VTimeZone.EuropeStockholm, VTimeZone.For("Europe/Stockholm", year, year));
        Assert.Same(VTimeZone.EuropeStockholm, VTimeZone.For("Europe/Stockholm", 2020, year));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_zones_clock_is_found_from_the_machine_for_twenty_years(string name)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(name);
        AssertSameClock(info, VTimeZone.From(info, 2020, 2040), 2020, 2040);
    }

    [Fact]
    public void The_fourth_Sunday_is_not_taken_for_the_last()
    {
        // In 2027 both are 28 March and in 2028 only the last Sunday is, so two years must be looked at.
        var rule = VTimeZone.From(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), 2027, 2028).Daylight!.Onset!;

        Assert.Equal((3, -1, DayOfWeek.Sunday), (rule.Month, rule.Ordinal, rule.Day));
    }

    [Fact]
    public void A_clock_that_follows_the_moon_is_refused_rather_than_written_wrong() =>
        Assert.Throws<ArgumentException>(() => VTimeZone.For("Africa/Casablanca", 2026, 2027));

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("A\r\nB")]
    [InlineData("")]
    public void A_zone_that_is_none_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => VTimeZone.For(name, 2027, 2027));

    [Fact]
    public void A_place_whose_clock_never_changes_has_one_rule_without_recurrence()
    {
        var tokyo = VTimeZone.For("Asia/Tokyo", 2027, 2027);
        var lines = ContentLines(Bytes(MeetingIn(tokyo, new DateTime(2027, 3, 11, 17, 0, 0))));

        Assert.Equal(
            [
                "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
            ],
            lines.SkipWhile(line => !line.StartsWith("TZID", StringComparison.Ordinal)).Take(7));
    }

    [Fact]
    public void Half_an_hour_west_of_UTC_is_written_with_its_minutes()
    {
        var zone = VTimeZone.For("America/St_Johns", 2027, 2028);
        var lines = ContentLines(Bytes(MeetingIn(zone, new DateTime(2027, 7, 1, 9, 0, 0))));

        Assert.Contains("TZOFFSETTO:-0330", lines);
        Assert.Contains("TZOFFSETTO:-0230", lines);
    }

    [Fact]
    public void A_time_that_the_clock_skips_keeps_the_offset_before() =>
        Assert.Equal(Utc(2027, 3, 28, 1, 30), VTimeZone.EuropeStockholm.ToUtc(new DateTime(2027, 3, 28, 2, 30, 0)));

    /// <summary>
    /// Every half-hour of the database's clock means the same moment by our rules; a time shown twice means the first.
    /// </summary>
    private static void AssertSameClock(TimeZoneInfo database, VTimeZone ours, int firstYear, int lastYear)
    {
        var shown = new Dictionary<DateTime, DateTime>();
        var start = new DateTime(firstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var utc = start; utc.Year <= lastYear; utc = utc.AddMinutes(30))
            shown.TryAdd(DateTime.SpecifyKind(utc + database.GetUtcOffset(utc), DateTimeKind.Unspecified), utc);
        Assert.Empty(shown.Where(time => ours.ToUtc(time.Key).Value != time.Value).ToList());
    }
}
