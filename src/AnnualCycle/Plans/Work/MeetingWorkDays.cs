using AnnualCycle.Charters;
using AnnualCycle.Phrases;

namespace AnnualCycle.Plans.Work;

/// <summary>
/// The work around a year's meetings: papers in, call and agenda out, notes published, next year settled. It follows from
/// the meetings and moves with them; no plan holds it. What a charter gives a day of its own stands in the plan instead.
/// </summary>
public sealed class MeetingWorkDays(IReadOnlyList<Collaboration> collaborations)
{
    private readonly Dictionary<string, Group> _groups =
        collaborations.SelectMany(own => own.Groups).DistinctBy(group => group.Id).ToDictionary(group => group.Id);

    /// <summary>In the order of their days; meetings that are cancelled, or decided elsewhere, have none.</summary>
    public IReadOnlyList<PlannedDeadline> Of(Plan plan) =>
    [
        .. plan.Meetings.Where(meeting => meeting is { IsCancelled: false, Kind: not MeetingKind.Given })
            .SelectMany(Around).Concat(plan.Collaborations.SelectMany(own => Booking(plan, own.Id)))
            .OrderBy(work => work.Due).ThenBy(work => work.Id, StringComparer.Ordinal),
    ];

    private IEnumerable<PlannedDeadline> Around(PlannedMeeting meeting)
    {
        if (!_groups.TryGetValue(meeting.Groups[0], out var group))
        {
            return [];
        }

        return new[]
        {
            (DeadlineKind.Papers, group.Work.Papers), (DeadlineKind.Call, group.Work.Call), (DeadlineKind.Notes, group.Work.Notes),
        }.SelectMany(work => work.Item2 is { } distance ? One(group, meeting, work.Item1, distance) : []);
    }

    private static IEnumerable<PlannedDeadline> One(
        Group group, PlannedMeeting meeting, DeadlineKind kind, PhraseWindow.Relative distance)
    {
        var task = group.Tasks.FirstOrDefault(own => TaskWords.KindOf(own) == kind);
        if (task is not null && ReportDays.DistanceToMeeting(task) is not null)
        {
            return [];
        }

        var (word, day) = ($"{kind}".ToLowerInvariant(), Distances.From(meeting.Date, distance));
        return [new PlannedDeadline($"{meeting.Id}/{word}", Uid.Around(meeting.Uid, word), group.Id,
            $"{TaskWords.TitleOf(kind, task)}: {meeting.Title} {SwedishDates.Day(meeting.Date)}", day, meeting.Rule, [])
        {
            Kind = kind, Meeting = meeting.Id, From = OwnerOf(group, kind, task),
            UsefulUntil = kind == DeadlineKind.Notes ? null : meeting.Date,
            Sentence = task is null ? null : Sentences.Text(task.Source),
        }];
    }

    private static string? OwnerOf(Group group, DeadlineKind kind, Duty? task) => task?.Parties.From
        ?? (kind == DeadlineKind.Notes ? group.Secretary?.Holder : null) ?? group.Convener?.Holder;

    private IEnumerable<PlannedDeadline> Booking(Plan plan, string collaboration) =>
        collaborations.FirstOrDefault(own => own.Id == collaboration) is { Booking: { } day } found
            && found.Groups.Any(group => group.Meetings.Count > 0 && group.Dates == DatesFrom.Rules)
            ? [new PlannedDeadline($"{found.Id}/booking/{plan.Year + 1}", Uid.Around($"{found.Id}@{HostOf(plan)}", $"booking {plan.Year + 1}"),
                found.Id, $"Fastställ {plan.Year + 1} års möten i {found.Name}", day.InYear(plan.Year), $"{found.Id}/booking", [])
            {
                Kind = DeadlineKind.Booking,
            }]
            : [];

    private static string HostOf(Plan plan) => plan.Meetings.Select(meeting => meeting.Uid)
        .Concat(plan.Deadlines.Select(deadline => deadline.Uid)).Select(uid => uid[(uid.IndexOf('@') + 1)..])
        .FirstOrDefault() ?? "annualcycle.example";
}
