using AnnualCycle.Calendars;

namespace AnnualCycle.Plans.Load;

/// <summary>The load as a table: what a picture of it says, for those who do not see it.</summary>
public static class LoadTable
{
    /// <summary>Name, groups, meetings, one column for each month, weeks beyond the limit.</summary>
    public static IReadOnlyList<string> Head { get; } =
    [
        "Namn", "Grupper", "Möten", .. Enumerable.Range(1, 12).Select(month => SwedishDates.Month(month)[..3]),
        "Veckor över gränsen",
    ];

    public static IReadOnlyList<string> Row(PersonLoad load) =>
    [
        load.Name, $"{load.Groups.Count}", $"{load.Meetings}", .. load.Months.Select(count => $"{count}"),
        HeavyWeeks(load),
    ];

    /// <summary>A head and a line for each person, in columns; what is said of all of them last.</summary>
    public static IEnumerable<string> Lines(YearLoad load)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [Head, .. load.Persons.Select(Row)];
        var widths = Enumerable.Range(0, Head.Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            yield return string.Join("  ", row.Select((cell, column) =>
                column > 0 && column < Head.Count - 1 ? cell.PadLeft(widths[column])
                    : cell.PadRight(widths[column]))).TrimEnd();
        }

        var many = load.Persons.Where(person => person.SitsInMany).ToList();
        yield return many.Count == 0 ? $"Ingen sitter i {PersonLoad.ManyGroups} grupper eller fler."
            : $"Sitter i många grupper ({PersonLoad.ManyGroups} eller fler): "
                + string.Join(", ", many.OrderByDescending(person => person.Groups.Count)
                    .Select(person => $"{person.Name} ({person.Groups.Count})")) + ".";
    }

    /// <summary>One person's year in lines: the groups, the months, the weeks beyond the limit.</summary>
    public static IEnumerable<string> Lines(PersonLoad load, int year)
    {
        yield return $"{load.Name} {year}: {SwedishDates.Count(load.Meetings, "möte", "möten")} i "
            + SwedishDates.Count(load.Groups.Count, "grupp", "grupper")
            + (load.SitsInMany ? ", sitter i många grupper" : "");
        foreach (var group in load.Groups)
        {
            yield return $"  {group}";
        }

        yield return "  " + string.Join(", ", load.Months.Select((count, month) =>
            $"{SwedishDates.Month(month + 1)} {count}"));
        var weeks = HeavyWeeks(load) is { Length: > 0 } some ? some : "inga";
        yield return $"  Veckor med fler än {load.Limit} möten: {weeks}";
    }

    private static string HeavyWeeks(PersonLoad load) => string.Join(", ",
        load.HeavyWeeks.Select(week => $"{IsoWeek.Of(week.Monday)} ({week.Meetings})"));
}
