namespace AnnualCycle.ICalendar;

/// <summary>Walks through all occurrences of a calendar between two moments, in order of their start.</summary>
internal sealed class OccurrenceSearch(ReadCalendar calendar, DateTime from, DateTime to, CalendarZone local)
{
    private readonly StepBudget _budget = new(calendar.Limits.Steps);
    private readonly List<Occurrence> _single = [];
    private readonly List<IEnumerable<Occurrence>> _rows = [];

    internal IEnumerable<Occurrence> Walk(ICollection<CalendarMistake>? mistakes)
    {
        Collect();
        _single.Sort((a, b) => a.StartUtc.CompareTo(b.StartUtc));
        var left = calendar.Limits.Occurrences;
        foreach (var occurrence in InOrder([_single, .. _rows]))
        {
            if (left-- == 0)
                break;
            yield return occurrence;
        }
        if (left < 0 || _budget.IsSpent)
            mistakes?.Add(CalendarMistake.At(1, 1, MistakeKind.TooLarge, left < 0 ? "occurrences" : "steps"));
    }

    private void Collect()
    {
        var exceptions = calendar.Events.Where(e => e.RecurrenceId is not null)
            .GroupBy(e => e.Uid, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Exceptions(same, local), StringComparer.Ordinal);
        var none = new Exceptions([], local);
        foreach (var e in calendar.Events.Where(e => e.RecurrenceId is null))
            if (e.Start is { } start && (e.IsRecurring || exceptions.Count > 0 && exceptions.ContainsKey(e.Uid)))
                _rows.AddRange(new Series(e, start, exceptions.GetValueOrDefault(e.Uid, none), local).Rows(
                    from, to, _budget));
            else
                AddSingle(e);
        foreach (var e in exceptions.Values.SelectMany(those => those.Single))
            AddSingle(e);
    }

    private void AddSingle(ReadEvent e)
    {
        if ((e.Start ?? e.RecurrenceId) is not { } start)
            return;
        var occurrence = Occurrence.Of(e, start, EventLength.Of(e, start), e.RecurrenceId, local);
        if (occurrence.Touches(from, to))
            _single.Add(occurrence);
    }

    private static IEnumerable<Occurrence> InOrder(IEnumerable<IEnumerable<Occurrence>> rows)
    {
        var next = new PriorityQueue<IEnumerator<Occurrence>, (DateTime, int)>();
        var number = 0;
        foreach (var row in rows.Select(row => row.GetEnumerator()))
            if (row.MoveNext())
                next.Enqueue(row, (row.Current.StartUtc, number++));
        while (next.TryDequeue(out var row, out var place))
        {
            yield return row.Current;
            if (row.MoveNext())
                next.Enqueue(row, (row.Current.StartUtc, place.Item2));
        }
    }
}
