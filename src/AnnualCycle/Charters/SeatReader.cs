using AnnualCycle.Yaml;

namespace AnnualCycle.Charters;

/// <summary>Reads the seats of a group and of the whole collaboration.</summary>
internal sealed class SeatReader(CharterScope scope, Expansion expansion)
{
    /// <summary>
    /// Seats under <c>seats:</c> that <paramref name="owner"/> itself gives: no mention of another's seat.
    /// </summary>
    /// <param name="owner">Full id of a group with a dot after it, or of the collaboration with a slash.</param>
    public IEnumerable<(CharterMap Map, Seat Seat)> Own(CharterMap map, string owner, bool substitutes) =>
        Entries(map)
            .Where(entry => !IsMention(entry.Reference))
            .Select(entry => (entry.Map, Create(entry, owner, substitutes)));

    /// <summary>Every seat of a group: its own and those it shares with others.</summary>
    public IReadOnlyList<Seat> All(CharterMap map, string group, bool substitutes) =>
        [.. Entries(map)
            .SelectMany(entry => IsMention(entry.Reference)
                ? Mentioned(entry)
                : [Create(entry, group + ".", substitutes)])
            .DistinctBy(seat => seat.Id)];

    private bool IsMention(string reference) => reference.Contains('.') || scope.IsShared(reference);

    private IEnumerable<Seat> Mentioned(SeatEntry entry)
    {
        var seats = scope.Seats(entry.Reference);
        if (seats.Count == 0)
        {
            entry.Map.Yaml.Mistake("seats", $"platsen ”{entry.Reference}” finns inte",
                scope.AdviceOnSeat(entry.Reference));
        }

        return seats.Select(seat => seat with { Required = entry.Required ?? seat.Required });
    }

    private static Seat Create(SeatEntry entry, string owner, bool substitutes) => new(
        owner + Slug.Of(entry.Reference), entry.Name, entry.Count, entry.Required ?? true,
        entry.Substitute ?? substitutes, entry.Line);

    private IEnumerable<SeatEntry> Entries(CharterMap map) =>
        map.Yaml.List("seats").SelectMany(item => Entry(map, item));

    private IEnumerable<SeatEntry> Entry(CharterMap map, YamlValue item)
    {
        if (!item.IsMap)
        {
            var text = item.AsText();
            return text is null ? [] : [Short(map, item, text)];
        }

        return item.AsMap() is { } yaml ? expansion.Expand(yaml, map.Values).Select(Long) : [];
    }

    private static SeatEntry Short(CharterMap map, YamlValue item, string text)
    {
        var filled = map.Values.Fill(text, out var unknown);
        if (unknown is not null)
        {
            item.Mistake($"”{{{unknown}}}” står inte för något här", "Skriv forEach på samma plats");
        }

        return new SeatEntry(map, filled, filled, item.Line);
    }

    private static SeatEntry Long(CharterMap map)
    {
        map.AllowOnly("seat", "name", "forEach", "count", "required", "substitute", "line", "note");
        var reference = map.Required("seat");
        return new SeatEntry(map, reference, map.Text("name") ?? reference, map.Line)
        {
            Count = Math.Max(1, map.Yaml.Integer("count") ?? 1),
            Required = map.Boolean("required"),
            Substitute = map.Boolean("substitute"),
        };
    }

    private sealed record SeatEntry(CharterMap Map, string Reference, string Name, int? Line)
    {
        public int Count { get; init; } = 1;

        public bool? Required { get; init; }

        public bool? Substitute { get; init; }
    }
}
