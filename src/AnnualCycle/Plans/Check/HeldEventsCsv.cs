using AnnualCycle.Csv;

namespace AnnualCycle.Plans.Check;

/// <summary>
/// Reads a year of meetings kept as a table, <c>group,date,start,end,title</c>; other columns may stand beside.
/// </summary>
public static class HeldEventsCsv
{
    /// <summary>What the plan's own table calls a row without a meeting, and a meeting that was called off.</summary>
    private const string Deadline = "sista dag", Cancelled = "inställt";

    /// <param name="mistakes">
    /// Missing columns, unreadable dates and times: the file is of no use when there are any.
    /// </param>
    public static IReadOnlyList<HeldEvent> Read(string file, string text, ICollection<Mistake> mistakes)
    {
        var table = CsvTable.Read(file, text, ["group", "date"], optional: null, mistakes);
        return [.. (table?.Rows ?? []).Select(Read).OfType<HeldEvent>()];
    }

    private static HeldEvent? Read(CsvRow row)
    {
        var (group, start, end) = (row.Required("group"), row.Time("start"), row.Time("end"));
        var date = row.Required("date") is null ? null : row.Date("date");
        if (end is { } last && (start is null || last <= start))
        {
            row.Mistake(start is null ? "mötet har en sluttid men ingen starttid" : "mötet slutar innan det börjar");
        }

        var title = row.Text("title") ?? group;
        return group is null || date is not { } day ? null : new HeldEvent(day, title!, row.Line)
        {
            Groups = group,
            Start = start,
            End = end,
            IsDeadline = start is null && row.Text("kind") == Deadline,
            IsCancelled = row.Text("status") == Cancelled || HeldEvent.IsCalledOff(title!),
        };
    }
}
