using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Changes;

/// <summary>Says what speaks against a meeting where a person put it: the day, people's time, the charter.</summary>
internal sealed class Objections(YearInput input)
{
    // When meetings of people from many organisations are usually held; nobody is kept from another hour.
    private static readonly (LocalTime Start, LocalTime End) WorkingDay = (new(7, 0), new(18, 0));

    /// <param name="meeting">As it is in the later plan.</param>
    public IReadOnlyList<string> To(Plan before, Plan after, PlannedMeeting meeting) => meeting.IsCancelled
        ? [.. BrokenRules(before, after)]
        :
        [
            .. Day(meeting), .. Hour(meeting), .. Clashes(after, meeting), .. Busy(meeting),
            .. new NamedWindows(input).Missed(before, after, meeting.Rule), .. BrokenRules(before, after),
        ];

    private IEnumerable<string> Day(PlannedMeeting meeting)
    {
        var day = input.Calendar.Day(meeting.Date, new Audience(
            [.. Owners(meeting).SelectMany(owner => owner.SchoolBreaksOf).Distinct()],
            meeting.Kind == MeetingKind.Preparatory));
        return day.Closed is { } why
            ? [$"{SwedishDates.Long(meeting.Date)} är stängd: {why}"]
            : day.Drawbacks.Where(drawback => drawback.Cost > 0)
                .Select(drawback => $"{SwedishDates.Long(meeting.Date)}: {drawback.Text}");
    }

    private static IEnumerable<string> Hour(PlannedMeeting meeting) =>
        meeting.Start < WorkingDay.Start || meeting.End > WorkingDay.End
            ? [$"{SwedishDates.Clock(meeting.Start)}–{SwedishDates.Clock(meeting.End)} är utanför arbetsdagen"] : [];

    private IEnumerable<Group> Owners(PlannedMeeting meeting) => input.Collaborations
        .SelectMany(collaboration => collaboration.Groups).Where(group => meeting.Groups.Contains(group.Id));

    private IEnumerable<string> Clashes(Plan plan, PlannedMeeting meeting) => plan.Meetings
        .Where(other => other.Id != meeting.Id && !other.IsCancelled && other.Date == meeting.Date
            && other.Start < meeting.End && meeting.Start < other.End)
        .Select(other => (other, who: Both(meeting, other)))
        .Where(clash => clash.who.Count > 0)
        .Select(clash => $"krock: {PeopleTexts.Of(clash.who)} har också {clash.other.Title} " +
            $"{SwedishDates.Clock(clash.other.Start)}–{SwedishDates.Clock(clash.other.End)}");

    // A group without seats is in two places all the same.
    private List<string> Both(PlannedMeeting one, PlannedMeeting other)
    {
        var people = Needed(one).Where(person => person.Groups.Overlaps(other.Groups))
            .Select(person => person.Label).ToList();
        return people.Count > 0 ? people
            : [.. Owners(one).Where(owner => other.Groups.Contains(owner.Id)).Select(owner => owner.Name)];
    }

    private IEnumerable<Attendee> Needed(PlannedMeeting meeting) =>
        Attendees.Of(input.Collaborations, input.People, new DateInterval(meeting.Date, meeting.Date)).All
            .Where(person => person.Groups.Overlaps(meeting.Groups));

    private IEnumerable<string> Busy(PlannedMeeting meeting) => Needed(meeting)
        .Where(person => input.Busy.Any(busy => busy.Who == person.Email && busy.Date == meeting.Date
            && busy.Start < meeting.End && meeting.Start < busy.End))
        .Select(person => $"{person.Label} är upptagen då")
        .Concat(input.Busy.Where(busy => string.Equals(busy.Who, meeting.Place, StringComparison.OrdinalIgnoreCase)
                && busy.Date == meeting.Date && busy.Start < meeting.End && meeting.Start < busy.End)
            .Select(busy => $"{busy.Who} är upptaget då").Distinct());

    private static IEnumerable<string> BrokenRules(Plan before, Plan after)
    {
        var broken = before.Groups.SelectMany(group => group.Rules).Where(IsBroken).Select(rule => rule.Id).ToHashSet();
        return after.Groups.SelectMany(group => group.Rules).DistinctBy(rule => rule.Id)
            .Where(rule => IsBroken(rule) && !broken.Contains(rule.Id))
            .Select(rule => $"”{rule.Phrase}” hålls inte längre: {rule.Planned} " +
                (rule.Status == RuleStatus.Over ? $"av högst {rule.Max}" : $"av {rule.Min}"));
    }

    private static bool IsBroken(RuleOutcome rule) => rule.Status is RuleStatus.Short or RuleStatus.Over;
}
