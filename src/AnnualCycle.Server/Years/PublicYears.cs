using System.Runtime.CompilerServices;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Server.Years;

/// <summary>The years in force as everybody may see them, and what the clock on the wall says.</summary>
public sealed class PublicYears(YearsInForce years, TimeProvider time)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Plan.TimeZone];

    // A year's public side is made once and goes with it.
    private readonly ConditionalWeakTable<PublishedYear, PublicYear> _public = new();

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<PublicYear> All =>
        [.. years.All.Select(year => _public.GetValue(year, published => new PublicYear(published)))];

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
    public PublicYear? Choose(int? asked, IReadOnlyList<PublicYear> among, string? collaborationOrGroup = null)
    {
        var wanted = asked ?? Coming(collaborationOrGroup).FirstOrDefault()?.Date.Year;
        return among.FirstOrDefault(year => year.Year == wanted) ?? (asked is null ? among.LastOrDefault() : null);
    }
}
