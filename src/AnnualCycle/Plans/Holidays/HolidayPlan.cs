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

    private IEnumerable<HolidayGathering> Of(HolidayFacts facts, Collaboration collaboration, Group group) =>
        meetings.Where(meeting => !meeting.IsCancelled && meeting.Groups.Contains(group.Id))
            .SelectMany(meeting => Enum.GetValues<HolidayPart>().Where(part => IsAbout(facts, group, part, meeting))
                .Select(part => new HolidayGathering(collaboration, group, part, meeting)));

    private bool IsAbout(HolidayFacts facts, Group group, HolidayPart part, PlannedMeeting meeting) =>
        Names(group, facts.Holiday, part, meeting) ? IsNearest(facts, part, meeting.Date)
            : group.HolidayCoordination?.Holidays.Contains(facts.Holiday) == true
                && !IsNamed(group, facts.Holiday, part) && IsWithin(facts, part, group, meeting.Date);

    private static bool Names(Group group, Holiday holiday, HolidayPart part, PlannedMeeting meeting) =>
        meeting.Rule == RuleIds.Of(group, holiday, part) || group.Meetings.Any(rule =>
            rule.Holidays.Of(part).Contains(holiday) && RuleIds.Of(group, rule) == meeting.Rule);

    // Where the charter says which meetings are about a storhelg, another that happens to fall near is not.
    private static bool IsNamed(Group group, Holiday holiday, HolidayPart part) =>
        group.Meetings.Any(rule => rule.Holidays.Of(part).Contains(holiday));

    private bool IsNearest(HolidayFacts facts, HolidayPart part, LocalDate date) => facts.Year == (part == HolidayPart.Before
        ? calendar.After(facts.Holiday, date) : calendar.Before(facts.Holiday, date)).Year;

    private static bool IsWithin(HolidayFacts facts, HolidayPart part, Group group, LocalDate date)
    {
        var days = part == HolidayPart.Before
            ? Period.DaysBetween(date, facts.Days.Start) : Period.DaysBetween(facts.Days.End, date);
        return group.HolidayCoordination!.Range(part) is { } range && days >= range.Min && days <= range.Max;
    }
}
