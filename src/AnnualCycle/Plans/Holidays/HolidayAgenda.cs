using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Holidays;

/// <summary>What a meeting's agenda says of the storhelger that it prepares and looks back on.</summary>
internal sealed class HolidayAgenda(YearInput input)
{
    private readonly HolidayCalendar _calendar = new(input.Calendar);

    /// <summary>A line for each storhelg, those looked back on first; none for a meeting that is about none.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<Group> owners, string rule, LocalDate date) =>
    [
        .. owners.SelectMany(owner => Named(owner, rule).Of(HolidayPart.After)
            .Select(holiday => LookingBack(_calendar.Before(holiday, date), owner))).Distinct(),
        .. owners.SelectMany(owner => Named(owner, rule).Of(HolidayPart.Before)
            .Select(holiday => LookingAhead(_calendar.After(holiday, date), owner))).Distinct(),
    ];

    private static MeetingHolidays Named(Group group, string rule) =>
        group.Meetings.FirstOrDefault(own => RuleIds.Of(group, own) == rule) is { } meeting ? meeting.Holidays
        : new MeetingHolidays(
            Of(group, rule, HolidayPart.Before), Of(group, rule, HolidayPart.After));

    private static IReadOnlyList<Holiday> Of(Group group, string rule, HolidayPart part) =>
        [.. (group.HolidayCoordination?.Holidays ?? []).Where(holiday => RuleIds.Of(group, holiday, part) == rule)];

    private string LookingAhead(HolidayFacts facts, Group group) => Joined(
        HolidayText.DaysOff(facts), HolidayText.Staffing(facts, RuleOf(group)),
        HolidayText.SchoolBreaks(_calendar.SchoolBreaks(facts, group.SchoolBreaksOf), group.SchoolBreaksOf.Count));

    private string LookingBack(HolidayFacts facts, Group group) => Joined(
        "Uppföljning. " + HolidayText.DaysOff(facts), HolidayText.Staffing(facts, RuleOf(group)));

    // Everybody keeps the third day off; a collaboration that has agreed on another keeps that.
    private StaffingRule RuleOf(Group group) => input.Collaborations
        .FirstOrDefault(collaboration => collaboration.Groups.Contains(group))?.Staffing ?? StaffingRule.Usual;

    private static string Joined(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());
}
