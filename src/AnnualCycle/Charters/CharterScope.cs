using System.Text.RegularExpressions;

namespace AnnualCycle.Charters;

/// <summary>
/// What the entries of one charter file may refer to: its groups and the seats that they and the collaboration give.
/// </summary>
internal sealed class CharterScope(string collaboration, string document)
{
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, Seat> _seats = [];

    public string Document => document;

    /// <summary>Full id of a group of this collaboration.</summary>
    public string IdOf(string group) => $"{collaboration}/{Slug.Of(group)}";

    public bool AddGroup(string id)
    {
        var isNew = !_groups.Contains(id);
        _groups.Add(id);
        return isNew;
    }

    /// <summary>Adds a seat under its full id; a second seat with the same id is not added.</summary>
    public bool AddSeat(Seat seat) => _seats.TryAdd(seat.Id, seat);

    public bool IsShared(string seat) => _seats.ContainsKey($"{collaboration}/{Slug.Of(seat)}");

    /// <summary>
    /// Seats by a name in the file: <c>lgs.ordförande</c>, <c>temagrupp-*.ordförande</c>, a shared seat.
    /// </summary>
    public IReadOnlyList<Seat> Seats(string reference)
    {
        var pattern = Pattern($"{collaboration}/{Slug.Of(reference)}");
        return [.. _seats.Values.Where(seat => pattern.IsMatch(seat.Id))];
    }

    /// <summary>
    /// Full ids of the groups that a mention names, in the order of the file; empty and a mistake when none does.
    /// </summary>
    public IReadOnlyList<string> Groups(CharterMap map, string key, string mention)
    {
        var found = Known(mention);
        if (found.Count == 0)
        {
            map.Mistake(key, $"gruppen ”{mention}” finns inte", AdviceOn(mention));
        }

        return found;
    }

    /// <summary>Full ids of the groups that a mention names; empty when it names none.</summary>
    public IReadOnlyList<string> Known(string mention)
    {
        var pattern = Pattern(IdOf(mention));
        return [.. _groups.Where(group => pattern.IsMatch(group)).Distinct()];
    }

    public string? AdviceOn(string mention)
    {
        var names = _groups.Select(group => group[(collaboration.Length + 1)..]).ToList();
        return Suggestion.Advice(Slug.Of(mention), names, $"Filens grupper: {string.Join(", ", names.Take(8))}");
    }

    public string? AdviceOnSeat(string reference)
    {
        var names = _seats.Keys.Select(seat => seat[(collaboration.Length + 1)..]).ToList();
        return Suggestion.Advice(Slug.Of(reference), names, "Platsen ska stå under seats i den gruppen");
    }

    private static Regex Pattern(string id) =>
        new("^" + Regex.Escape(id).Replace("\\*", "[^.]*") + "$", RegexOptions.CultureInvariant);
}
