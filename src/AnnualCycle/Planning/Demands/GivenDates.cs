using AnnualCycle.Charters;
using AnnualCycle.Csv;

namespace AnnualCycle.Planning.Demands;

/// <summary>Reads the list of dates that were decided elsewhere: <c>group,date,start,end,title</c>.</summary>
public static class GivenDates
{
    private static readonly string[] Required = ["group", "date", "start", "end"];

    public static IReadOnlyList<GivenDate> Read(
        string file, string text, IReadOnlyList<Collaboration> collaborations, ICollection<Mistake> mistakes)
    {
        var table = CsvTable.Read(file, text, Required, ["title"], mistakes);
        var groups = collaborations.SelectMany(collaboration => collaboration.Groups)
            .Select(group => group.Id).ToList();
        return [.. (table?.Rows ?? []).Select(row => Read(row, groups)).OfType<GivenDate>()];
    }

    private static GivenDate? Read(CsvRow row, List<string> groups)
    {
        var name = row.Required("group");
        var (date, start, end) =
            (Needed(row, "date")?.Date("date"), Needed(row, "start")?.Time("start"), Needed(row, "end")?.Time("end"));
        if (name is null || date is null || start is null || end is null)
        {
            return null;
        }

        if (end <= start)
        {
            row.Mistake("mötet slutar innan det börjar");
        }

        var matches = groups
            .Where(group => group == name || group.EndsWith("/" + name, StringComparison.Ordinal)).ToList();
        if (matches.Count != 1)
        {
            row.Mistake(
                matches.Count == 0 ? $"gruppen ”{name}” finns inte" : $"gruppen ”{name}” finns i flera samverkan",
                Suggestion.Advice(name, groups, "Skriv samverkan/grupp, till exempel lgs-goteborg/politiskt-samrad"));
        }

        return matches.Count == 1
            ? new GivenDate(matches[0], date.Value, start.Value, end.Value, row.Text("title"))
            : null;
    }

    private static CsvRow? Needed(CsvRow row, string column) => row.Required(column) is null ? null : row;
}
