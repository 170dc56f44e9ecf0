using AnnualCycle.Calendars;

namespace AnnualCycle.Planning.Demands;

/// <summary>The calendars of a problem: one for each set of municipalities and kind of meeting, made once.</summary>
internal sealed class AudienceCalendars(WorkCalendar calendar, int year)
{
    private readonly List<(string Key, IReadOnlyList<DayFacts> Days)> _calendars = [];

    public IReadOnlyList<IReadOnlyList<DayFacts>> Days => [.. _calendars.Select(entry => entry.Days)];

    public IReadOnlyList<PlanningCalendar> Planning => [.. _calendars.Select(entry => new PlanningCalendar(
        entry.Key, [.. entry.Days.Select(day => day.IsOpen ? day.Cost : PlanningCalendar.Closed)]))];

    /// <summary>Index of the calendar that a series is planned in.</summary>
    public int IndexOf(MeetingSeries series)
    {
        var municipalities = series.Owners.SelectMany(owner => owner.SchoolBreaksOf)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var without = ExceptMonths(series);
        var key = $"{string.Join('+', municipalities)}{(series.IsPreparatory ? " beredning" : "")}" +
            $"{string.Concat(without.Select(month => $" -{month}"))}";
        var index = _calendars.FindIndex(entry => entry.Key == key);
        return index >= 0 ? index : Add(key, new Audience(municipalities, series.IsPreparatory), without);
    }

    private int Add(string key, Audience audience, IReadOnlyList<int> without)
    {
        var days = calendar.Year(year, audience)
            .Select(day => without.Contains(day.Date.Month)
                ? day with { Closed = day.Closed ?? "månad utan möten" }
                : day);
        _calendars.Add((key, [.. days]));
        return _calendars.Count - 1;
    }

    private static IReadOnlyList<int> ExceptMonths(MeetingSeries series) =>
        [.. series.Owners.SelectMany(owner => owner.Meetings)
            .Where(rule => series.Kind == SeriesKind.Ordinary
                && series.Meetings.Any(meeting => meeting.Rule.EndsWith("/" + rule.Id, StringComparison.Ordinal)))
            .SelectMany(rule => rule.Demands).SelectMany(demand => demand.ExceptMonths).Distinct().Order()];
}
