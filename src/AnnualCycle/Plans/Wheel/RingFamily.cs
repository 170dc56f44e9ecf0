namespace AnnualCycle.Plans.Wheel;

/// <summary>Groups that stand side by side and begin with the same words, such as one body per municipality.</summary>
/// <param name="Shared">The words in common, "Lokal samverkansgrupp"; empty for a group of its own.</param>
internal sealed record RingFamily(string Shared, IReadOnlyList<WheelRing> Rings)
{
    /// <summary>Two alike may be chance; from three on the shared words are worth saying once.</summary>
    private const int Fewest = 3;

    /// <summary>What tells the ring from its family: "Att växa upp Karlshamn".</summary>
    public string OwnName(WheelRing ring) => Shared.Length == 0 ? ring.Name : ring.Name[(Shared.Length + 1)..];

    /// <summary>Days that every ring of the family carries alike, such as a report all owe; said once.</summary>
    public IReadOnlyList<WheelMark> Common => Shared.Length == 0 ? []
        : [.. Rings[0].Marks.Where(mark => Rings.All(ring => ring.Marks.Contains(mark)))];

    public static IReadOnlyList<RingFamily> Of(IReadOnlyList<WheelRing> rings)
    {
        List<RingFamily> families = [];
        for (var first = 0; first < rings.Count;)
        {
            var alike = rings.Skip(first).TakeWhile(ring => IsAlike(ring, rings[first])).ToList();
            var shared = alike.Count >= Fewest ? Prefix(alike) : "";
            families.Add(shared.Length > 0 ? new(shared, alike) : new("", [rings[first]]));
            first += families[^1].Rings.Count;
        }

        return families;
    }

    private static bool IsAlike(WheelRing ring, WheelRing other) =>
        ring.Section == other.Section && Words(ring)[0] == Words(other)[0];

    /// <summary>The longest common beginning in whole words that leaves every ring a name of its own.</summary>
    private static string Prefix(List<WheelRing> rings)
    {
        var names = rings.Select(Words).ToList();
        var most = names.Min(name => name.Length) - 1;
        var count = Enumerable.Range(0, most).TakeWhile(at => names.All(name => name[at] == names[0][at])).Count();
        return string.Join(' ', names[0].Take(count));
    }

    private static string[] Words(WheelRing ring) => ring.Name.Split(' ');
}
