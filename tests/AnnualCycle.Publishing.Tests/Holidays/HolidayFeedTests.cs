using System.Text;
using AnnualCycle.ICalendar;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Testing.Databases;
using static AnnualCycle.Publishing.Tests.Holidays.SmallHoliday;

namespace AnnualCycle.Publishing.Tests.Holidays;

public sealed class HolidayFeedTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    private static async Task<IReadOnlyList<(string Title, string Text)>> EventsAsync(SmallHoliday holiday)
    {
        var feed = await holiday.Service.FeedAsync("storhelger");
        Assert.True(feed.IsPublic);
        var read = CalendarReader.Read(feed.Content);
        Assert.Empty(read.Mistakes);
        return [.. Encoding.UTF8.GetString(feed.Content).Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1)
            .Select(text => (text.Split("SUMMARY:")[1].Split("\r\n")[0], text))];
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_calendar_of_storhelger_has_days_off_and_staffing_days(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);

        var events = await EventsAsync(holiday);

        var easter = events.Single(own => own.Title == "Påsken 2027").Text;
        Assert.Contains("DTSTART;VALUE=DATE:20270326", easter, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20270330", easter, StringComparison.Ordinal);
        Assert.Contains(events, own => own.Title == "Bemanningsdag"
            && own.Text.Contains("DTSTART;VALUE=DATE:20270328", StringComparison.Ordinal)
            && own.Text.Contains("Hålls av Nord.", StringComparison.Ordinal));
        Assert.DoesNotContain(events, own => own.Title.StartsWith("Sommaren", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_check_in_is_there_once_its_year_is_published(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Noon(2027, 2, 12));
        await holiday.AnswerAsync(HolidayAnswer.Yes, Noon(2027, 2, 12));
        await holiday.Service.KeepAsync(Noon(2027, 2, 12));
        Assert.DoesNotContain(await EventsAsync(holiday), own => own.Title == "Avstämning inför påsk");

        await holiday.Service.PublishAsync(Noon(2027, 2, 12));

        Assert.Contains(await EventsAsync(holiday), own => own.Title == "Avstämning inför påsk");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Writing_it_again_on_another_day_changes_nothing(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        var before = await holiday.Service.FeedAsync("storhelger");

        await holiday.Service.WriteFeedsAsync(Noon(2026, 12, 24));

        Assert.Equal(before.ETag, (await holiday.Service.FeedAsync("storhelger")).ETag);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_closed_collaboration_is_not_in_the_calendar_and_alone_makes_none(Provider provider)
    {
        await using var holiday = await StartedAsync(
            provider, Charter.Replace("staffing:", "public: false\nstaffing:", StringComparison.Ordinal));

        Assert.DoesNotContain(await holiday.Service.FeedsAsync(), feed => feed.Id == "storhelger");
    }
}
