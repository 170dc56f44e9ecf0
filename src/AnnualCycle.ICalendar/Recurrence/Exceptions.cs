namespace AnnualCycle.ICalendar;

/// <summary>
/// The occurrences of a series that have events of their own: RECURRENCE-ID, for one or for all from then on (RFC 5545,
/// section 3.8.4.4).
/// </summary>
internal sealed class Exceptions
{
    private readonly Dictionary<DateTime, ReadEvent> _byMoment = [];
    private readonly Dictionary<DateOnly, ReadEvent> _byDate = [];
    private readonly HashSet<DateOnly> _days = [];
    private readonly SortedList<DateTime, ReadEvent> _onwards = [];
    private readonly CalendarZone _local;

    internal Exceptions(IEnumerable<ReadEvent> events, CalendarZone local)
    {
        _local = local;
        // The one that was changed last counts; of equals, the one further down.
        foreach (var e in events.OrderBy(e => e.Sequence))
        {
            var id = e.RecurrenceId!;
            if (e.IsThisAndFuture)
                _onwards[id.ToUtc(local)] = e;
            else if (id.Form == TimeForm.Date)
                _byDate[id.Date] = e;
            else
                Add(e, id);
        }
    }

    /// <summary>Those for one occurrence each.</summary>
    internal IEnumerable<ReadEvent> Single => _byMoment.Values.Concat(_byDate.Values);

    /// <summary>When those for the future begin, in order.</summary>
    internal IList<DateTime> Onwards => _onwards.Keys;

    /// <summary>
    /// Whether an occurrence has an event of its own; that of a whole day may name it by the midnight of some clock.
    /// </summary>
    internal bool Has(ReadTime start, DateTime moment) =>
        start.Form == TimeForm.Date && _days.Contains(start.Date) || _byMoment.Count > 0 && _byMoment.ContainsKey(moment) || _byDate.Count > 0 && _byDate.ContainsKey(start.Date);

    private void Add(ReadEvent e, ReadTime id)
    {
        _byMoment[id.ToUtc(_local)] = e;
        _days.Add(id.Form == TimeForm.Utc ? DateOnly.FromDateTime(_local.ToLocal(id.Value)) : id.Date);
    }

    /// <summary>The occurrence as the change that holds from then on has it: moved as much, as long as that.</summary>
    internal Occurrence Changed(Occurrence plain, int change)
    {
        var e = _onwards.Values[change];
        var id = _onwards.Keys[change];
        var start = e.Start ?? plain.Start;
        var clock = start.Clock(_local);
        var moved = e.Start is null ? TimeSpan.Zero : start.Value - clock.ToLocal(id);
        var at = start.At(CalendarZone.Moved(clock.ToLocal(plain.StartUtc), moved, DateTimeKind.Unspecified));
        return Occurrence.Of(e, at, EventLength.Of(e, start), plain.RecurrenceId, _local);
    }

    /// <summary>How much further a change may move or stretch occurrences, within some thousand years.</summary>
    internal TimeSpan Reach()
    {
        var reach = TimeSpan.Zero;
        foreach (var (id, e) in _onwards)
        {
            var start = e.Start ?? e.RecurrenceId!;
            var days = (start.ToUtc(_local) - id).Duration() + EventLength.Of(e, start).AtMost;
            reach = days > reach ? days : reach;
        }
        return reach.TotalDays < 3_000_000 ? reach : TimeSpan.FromDays(3_000_000);
    }
}
