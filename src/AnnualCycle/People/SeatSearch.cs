using AnnualCycle.Charters;
using AnnualCycle.Csv;

namespace AnnualCycle.People;

/// <summary>Finds the seat that a row of a list of people names, and whether it may have a substitute.</summary>
internal static class SeatSearch
{
    /// <summary>Null, and a mistake with the nearest name, when there is no such group or seat.</summary>
    public static Seat? Find(CsvRow row, Collaboration collaboration, string groupName, string seatName)
    {
        if (GroupOf(collaboration, groupName) is not { } group)
        {
            row.Mistake($"gruppen ”{groupName}” finns inte i {collaboration.Name}",
                Suggestion.Advice(Slug.Of(groupName), collaboration.Groups.Select(own => RuleIdsOf(own.Id))));
            return null;
        }

        var wanted = Slug.Of(seatName[(seatName.LastIndexOf('.') + 1)..]);
        var named = group.Seats.Where(seat => RoleOf(seat.Id) == wanted).ToList();
        if (named.Count == 0)
        {
            row.Mistake($"platsen ”{seatName}” finns inte i {group.Name}",
                Suggestion.Advice(wanted, group.Seats.Select(seat => RoleOf(seat.Id))));
        }

        // A chair may sit in another group as its chair: the group's own seat is the one that is meant.
        return named.Find(seat => seat.Id == $"{group.Id}.{wanted}") ?? named.FirstOrDefault();
    }

    /// <summary>What the column says; a mistake with the charter's words when the seat can have none.</summary>
    public static bool IsSubstitute(CsvRow row, Collaboration collaboration, Seat seat)
    {
        if (row.Boolean("substitute") is not true || seat.Substitute)
        {
            return row.Boolean("substitute") is true;
        }

        var group = GroupOf(collaboration, row.Text("group")!)!;
        row.Mistake($"platsen {seat.Name} i {group.Name} har ingen ersättare: "
            + (group.Substitutes is { Allowed: false, Source: var source }
                ? $"”{source.Phrase}”, {source.Place}" : "uppdragsbeskrivningen nämner ingen"));
        return false;
    }

    /// <summary>The last part of a seat's id.</summary>
    public static string RoleOf(string seat) => seat[(seat.LastIndexOfAny(['.', '/']) + 1)..];

    /// <summary>A group's id within its collaboration.</summary>
    public static string RuleIdsOf(string group) => group[(group.IndexOf('/') + 1)..];

    private static Group? GroupOf(Collaboration collaboration, string name) =>
        collaboration.Groups.FirstOrDefault(group => RuleIdsOf(group.Id) == Slug.Of(name));
}
