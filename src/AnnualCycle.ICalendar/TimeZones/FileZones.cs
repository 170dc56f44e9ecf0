using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>The clocks that a file's TZIDs mean, each found once.</summary>
/// <remarks>
/// The tz database wins over the file's VTIMEZONE where the name is exactly one of its own: people's files carry rules
/// of one year, or of a law since changed, under such names.
/// </remarks>
internal sealed class FileZones(ReadCalendar calendar)
{
    /// <summary>No calendar needs more; looking for each that is not there takes its time.</summary>
    private const int MostNames = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CalendarZone?> _found = new(StringComparer.Ordinal);
    private byte[] _lastOctets = [];
    private (string Name, CalendarZone? Zone) _last;
    private Dictionary<string, ReadComponent>? _written;

    internal CalendarZone? Find(string name)
    {
        lock (_lock)
        {
            if (!_found.TryGetValue(name, out var zone))
                _found[name] = zone = _found.Count < MostNames ? Look(name) : null;
            return zone;
        }
    }

    /// <summary>The same by a name's octets: nearly always those asked for last.</summary>
    internal (string Name, CalendarZone? Zone) Find(ReadOnlySpan<byte> octets)
    {
        lock (_lock)
        {
            if (octets.SequenceEqual(_lastOctets))
                return _last;
            var name = Encoding.UTF8.GetString(octets);
            _last = (name, Find(name));
            _lastOctets = octets.ToArray();
            return _last;
        }
    }

    private CalendarZone? Look(string name) => CalendarZone.InDatabase(name.Trim())
        ?? (Written().GetValueOrDefault(name.Trim()) is { } zone ? ObservedZone.Read(zone) : null)
        ?? CalendarZone.Find(name);

    private Dictionary<string, ReadComponent> Written()
    {
        if (_written is not null)
            return _written;
        _written = new Dictionary<string, ReadComponent>(StringComparer.Ordinal);
        foreach (var zone in calendar.Named("VTIMEZONE"))
            if (zone.Property("TZID") is { } name)
                _written.TryAdd(name.Text.Value.Trim().Trim('"'), zone);
        return _written;
    }
}
