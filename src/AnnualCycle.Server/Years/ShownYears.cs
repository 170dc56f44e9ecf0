using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AnnualCycle.Plans;
using AnnualCycle.Server.SignIn;
using NodaTime;

namespace AnnualCycle.Server.Years;

/// <summary>
/// The years in force as whoever asks may see them, and what the clock on the wall says: what is public, and what is not
/// to those who belong to it.
/// </summary>
public sealed class ShownYears(YearsInForce years, TimeProvider time, IHttpContextAccessor request)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    // Each side of a year is made once and goes with it; by the closed collaborations that it shows.
    private readonly ConditionalWeakTable<PublishedYear, ConcurrentDictionary<string, ShownYear>> _sides = new();

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<ShownYear> All => [.. years.All.Select(Shown)];

    /// <summary>Local time where the meetings are.</summary>
    public LocalDateTime Now => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone).LocalDateTime;

    /// <summary>A year's last change as a local day.</summary>
    public static LocalDate DayOf(Instant changed) => changed.InZone(Zone).Date;

    /// <summary>
    /// The meetings of a group or a collaboration, or of all when null, that have not ended, over all years.
    /// </summary>
    public IEnumerable<PlannedMeeting> Coming(string? collaborationOrGroup) =>
        All.SelectMany(year => collaborationOrGroup is null
                ? year.Plan.Meetings
                : year.MeetingsOf(collaborationOrGroup))
            .Where(meeting => meeting.IsComing(Now));

    /// <summary>
    /// The year somebody asks for; else that of the next meeting, as in December the coming year is what people want
    /// to see; else the last one. Null when there is none.
    /// </summary>
    public ShownYear? Choose(int? asked, IReadOnlyList<ShownYear> among, string? collaborationOrGroup = null)
    {
        var wanted = asked ?? Coming(collaborationOrGroup).FirstOrDefault()?.Date.Year;
        return among.FirstOrDefault(year => year.Year == wanted) ?? (asked is null ? among.LastOrDefault() : null);
    }

    private ShownYear Shown(PublishedYear year)
    {
        var viewer = request.HttpContext?.Viewer();
        var closed = year.Plan.Collaborations.Where(one => !one.Public && viewer?.MaySee(one.Id) == true)
            .Select(one => one.Id).ToHashSet();
        return _sides.GetOrCreateValue(year)
            .GetOrAdd(string.Join(' ', closed), _ => new ShownYear(year, closed));
    }
}
