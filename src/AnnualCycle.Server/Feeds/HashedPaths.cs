using System.Collections.Concurrent;

namespace AnnualCycle.Server.Feeds;

/// <summary>
/// Paths with a token that have led somewhere, with the key they have: whoever polls again need not be hashed again.
/// </summary>
/// <remarks>In memory alone, as the paths are secret. Bounded: the name after a token may be anything.</remarks>
internal sealed class HashedPaths
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private int _count;

    public string? KeyOf(string path) => _keys.GetValueOrDefault(path);

    public void Remember(string path, string key)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _keys.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _keys[path] = key;
    }
}
