using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Oracles;
using NodaTime;

namespace AnnualCycle.Publishing.Tests;

public sealed class PlanFeedTests
{
    private static readonly Plan Year = Network.Plan(Network.Year(2027, Network.FiveCharters));
    private static readonly PlanFeeds Feeds = new(new FeedSource(Year, Instant.FromUtc(2026, 11, 22, 0, 0)));

    public static TheoryData<string> Readers => [.. CalendarOracle.All.Select(oracle => oracle.Name)];

    private static CalendarOracle Reader(string name) => CalendarOracle.All.Single(oracle => oracle.Name == name);

    private static string Text(byte[] feed) =>
        Encoding.UTF8.GetString(feed).Replace("\r\n ", "", StringComparison.Ordinal);

    // What was planned, in the words of the plan alone: the clock of Stockholm, whole days for deadlines.
    private static IReadOnlyList<CalendarRow> Planned(Func<string, bool> owned) => CalendarOracle.Ordered(
    [
        .. Year.Meetings.Where(meeting => meeting.Groups.Any(owned)).Select(meeting => CalendarRow.Meeting(
            meeting.Uid, At(meeting.Date, meeting.Start), At(meeting.Date, meeting.End), meeting.Title, "TENTATIVE")),
        .. Year.Deadlines.Where(deadline => owned(deadline.Group) && deadline.Due is not null).Select(deadline =>
            CalendarRow.AllDay(
                deadline.Uid, deadline.Due!.Value.ToDateOnly(), deadline.Due.Value.ToDateOnly(),
                $"Sista dag: {deadline.Title}", deadline.Condition is null ? "CONFIRMED" : "TENTATIVE")),
    ]);

    private static DateTimeOffset At(LocalDate date, LocalTime time)
    {
        var local = (date + time).ToDateTimeUnspecified();
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(local));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Every_collaboration_is_read_back_as_it_was_planned(string reader)
    {
        foreach (var collaboration in Year.Collaborations)
        {
            Assert.Equal(
                Planned(id => id.Split('/')[0] == collaboration.Id),
                Reader(reader).Read(Feeds.Collaboration(collaboration)));
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_group_is_read_back_with_its_joint_meetings(string reader)
    {
        var lgs = Year.Groups.Single(group => group.Id == "lgs-goteborg/lgs");
        var rows = Reader(reader).Read(Feeds.Group(lgs));
        Assert.Equal(Planned(id => id == lgs.Id), rows);
        Assert.Contains(rows, row => Year.Meetings.Any(meeting => meeting.Uid == row.Uid && meeting.Groups.Count > 1));
    }

    [Fact]
    public void The_whole_network_stands_in_one_calendar_with_each_joint_meeting_once() =>
        Assert.Equal(Planned(_ => true), Reader("libical").Read(Feeds.Network()));

    [Fact]
    public void The_same_plan_gives_the_same_bytes() =>
        Assert.Equal(Feeds.Network(),
            new PlanFeeds(new FeedSource(Year, Instant.FromUtc(2026, 11, 22, 0, 0))).Network());

    [Fact]
    public void A_meeting_says_what_it_is_for_and_which_sentence_demands_it()
    {
        var feed = Text(Feeds.Group(Year.Groups.Single(group => group.Id == "simba/ledningsgrupp")));
        Assert.Contains("DESCRIPTION:Föreslaget möte\\, ännu inte fastställt.\\n\\nSe tillbaka på jul och nyår",
            feed, StringComparison.Ordinal);
        Assert.Contains("”Början av februari”\\, Uppdragsbeskrivning för ledningsgrupp i samverkan\\, rad 70.",
            feed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_takes_nobodys_time_and_says_what_it_rests_on()
    {
        var south = Year.Collaborations.Single(collaboration => collaboration.Id == "sodra-alvsborg");
        var feed = Text(Feeds.Collaboration(south));
        var deadline = feed[feed.IndexOf("Sista dag", StringComparison.Ordinal)..];
        Assert.Contains("Gäller om avtalet förlängts.", deadline, StringComparison.Ordinal);
        Assert.Contains("TRANSP:TRANSPARENT", feed, StringComparison.Ordinal);
        Assert.Contains("X-MICROSOFT-CDO-BUSYSTATUS:FREE", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_meetings_has_a_feed_that_readers_accept_and_find_empty()
    {
        var empty = Year.Groups
            .First(group => group.HasFeed && !Year.Meetings.Any(meeting => meeting.Groups.Contains(group.Id)));
        Assert.All(CalendarOracle.All, oracle => Assert.Empty(oracle.Read(Feeds.Group(empty))));
    }

    [Fact]
    public void A_cancelled_meeting_says_so_in_its_title_and_frees_the_time()
    {
        var first = Year.Meetings[0] with { Status = MeetingStatus.Cancelled };
        var feeds =
            new PlanFeeds(new FeedSource(Year with { Meetings = [first] }, Instant.FromUtc(2026, 11, 22, 0, 0)));
        var row = Assert.Single(Reader("ical.js").Read(feeds.Network()), row => row.Uid == first.Uid);
        Assert.Equal(("INSTÄLLT: " + first.Title, "CANCELLED"), (row.Summary, row.Status));
    }
}
