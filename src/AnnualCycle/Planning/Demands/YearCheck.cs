using AnnualCycle.Charters;
using AnnualCycle.Calendars;

namespace AnnualCycle.Planning.Demands;

/// <summary>Finds rules that no year's calendar can keep: a time in which nobody meets.</summary>
public static class YearCheck
{
    public static IReadOnlyList<Mistake> Mistakes(YearInput input) =>
        [.. input.Collaborations.SelectMany(collaboration => Mistakes(input, collaboration)).Distinct()];

    private static IEnumerable<Mistake> Mistakes(YearInput input, Collaboration collaboration)
    {
        var meetings = new RuleMeetings(input.Spans);
        foreach (var group in collaboration.Groups.Where(group => group.Dates == DatesFrom.Rules))
        {
            var days = input.Calendar.Year(input.Year, new Audience([.. group.SchoolBreaksOf], Preparatory: false));
            foreach (var rule in group.Meetings.Where(RuleMeetings.NamesItsTimes))
            {
                var closed = meetings.Of(rule.Id, rule)
                    .FirstOrDefault(meeting => !days.Any(day => day.IsOpen && meeting.Window.Contains(day.Date)));
                if (closed is not null)
                {
                    yield return Closed(collaboration, rule, closed);
                }
            }
        }
    }

    private static Mistake Closed(Collaboration collaboration, MeetingRule rule, DemandedMeeting meeting) => new(
        collaboration.File, rule.Source.FileLine,
        $"”{rule.Source.Phrase}” har ingen öppen dag {meeting.Window.Start.Year}",
        "Välj en annan tid, eller ändra de stängda perioderna i calendars/sweden.yaml");
}
