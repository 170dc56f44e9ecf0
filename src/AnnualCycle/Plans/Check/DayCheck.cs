using AnnualCycle.Calendars;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Check;

/// <summary>Finds meetings on days on which their groups cannot meet, and what else speaks against a day.</summary>
internal sealed class DayCheck(YearInput input)
{
    private static readonly string[] Told = ["bridgeDay", "schoolBreak"];

    private readonly Dictionary<Audience, IReadOnlyList<DayFacts>> _years = [];

    public IEnumerable<ClosedDay> Closed(HeldMeeting meeting) =>
        (Day(meeting).Closed ?? Excepted(meeting)) is { } reason ? [new ClosedDay(meeting, reason)] : [];

    /// <summary>Klämdagar and school breaks; a break that is not published yet says so itself.</summary>
    public IEnumerable<Remark> Drawbacks(HeldMeeting meeting) => Day(meeting).Drawbacks
        .Where(drawback => Told.Contains(drawback.Term))
        .Select(drawback => new Remark(meeting, drawback.Text));

    private DayFacts Day(HeldMeeting meeting)
    {
        var audience = new Audience(
            [.. meeting.Groups.SelectMany(group => group.SchoolBreaksOf).Distinct()],
            meeting.Groups.Any(group => group.Prepares.Any(preparation => preparation.BeforeEach)));
        if (!_years.TryGetValue(audience, out var days))
        {
            _years[audience] = days = input.Calendar.Year(input.Year, audience);
        }

        return days[meeting.Date.DayOfYear - 1];
    }

    // "Varje månad utom juli" closes July for the group, though others may meet.
    private static string? Excepted(HeldMeeting meeting) =>
        meeting.Groups.SelectMany(group => group.Meetings).SelectMany(rule => rule.Demands)
            .Any(demand => demand.ExceptMonths.Contains(meeting.Date.Month))
            ? $"uppdragsbeskrivningen undantar {SwedishDates.Month(meeting.Date.Month)}" : null;
}
