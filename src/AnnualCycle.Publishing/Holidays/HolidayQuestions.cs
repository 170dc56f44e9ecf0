using AnnualCycle.Calendars;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using AnnualCycle.Storage.Network;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>A group's storhelg that no meeting that the group holds is tied to, and that its charter leaves to judgement.</summary>
/// <param name="AskOn">The working day on which the convener is asked.</param>
/// <param name="Needs">The check-in before, the follow-up after, or both.</param>
public sealed record HolidayQuestion(
    Collaboration Collaboration, Group Group, HolidayFacts Facts, LocalDate AskOn, IReadOnlyList<HolidayNeed> Needs)
{
    public HolidaySubject Subject => new(Group.Id, Facts.Year, Facts.Holiday);
}

/// <summary>Finds what conveners are to be asked about storhelger.</summary>
/// <param name="meetings">All that stand in the years' plans.</param>
public sealed class HolidayQuestions(NetworkInput input, IReadOnlyList<PlannedMeeting> meetings)
{
    /// <summary>Six weeks before the first day off.</summary>
    public const int DaysAhead = 42;

    /// <summary>Working days that people get between a yes and the last day on which the meeting can be.</summary>
    private const int Notice = 5;

    private readonly HolidayCalendar _calendar = new(input.Calendar);

    /// <summary>Those of the storhelger of a year and the next, in the order in which they are asked.</summary>
    public IReadOnlyList<HolidayQuestion> From(LocalDate today)
    {
        var needs = Enumerable.Range(today.Year - 1, 3).SelectMany(year => new HolidayNeeds(input.Year(year, today)).All())
            .Where(need => need.AsNeeded && !IsTied(need)).ToList();
        return [.. needs.GroupBy(need => (need.Group.Id, need.Facts.Holiday, need.Facts.Year)).Select(Question)
            .OrderBy(question => question.AskOn).ThenBy(question => question.Group.Id, StringComparer.Ordinal)];
    }

    /// <summary>The last day on which a yes makes a meeting that people hear of in time.</summary>
    public static LocalDate Until(HolidayNeed need) => WorkingDays.Add(need.Window.End, -Notice);

    private HolidayQuestion Question(IEnumerable<HolidayNeed> same)
    {
        var needs = same.OrderBy(need => need.Part).ToList();
        var (group, facts) = (needs[0].Group, needs[0].Facts);
        var begins = needs.Where(need => need.Part == HolidayPart.Before).Select(need => need.Window.Start)
            .DefaultIfEmpty(LocalDate.MaxIsoValue).First();
        var ahead = LocalDate.Min(facts.Days.Start.PlusDays(-DaysAhead), begins);
        return new HolidayQuestion(input.Collaborations.First(own => own.Groups.Contains(group)), group, facts,
            OfficeHours.DaysBefore(ahead, 0), needs);
    }

    // A rule alone holds no meeting: what counts is what stands. Where nothing of the group does yet, the rule is all
    // there is.
    private bool IsTied(HolidayNeed need)
    {
        var own = meetings.Where(meeting => meeting.Groups.Contains(need.Group.Id) && meeting.Rule != need.Rule).ToList();
        return own.Any(meeting => meeting.Date.Year == need.Window.End.Year)
            ? own.Any(meeting => !meeting.IsCancelled && IsAbout(need, meeting)) : need.TiedTo.Count > 0;
    }

    private bool IsAbout(HolidayNeed need, PlannedMeeting meeting) => need.Window.Contains(meeting.Date)
        || HolidayPlan.IsNamed(_calendar, need.Group, (need.Facts, need.Part), meeting);
}
