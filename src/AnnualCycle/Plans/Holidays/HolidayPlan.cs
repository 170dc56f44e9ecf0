using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Holidays;

/// <summary>A meeting at which a group prepares a storhelg or looks back on it.</summary>
public sealed record HolidayGathering(Collaboration Collaboration, Group Group, HolidayPart Part, PlannedMeeting Meeting);

/// <summary>What is planned around storhelger, across collaborations.</summary>
/// <param name="meetings">Of the storhelg's year and those beside it.</param>
public sealed class HolidayPlan(
    HolidayCalendar calendar, IReadOnlyList<Collaboration> collaborations, IReadOnlyList<PlannedMeeting> meetings)
{
    /// <summary>Those of one storhelg in the order of their days; none of them is cancelled.</summary>
    public IReadOnlyList<HolidayGathering> Of(HolidayFacts facts) =>
    [
        .. collaborations.SelectMany(collaboration => collaboration.Groups.SelectMany(group => Of(facts, collaboration, group)))
            .OrderBy(held => held.Meeting.Date).ThenBy(held => held.Meeting.Start)
            .ThenBy(held => held.Meeting.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether the charter names a meeting as the one about this storhelg: the nearest one of its kind.</summary>
    public static bool IsNamed(
        HolidayCalendar calendar, Group group, (HolidayFacts Facts, HolidayPart Part) about, PlannedMeeting meeting) =>
        group.Meetings.Any(rule => rule.Holidays.Of(about.Part).Contains(about.Facts.Holiday)
            && RuleIds.Of(group, rule) == meeting.Rule) && IsNearest(calendar, about, meeting.Date);

    private IEnumerable<HolidayGathering> Of(HolidayFacts facts, Collaboration collaboration, Group group)
    {
        var held = meetings.Where(meeting => !meeting.IsCancelled && meeting.Groups.Contains(group.Id)).ToList();
        return Enum.GetValues<HolidayPart>().SelectMany(part => Of(group, (facts, part), held)
            .Select(meeting => new HolidayGathering(collaboration, group, part, meeting)));
    }

    // Where a meeting that the charter names is held, another that happens to fall near is not about the storhelg.
    private IEnumerable<PlannedMeeting> Of(
        Group group, (HolidayFacts Facts, HolidayPart Part) about, IReadOnlyList<PlannedMeeting> held)
    {
        var own = held.Where(meeting => meeting.Rule == RuleIds.Of(group, about.Facts.Holiday, about.Part)
            && IsNearest(calendar, about, meeting.Date));
        var named = held.Where(meeting => IsNamed(calendar, group, about, meeting)).ToList();
        return own.Concat(named.Count > 0 ? named : held.Where(meeting => IsWithin(about, group, meeting))).Distinct();
    }

    private static bool IsNearest(HolidayCalendar calendar, (HolidayFacts Facts, HolidayPart Part) about, LocalDate date) =>
        about.Facts.Year == (about.Part == HolidayPart.Before
            ? calendar.After(about.Facts.Holiday, date) : calendar.Before(about.Facts.Holiday, date)).Year;

    private static bool IsWithin((HolidayFacts Facts, HolidayPart Part) about, Group group, PlannedMeeting meeting)
    {
        var days = about.Part == HolidayPart.Before
            ? Period.DaysBetween(meeting.Date, about.Facts.Days.Start) : Period.DaysBetween(about.Facts.Days.End, meeting.Date);
        return group.HolidayCoordination is { } coordination && coordination.Holidays.Contains(about.Facts.Holiday)
            && coordination.Range(about.Part) is { } range && days >= range.Min && days <= range.Max;
    }
}
