using AnnualCycle.Csv;

namespace AnnualCycle.Plans;

/// <summary>A plan as a spreadsheet reads it: one row for each meeting and each dated deadline.</summary>
public static class PlanCsv
{
    private static readonly string[] Head =
        ["group", "date", "start", "end", "title", "name", "weekday", "week", "kind", "rule", "status", "uid"];

    /// <summary>
    /// Begins with a byte order mark, without which spreadsheets misread å, ä and ö. The first five columns are what
    /// <c>check</c> reads.
    /// </summary>
    public static string Write(Plan plan)
    {
        var names = plan.Groups.ToDictionary(group => group.Id, group => group.Name);
        var meetings = plan.Meetings.Select(meeting => Row(meeting, names));
        var deadlines = plan.Deadlines.Where(deadline => deadline.Due is not null)
            .Select(deadline => Row(deadline, names));
        return "\uFEFF" + CsvTable.Write([Head, .. meetings, .. deadlines]);
    }

    private static IReadOnlyList<string> Row(PlannedMeeting meeting, Dictionary<string, string> names) =>
    [
        string.Join(' ', meeting.Groups), SwedishDates.Iso(meeting.Date),
        SwedishDates.Clock(meeting.Start), SwedishDates.Clock(meeting.End),
        meeting.Title, string.Join(", ", meeting.Groups.Select(group => names.GetValueOrDefault(group, group))),
        SwedishDates.Weekday(meeting.Date),
        $"v. {SwedishDates.Week(meeting.Date)}", Words.Of(meeting.Kind),
        meeting.Rule, Words.Of(meeting.Status), meeting.Uid,
    ];

    private static IReadOnlyList<string> Row(PlannedDeadline deadline, Dictionary<string, string> names)
    {
        var due = deadline.Due!.Value;
        return
        [
            deadline.Group, SwedishDates.Iso(due), "", "", deadline.Title, names.GetValueOrDefault(deadline.Group, ""),
            SwedishDates.Weekday(due), $"v. {SwedishDates.Week(due)}",
            "sista dag", deadline.Rule, deadline.Condition ?? "", deadline.Uid,
        ];
    }
}
