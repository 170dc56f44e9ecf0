using System.Globalization;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>
/// The calendar of storhelger across collaborations: how many days off each has, the staffing days, and the meetings at which
/// groups prepare them and look back.
/// </summary>
/// <param name="collaborations">Those that anybody may read of.</param>
/// <param name="host">The host part of UIDs.</param>
internal sealed class HolidayFeed(FeedSource source, IReadOnlyList<Collaboration> collaborations, string host)
{
    /// <summary>The feed's id, and the last part of its address.</summary>
    public const string Id = "storhelger";

    private readonly HolidayCalendar _calendar = new();

    /// <summary>Whether there is anything to tell beside what every almanac has.</summary>
    public static bool IsWanted(IReadOnlyList<Collaboration> collaborations) => collaborations.Any(own =>
        own.Staffing is not null || own.Groups.Any(group => group.HolidayCoordination is not null));

    public byte[] Render()
    {
        var years = source.Years.Select(plan => plan.Year).Distinct().Order().ToList();
        var facts = years.SelectMany(_calendar.In).ToList();
        var plan = new HolidayPlan(_calendar, collaborations, [.. source.Meetings]);
        var meetings = facts.SelectMany(plan.Of).Select(held => held.Meeting).DistinctBy(meeting => meeting.Uid)
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start).ThenBy(meeting => meeting.Uid, StringComparer.Ordinal);
        var own = new FeedEvents(source, isPublic: true);
        var events = facts.Where(IsInAlmanac).SelectMany(Days).Concat(years.SelectMany(Staffing)).Concat(meetings.Select(own.Of));
        var feed = new FeedProperties("Storhelger", VTimeZone.EuropeStockholm)
        {
            Description = "Storhelger, bemanningsdagar och samverkansgruppernas möten inför och efter dem",
        };
        return CalendarWriter.ToBytes(CalendarObject.Feed(PlanFeeds.Product, feed, events));
    }

    // Nobody wants nine weeks across the top of their calendar.
    private static bool IsInAlmanac(HolidayFacts facts) => facts.Holiday != Holiday.Summer;

    private IEnumerable<Event> Days(HolidayFacts facts) => facts.Stretches.Select((stretch, index) => AllDay(
        (HolidayNames.Id(facts.Holiday), facts.Year, index + 1), stretch.Days, facts.Title,
        $"{HolidayText.Told(facts)}\n{HolidayText.Compared(HolidayComparison.Of(_calendar, facts))}"));

    private IEnumerable<Event> Staffing(int year) => collaborations.Where(own => own.Staffing is not null)
        .SelectMany(own => new StaffingDays(_calendar).In(year, own.Staffing!).Select(day => (day.Date, own.Name)))
        .GroupBy(day => day.Date, day => day.Name).OrderBy(day => day.Key).Select(day => AllDay(
            ($"bemanningsdag-{day.Key.ToString("MM-dd", CultureInfo.InvariantCulture)}", year, 1),
            new DateInterval(day.Key, day.Key), "Bemanningsdag", $"Hålls av {string.Join(", ", day)}."));

    // What an almanac says changes with the charters alone; its stamp is the same whenever it is written.
    private Event AllDay((string What, int Year, int Ordinal) id, DateInterval days, string title, string text) => new(
        Uid.Of([Id], id.What, id.Year, id.Ordinal, host), new UtcTime(new DateTime(id.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
        EventTime.AllDay(days.Start.ToDateOnly(), days.End.ToDateOnly()), title)
    {
        Transp = Transparency.Transparent,
        Description = text,
        Categories = ["Storhelger"],
    };
}
