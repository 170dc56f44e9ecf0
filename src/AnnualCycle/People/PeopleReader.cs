using AnnualCycle.Charters;
using AnnualCycle.Csv;

namespace AnnualCycle.People;

/// <summary>Reads the list of people that fill the seats.</summary>
public static class PeopleReader
{
    private static readonly string[] Required = ["collaboration", "group", "seat", "name", "email"];
    private static readonly string[] Optional = ["organisation", "municipality", "required", "from", "to"];

    /// <summary>Rows of collaborations that are not among <paramref name="collaborations"/> are left out.</summary>
    /// <param name="mistakes">Unknown groups and seats, unreadable rows; nothing is used when there are any.</param>
    public static IReadOnlyList<Membership> Read(
        string file, string text, IReadOnlyList<Collaboration> collaborations, ICollection<Mistake> mistakes)
    {
        var table = CsvTable.Read(file, text, Required, Optional, mistakes);
        var known = collaborations.ToDictionary(collaboration => collaboration.Id);
        return [.. (table?.Rows ?? []).Select(row => Read(row, known)).OfType<Membership>()];
    }

    private static Membership? Read(CsvRow row, Dictionary<string, Collaboration> known)
    {
        if (row.Required("collaboration") is not { } name || row.Required("group") is not { } group ||
            row.Required("seat") is not { } seat || Of(row, name, known) is not { } collaboration)
        {
            return null;
        }

        var id = SeatOf(row, collaboration, group, seat);
        var email = Address(row);
        if (row.Date("from") > row.Date("to"))
        {
            row.Mistake("from är efter to");
        }

        return id is null || email is null ? null : new Membership(
            id, row.Required("name") ?? "", email, row.Text("organisation"),
            row.Boolean("required"), row.Date("from"), row.Date("to"));
    }

    // A list may hold more collaborations than are planned now; only what looks like a slip is one.
    private static Collaboration? Of(CsvRow row, string name, Dictionary<string, Collaboration> known)
    {
        if (!known.TryGetValue(Slug.Of(name), out var collaboration)
            && Suggestion.Nearest(Slug.Of(name), known.Keys) is { } nearest)
        {
            row.Mistake($"samverkan ”{name}” finns inte", $"Menade du ”{nearest}”?");
        }

        return collaboration;
    }

    private static string? SeatOf(CsvRow row, Collaboration collaboration, string groupName, string seatName)
    {
        var ids = collaboration.Groups.Select(group => RuleIdsOf(group.Id)).ToList();
        var group = collaboration.Groups.FirstOrDefault(group => RuleIdsOf(group.Id) == Slug.Of(groupName));
        if (group is null)
        {
            row.Mistake($"gruppen ”{groupName}” finns inte i {collaboration.Name}",
                Suggestion.Advice(Slug.Of(groupName), ids));
            return null;
        }

        var seats = group.Seats.ToLookup(seat => seat.Id[(seat.Id.LastIndexOfAny(['.', '/']) + 1)..], seat => seat.Id);
        var wanted = Slug.Of(seatName[(seatName.LastIndexOf('.') + 1)..]);
        if (!seats.Contains(wanted))
        {
            row.Mistake($"platsen ”{seatName}” finns inte i {group.Name}",
                Suggestion.Advice(wanted, seats.Select(seat => seat.Key)));
        }

        return seats[wanted].FirstOrDefault();
    }

    private static string RuleIdsOf(string group) => group[(group.IndexOf('/') + 1)..];

    private static string? Address(CsvRow row)
    {
        var email = row.Required("email")?.ToLowerInvariant();
        if (email is null
            || (email.IndexOf('@') is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace)))
        {
            return email;
        }

        row.Mistake($"”{email}” är ingen e-postadress");
        return null;
    }
}
