using AnnualCycle.Charters;
using AnnualCycle.Csv;

namespace AnnualCycle.People;

/// <summary>A list of people as it was read.</summary>
/// <param name="Scope">Ids of the collaborations that the list speaks for: whoever is not on it leaves those.</param>
/// <param name="LeftOut">Collaborations that it has rows for and that are unknown here, as they are written.</param>
public sealed record PeopleList(
    IReadOnlyList<Membership> People, IReadOnlySet<string> Scope, IReadOnlyList<string> LeftOut);

/// <summary>Reads the list of people that fill the seats.</summary>
public static class PeopleReader
{
    /// <summary>The columns of a list, in the order in which it is written.</summary>
    internal static readonly string[] Columns =
    [
        "collaboration", "group", "seat", "name", "email",
        "organisation", "municipality", "required", "substitute", "from", "to",
    ];

    private static readonly string[] Required = Columns[..5];
    private static readonly string[] Optional = Columns[5..];

    /// <summary>Rows of collaborations that are not among <paramref name="collaborations"/> are left out.</summary>
    /// <param name="mistakes">Unknown groups and seats, unreadable rows; nothing is used when there are any.</param>
    public static IReadOnlyList<Membership> Read(
        string file, string text, IReadOnlyList<Collaboration> collaborations, ICollection<Mistake> mistakes) =>
        ReadList(file, text, collaborations, null, mistakes).People;

    /// <param name="only">
    /// The one collaboration that the list is for, also when it has no rows; rows of others are then mistakes. Null
    /// for all that it has rows for.
    /// </param>
    public static PeopleList ReadList(string file, string text, IReadOnlyList<Collaboration> collaborations,
        string? only, ICollection<Mistake> mistakes)
    {
        var rows = new PersonRows(collaborations, only);
        var table = CsvTable.Read(file, text, Required, Optional, mistakes);
        var people = (table?.Rows ?? []).Select(rows.Read).OfType<Membership>().ToList();
        return new PeopleList(people, rows.Scope, [.. rows.LeftOut]);
    }
}
