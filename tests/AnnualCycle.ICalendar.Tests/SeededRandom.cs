namespace AnnualCycle.ICalendar.Tests;

/// <summary>
/// Numbers that look random and are the same on every machine and runtime: SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal sealed class SeededRandom(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>From low up to but not including high.</summary>
    internal int Next(int low, int high)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return low + (int)((z ^ (z >> 31)) % (ulong)(high - low));
    }

    internal T Pick<T>(params T[] items) => items[Next(0, items.Length)];
}
