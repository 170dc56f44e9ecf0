using AnnualCycle.Plans;
using AnnualCycle.Server.Years;
using NodaTime;

namespace AnnualCycle.Server.Pages.Years;

/// <summary>A year's days with meetings and due days by month: those to come, and those that have been.</summary>
public sealed record YearList(IReadOnlyList<ListedMonth> Coming, IReadOnlyList<ListedMonth> Past)
{
    /// <summary>When all dates have the same status the page says so once.</summary>
    public bool IsMixed => Coming.Concat(Past).SelectMany(month => month.Days).SelectMany(day => day.Items)
        .Where(item => item.Status is not null).Select(item => item.Status).Distinct().Count() > 1;

    /// <param name="collaboration">Its id, or null for the whole network.</param>
    public static YearList Of(ShownYear year, string? collaboration, LocalDateTime now)
    {
        var meetings = (collaboration is null ? year.Plan.Meetings : year.MeetingsOf(collaboration))
            .Select(meeting => (meeting.Date, Past: meeting.IsPast(now), Item: Item(year, meeting)));
        var deadlines = (collaboration is null ? year.Plan.Deadlines : year.DeadlinesOf(collaboration))
            .Where(deadline => deadline.Due?.Year == year.Year)
            .Select(deadline => (Date: deadline.Due!.Value, Past: deadline.Due < now.Date, Item: Item(year, deadline)));
        // The network's list is long enough without them, and one that all meetings share tells nothing of any.
        var purposes = collaboration is null
            ? 0 : year.MeetingsOf(collaboration).Select(meeting => meeting.Purpose).Distinct().Count();
        var all = meetings.Concat(deadlines)
            .OrderBy(row => row.Date).ThenBy(row => row.Item.Time, StringComparer.Ordinal)
            .ToLookup(row => row.Past, row => (row.Date, purposes > 1 ? row.Item : row.Item with { Purpose = null }));
        return new YearList(Months(all[false]), Months(all[true]));
    }

    private static IReadOnlyList<ListedMonth> Months(IEnumerable<(LocalDate Date, ListedItem Item)> rows) =>
    [
        .. rows.GroupBy(row => row.Date.Month).Select(month => new ListedMonth(
            PageWords.Headed(SwedishDates.Month(month.Key)),
            [
                .. month.GroupBy(row => row.Date)
                    .Select(day => new ListedDay(day.Key, [.. day.Select(row => row.Item)])),
            ])),
    ];

    private static ListedItem Item(ShownYear year, PlannedMeeting meeting)
    {
        var groups = meeting.Groups.Select(year.Group).OfType<PlannedGroup>().ToList();
        return new ListedItem(PageWords.ShapeOf(meeting.Kind), groups[0].Collaboration)
        {
            Time = SwedishDates.Clock(meeting.Start),
            Groups = groups,
            Title = groups.Count > 1 || meeting.Title != groups[0].Name ? meeting.Title : null,
            Kind = meeting.Kind == MeetingKind.Ordinary ? null : Words.Of(meeting.Kind),
            Purpose = meeting.Purpose,
            Status = meeting.Status,
        };
    }

    private static ListedItem Item(ShownYear year, PlannedDeadline deadline) =>
        new("deadline", deadline.Group.Split('/')[0])
        {
            Groups = year.Group(deadline.Group) is { } group ? [group] : [],
            Title = deadline.Title,
            Kind = "sista dag",
            Note = deadline.Condition,
        };
}

/// <summary>A month with something in it.</summary>
public sealed record ListedMonth(string Name, IReadOnlyList<ListedDay> Days);

/// <summary>A day with something on it.</summary>
public sealed record ListedDay(LocalDate Date, IReadOnlyList<ListedItem> Items);

/// <summary>A meeting or a due day in a list.</summary>
/// <param name="Shape">Its sign in the wheel.</param>
/// <param name="Collaboration">Id of the collaboration whose colour it has.</param>
public sealed record ListedItem(string Shape, string Collaboration)
{
    /// <summary>Null for a day without an hour.</summary>
    public string? Time { get; init; }

    public IReadOnlyList<PlannedGroup> Groups { get; init; } = [];

    /// <summary>What it is called; null when the group's name says it.</summary>
    public string? Title { get; init; }

    /// <summary>What kind it is in words; null for an ordinary meeting.</summary>
    public string? Kind { get; init; }

    /// <summary>What a due day rests on.</summary>
    public string? Note { get; init; }

    /// <summary>What a meeting is for; null where that tells it from no other.</summary>
    public string? Purpose { get; init; }

    /// <summary>Null for a due day.</summary>
    public MeetingStatus? Status { get; init; }
}

/// <summary>Months as a page lists them.</summary>
/// <param name="Year">Whose collaborations are told apart, by name and colour; null where there is one only.</param>
/// <param name="ShowsStatus">True when the dates differ in how certain they are.</param>
public sealed record MonthsShown(IReadOnlyList<ListedMonth> Months, ShownYear? Year, bool ShowsStatus)
{
    /// <summary>The status that all held meetings of a collaboration's day share; null when they differ.</summary>
    public static MeetingStatus? SharedStatus(IEnumerable<ListedItem> items) =>
        items.Select(item => item.Status).Where(status => status is not (null or MeetingStatus.Cancelled))
            .Distinct().ToList() is [var only] ? only : null;
}
