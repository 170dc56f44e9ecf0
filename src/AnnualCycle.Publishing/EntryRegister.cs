using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing;

/// <summary>
/// Knows every UID that has been given. The one place in which SEQUENCE grows: with each change that people see.
/// </summary>
internal sealed class EntryRegister(AnnualCycleContext context, Instant at)
{
    public async Task EnterAsync(string collaboration, Plan plan, CancellationToken cancel)
    {
        var known = await context.Entries
            .Where(entry => entry.Collaboration == collaboration).ToDictionaryAsync(entry => entry.Uid, cancel);
        // An overdue duty stands in several years' plans; it is an entry of the first of them.
        var shown = Shown(plan).Where(own => (known.GetValueOrDefault(own.Uid)?.Year ?? plan.Year) == plan.Year);
        foreach (var (uid, item, print) in shown)
        {
            if (known.GetValueOrDefault(uid) is not { } entry)
            {
                context.Entries.Add(new CalendarEntry
                {
                    Uid = uid, Collaboration = collaboration, Year = plan.Year, Item = item, Print = print,
                    Sequence = 0, Created = at, Changed = at,
                });
            }
            else if (entry.Print != print)
            {
                (entry.Print, entry.Changed) = (print, at);
                entry.Sequence++;
            }
        }
    }

    private static IEnumerable<(string Uid, string Item, string Print)> Shown(Plan plan)
    {
        var names = plan.Groups.ToDictionary(group => group.Id, group => group.Name);
        return plan.Meetings.Select(meeting => (meeting.Uid, meeting.Id, PrintOf(meeting, names, plan.ChairOf(meeting)?.Principal)))
            .Concat(plan.Deadlines.Where(deadline => deadline.Due is not null)
                .Select(deadline => (deadline.Uid, deadline.Id, PrintOf(deadline, names))));
    }

    // All that a feed shows of a meeting; its reasons and points are nobody's business outside.
    private static string PrintOf(PlannedMeeting meeting, Dictionary<string, string> names, string? chair) => Print.Of(
    [
        $"{meeting.Date:uuuu-MM-dd} {meeting.Start:HH:mm} {meeting.End:HH:mm} {meeting.Status}", meeting.Title,
        meeting.Purpose, PlaceOf(meeting), meeting.Sentence, meeting.CancelReason,
        string.Join('\n', meeting.Agenda), string.Join('\n', meeting.Tasks), string.Join('\n', meeting.Groups),
        string.Join('\n', meeting.Groups.Select(group => names.GetValueOrDefault(group))),
        // A known chair came later: without one the print is what it was.
        .. chair is null ? Array.Empty<string>() : [chair],
    ]);

    // A room and a link came later: without them the print is what it was.
    private static string? PlaceOf(PlannedMeeting meeting) => meeting is { Room: null, Video: null }
        ? meeting.Place : $"{meeting.Place}\n{meeting.Room}\n{meeting.Video}";

    private static string PrintOf(PlannedDeadline deadline, Dictionary<string, string> names) => Print.Of(
    [
        $"{deadline.Due:uuuu-MM-dd}", deadline.Title, deadline.From, deadline.To, deadline.Condition, deadline.Sentence,
        deadline.Group, names.GetValueOrDefault(deadline.Group),
        .. deadline.CoversFrom is null ? Array.Empty<string>() : [$"{deadline.CoversFrom:uuuu-MM-dd} {deadline.CoversTo:uuuu-MM-dd}"],
    ]);
}
