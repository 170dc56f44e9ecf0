using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Changes;

/// <summary>The stretches in which a charter wants a rule's meetings, and those that a person leaves empty.</summary>
internal sealed class NamedWindows(YearInput input)
{
    /// <summary>Those that had a meeting in the plan before and have none now.</summary>
    public IEnumerable<string> Missed(Plan before, Plan after, string rule)
    {
        var windows = Of(rule);
        return Empty(windows, Dates(after, rule)).Except(Empty(windows, Dates(before, rule)))
            .Select(window => "inget möte längre " +
                $"{SwedishDates.Day(window.Start)}–{SwedishDates.Day(window.End)}, som uppdragsbeskrivningen anger");
    }

    private List<DateInterval> Of(string id)
    {
        var meetings = new RuleMeetings(input.Spans);
        var rules = input.Collaborations.SelectMany(collaboration =>
            collaboration.Joint.Select(joint => (Id: RuleIds.Of(collaboration, joint), joint.Rule))
                .Concat(collaboration.Groups.SelectMany(group =>
                    group.Meetings.Select(rule => (Id: RuleIds.Of(group, rule), Rule: rule)))));
        return [.. rules.Where(rule => rule.Id == id).SelectMany(rule => meetings.Of(id, rule.Rule))
            .Where(meeting => meeting.Need == Need.Demanded).Select(meeting => meeting.Window)];
    }

    private static List<LocalDate> Dates(Plan plan, string rule) =>
        [.. plan.Meetings.Concat(plan.AssumedHeld).Where(meeting => meeting.Rule == rule && !meeting.IsCancelled)
            .Select(meeting => meeting.Date).Order()];

    // The window that ends first takes the first day that it can: as many as possible get one.
    private static List<DateInterval> Empty(List<DateInterval> windows, List<LocalDate> dates)
    {
        var free = dates.ToList();
        return [.. windows.OrderBy(window => window.End).Where(window =>
        {
            var index = free.FindIndex(window.Contains);
            if (index >= 0)
            {
                free.RemoveAt(index);
            }

            return index < 0;
        })];
    }
}
