using System.Collections.Concurrent;
using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Wheel;
using NodaTime;

namespace AnnualCycle.Server.Years;

/// <summary>A published year as somebody may see it, with its wheels.</summary>
public sealed class ShownYear
{
    private readonly YearInput _input;
    private readonly Plan _held;
    private readonly ConcurrentDictionary<(string? Collaboration, WheelSize Size), (LocalDate Day, string Svg)> _wheels
        = new();

    /// <param name="closed">Ids of the collaborations that are not public and are shown all the same.</param>
    public ShownYear(PublishedYear published, IReadOnlySet<string> closed)
    {
        Plan = ShownPlan.Of(published.Plan, closed);
        Changed = published.Changed;
        _input = published.Input;
        _held = Plan with
        {
            Meetings = [.. Plan.Meetings.Where(meeting => meeting.Status != MeetingStatus.Cancelled)],
        };
    }

    /// <summary>Holds nothing that is not to be seen.</summary>
    public Plan Plan { get; }

    public Instant Changed { get; }

    public int Year => Plan.Year;

    /// <summary>What the year's days are known from.</summary>
    public WorkCalendar Calendar => _input.Calendar;

    public PlannedCollaboration? Collaboration(string id) =>
        Plan.Collaborations.FirstOrDefault(collaboration => collaboration.Id == id);

    public PlannedGroup? Group(string id) => Plan.Groups.FirstOrDefault(group => group.Id == id);

    /// <summary>The collaboration as its charter tells it; null when it is unknown or not shown.</summary>
    public Collaboration? CharterOf(string collaboration) => Collaboration(collaboration) is null
        ? null
        : _input.Collaborations.FirstOrDefault(read => read.Id == collaboration);

    public IEnumerable<PlannedMeeting> MeetingsOf(string collaborationOrGroup) =>
        Plan.Meetings.Where(meeting => meeting.Groups.Any(group => IsOf(group, collaborationOrGroup)));

    /// <summary>What a group owes, or a collaboration and all of its groups.</summary>
    public IEnumerable<PlannedDeadline> DeadlinesOf(string collaborationOrGroup) =>
        Plan.Deadlines.Where(deadline => IsOf(deadline.Group, collaborationOrGroup));

    /// <summary>
    /// From 1, the collaboration's colour in the wheel of the network; 0 when it has nothing in the wheel.
    /// </summary>
    public int ColourOf(string collaboration) => Plan.Collaborations
        .Where(drawn => MeetingsOf(drawn.Id).Any() || DeadlinesOf(drawn.Id).Any(deadline => deadline.Due?.Year == Year))
        .Select(drawn => drawn.Id).ToList().IndexOf(collaboration) + 1;

    /// <summary>The annual wheel as SVG, its hand on today; the whole network's when no collaboration is named.</summary>
    public string Wheel(PlannedCollaboration? collaboration, WheelSize size, LocalDate today)
    {
        var key = (collaboration?.Id, size);
        if (_wheels.TryGetValue(key, out var drawn) && drawn.Day == today)
        {
            return drawn.Svg;
        }

        var svg = Draw(collaboration, size, today);
        _wheels[key] = (today, svg);
        return svg;
    }

    // The pages allow no style of an element's own; their style sheet says how large the wheel is.
    private string Draw(PlannedCollaboration? collaboration, WheelSize size, LocalDate today)
    {
        var wheel = new PlanWheel(_held, _input with { Today = today });
        var year = collaboration is null ? wheel.Network() : wheel.Collaboration(collaboration);
        return AnnualWheel.Draw(year, size)
            .Replace(" style=\"max-width:100%;height:auto\"", "", StringComparison.Ordinal);
    }

    private static bool IsOf(string id, string owner) =>
        id == owner || id.StartsWith(owner + "/", StringComparison.Ordinal);
}
