namespace AnnualCycle.Planning;

/// <summary>
/// A plan while it is being made: where each meeting stands, and which chains are taken out for the moment.
/// </summary>
internal sealed class Draft
{
    /// <summary>What <see cref="Day"/> holds for a meeting that is not held.</summary>
    public const int Nowhere = -1;

    public Draft(Network network)
    {
        Day = [.. network.Series.Select(series => series.Occurrences.Select(o => o.Fixed?.Day ?? Nowhere).ToArray())];
        Start = [.. network.Series.Select(series => series.Occurrences.Select(o => o.Fixed?.Start ?? 0).ToArray())];
        IsIn = new bool[network.Series.Length];
    }

    /// <summary>By chain and occurrence.</summary>
    public int[][] Day { get; }

    /// <summary>By chain and occurrence: minute of the day.</summary>
    public int[][] Start { get; }

    /// <summary>By chain: whether its meetings are in the plan; of one that is out only the fixed ones stand.</summary>
    public bool[] IsIn { get; }

    /// <summary>A plan as it stands, all chains in.</summary>
    public static Draft Of(Network network, IReadOnlyList<IReadOnlyList<Slot?>> slots)
    {
        var draft = new Draft(network);
        for (var c = 0; c < slots.Count; c++)
            for (var i = 0; i < slots[c].Count; i++)
                (draft.Day[c][i], draft.Start[c][i]) = slots[c][i] is { } slot ? (slot.Day, slot.Start) : (Nowhere, 0);
        Array.Fill(draft.IsIn, true);
        return draft;
    }

    public void CopyTo(Draft other)
    {
        for (var c = 0; c < Day.Length; c++)
        {
            Day[c].CopyTo(other.Day[c], 0);
            Start[c].CopyTo(other.Start[c], 0);
        }
        IsIn.CopyTo(other.IsIn, 0);
    }

    public IReadOnlyList<IReadOnlyList<Slot?>> Slots() =>
        [.. Day.Select((days, c) => (IReadOnlyList<Slot?>)
            [.. days.Select((day, i) => day == Nowhere ? (Slot?)null : new Slot(day, Start[c][i]))])];
}
