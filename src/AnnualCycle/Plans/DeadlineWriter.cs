using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Writes everything that is due in the year: reports, notices, revisions, work around meetings.</summary>
/// <param name="previous">The plan before: work around a meeting keeps its id; null the first time.</param>
internal sealed class DeadlineWriter(YearInput input, MeetingsOfYear year, Plan? previous)
{
    private readonly DeadlineIds _ids = new(previous);
    private readonly ReportDays _reports = new(input.Spans);
    private readonly Reminders _reminders = new(input.Calendar, input.Today);

    /// <summary>Dated ones in the order of their day, then those without a day.</summary>
    public IReadOnlyList<PlannedDeadline> Write() =>
        [.. InOrder(new ReportChains(_reminders).Tie([.. input.Collaborations.SelectMany(OfCollaboration)]))];

    public static IEnumerable<PlannedDeadline> InOrder(IEnumerable<PlannedDeadline> deadlines) => deadlines
        .OrderBy(deadline => deadline.Due is null).ThenBy(deadline => deadline.Due)
        .ThenBy(deadline => deadline.Id, StringComparer.Ordinal);

    private IEnumerable<PlannedDeadline> OfCollaboration(Collaboration collaboration) =>
    [
        .. collaboration.Groups.SelectMany(group => group.Reports.SelectMany(report => OfReport(group, report))),
        .. collaboration.Groups.SelectMany(group => group.Tasks.SelectMany(task => OfTask(group, task))),
        .. collaboration.Groups.SelectMany(new HandoverDays(input, _reminders).Of),
        .. new AgreementDays(collaboration, input, _reminders).Write(),
    ];

    private IEnumerable<PlannedDeadline> OfReport(Group group, Duty report) =>
        _reports.Of(report) is { Count: > 0 } days
            ? days.Select((due, index) => Report(group, report, index + 1, due))
            : AroundMeetings(group, report).Select(deadline => deadline with { Kind = DeadlineKind.Report });

    private PlannedDeadline Report(Group group, Duty report, int ordinal, ReportDay day)
    {
        var (title, meeting) = (day.Period is { } period ? $"{report.Title}, {period}" : report.Title,
            new HandlingMeetings(year.Counted).Of(report, day));
        var due = meeting is null ? day.Day : HandlingMeetings.DayBefore(report.HandledAt!, meeting);
        var written = Deadline(group, report, ordinal, title, due) with
        {
            Kind = DeadlineKind.Report, Meeting = meeting?.Id, CoversFrom = day.Covers?.Start, CoversTo = day.Covers?.End,
            Closes = day.Closes, Feeds = report.Feeds,
            Condition = report.HandledAt is not null && due is null ? HandlingMeetings.NotYet : null,
        };
        return written with { Reminders = _reminders.Of(written) };
    }

    private IEnumerable<PlannedDeadline> OfTask(Group group, Duty task) => AroundMeetings(group, task);

    // "Senast sju dagar före mötet" gives every meeting of the group a day of its own.
    private IEnumerable<PlannedDeadline> AroundMeetings(Group group, Duty duty)
    {
        var distance = ReportDays.DistanceToMeeting(duty);
        var own = year.Counted.Where(meeting => meeting.Groups.Contains(group.Id));
        return distance is null ? [] : own.Select(meeting => AroundMeeting(group, duty, meeting, distance));
    }

    private PlannedDeadline AroundMeeting(
        Group group, Duty duty, PlannedMeeting meeting, Func<NodaTime.LocalDate, NodaTime.LocalDate> distance)
    {
        var (known, rule) = (_ids.Known(RuleIds.Of(group, duty), meeting), RuleIds.Of(group, duty));
        var written = Deadline(
            group, duty, known is null ? _ids.Fresh(rule) : 0,
            $"{duty.Title}: {meeting.Title} {SwedishDates.Day(meeting.Date)}", distance(meeting.Date));
        return written with
        {
            Id = known?.Id ?? written.Id, Uid = known?.Uid ?? written.Uid, Meeting = meeting.Id,
            UsefulUntil = written.Due < meeting.Date ? meeting.Date : null, Kind = DeadlineKind.Task, Reminders = _reminders.Shortly(written.Due),
        };
    }

    private PlannedDeadline Deadline(Group group, Duty duty, int ordinal, string title, NodaTime.LocalDate? due)
    {
        var rule = RuleIds.Of(group, duty);
        return new PlannedDeadline(
            MeetingIds.Of(rule, input.Year, ordinal), Uid.Of([group.Id], rule, input.Year, ordinal, input.UidHost),
            group.Id, title, due, rule, _reminders.Before(due))
        {
            From = duty.Parties.From,
            To = duty.Parties.To,
            Sentence = Sentences.Text(duty.Source),
        };
    }
}
