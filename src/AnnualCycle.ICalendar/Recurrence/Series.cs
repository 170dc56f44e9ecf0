namespace AnnualCycle.ICalendar;

/// <summary>An event that comes back: DTSTART, RRULE and RDATE without EXDATE (RFC 5545, section 3.8.5).</summary>
internal sealed class Series
{
    private readonly ReadEvent _event;
    private readonly ReadTime _start;
    private readonly EventLength _length;
    private readonly CalendarZone _local;
    private readonly CalendarZone _clock;
    private readonly Exceptions _exceptions;
    private readonly bool _isLocal;
    private readonly HashSet<DateTime> _excluded = [];
    private readonly HashSet<DateOnly> _excludedDays = [];
    private readonly SortedList<DateTime, EventLength?> _added = [];

    internal Series(ReadEvent e, ReadTime start, Exceptions exceptions, CalendarZone local)
    {
        (_event, _start, _exceptions, _local) = (e, start, exceptions, local);
        (_length, _clock) = (EventLength.Of(e, start), start.Clock(local));
        // Where nobody knows the start's zone, what the clock shows is all there is to compare.
        _isLocal = start.Form == TimeForm.Floating || start is { Form: TimeForm.Zoned, Zone: null };
        foreach (var time in Items("EXDATE").Select(item => item.Start))
            if (time.Form == TimeForm.Date || start.Form == TimeForm.Date)
                _excludedDays.Add(time.Date);
            else
                _excluded.Add(_isLocal && time.Form != TimeForm.Utc ? time.Value : time.ToUtc(local));
        foreach (var item in Items("RDATE"))
            _added[LocalTime(item.Start)] = item.Length;
    }

    /// <summary>
    /// Its occurrences between two moments: a row until the first change that holds from then on, and one from each.
    /// </summary>
    internal IEnumerable<IEnumerable<Occurrence>> Rows(DateTime from, DateTime to, StepBudget budget) =>
        Enumerable.Range(-1, _exceptions.Onwards.Count + 1).Select(change => Row(change, from, to, budget));

    private IEnumerable<Occurrence> Row(int change, DateTime from, DateTime to, StepBudget budget)
    {
        var changes = _exceptions.Onwards;
        var first = change < 0 ? DateTime.MinValue : changes[change];
        var last = change + 1 < changes.Count ? changes[change + 1] : DateTime.MaxValue;
        var longest = _added.Values.Append(_length).Max(length => (length ?? _length).AtMost);
        var reach = longest + _exceptions.Reach() + TimeSpan.FromDays(2);
        var begin = Later(first, CalendarZone.Moved(from, -reach, DateTimeKind.Utc));
        var end = Earlier(last, CalendarZone.Moved(to, reach, DateTimeKind.Utc));
        return Plain(begin, end, budget)
            .Where(plain => plain.StartUtc >= first && plain.StartUtc < last)
            .Where(plain => !_exceptions.Has(plain.Start, plain.StartUtc))
            .Select(plain => change < 0 ? plain : _exceptions.Changed(plain, change))
            .Where(occurrence => occurrence.Touches(from, to));
    }

    private IEnumerable<Occurrence> Plain(DateTime from, DateTime to, StepBudget budget)
    {
        DateTime? previous = null;
        foreach (var time in Times(LocalTime(from, -1), LocalTime(to, 1), budget))
        {
            var start = _start.At(time);
            var length = _added.GetValueOrDefault(time) ?? _length;
            var occurrence = Occurrence.Of(_event, start, length, start, _local);
            // A time that the clock skips is another's moment too: one occurrence, not two.
            if (occurrence.StartUtc == previous || IsExcluded(start, occurrence.StartUtc))
                continue;
            previous = occurrence.StartUtc;
            yield return occurrence;
        }
    }

    private IEnumerable<DateTime> Times(DateTime from, DateTime to, StepBudget budget)
    {
        var rules = Rules("RRULE").ToList();
        // The start of a rule that does not come true then is none: so all programs have it, the standard leaves it
        // open.
        var times = SortedTimes.Union(rules.Count == 0 ? [_start.Value] : [], _added.Keys).Where(
            time => time >= from && time < to);
        times = rules.Aggregate(times, (all, rule) => SortedTimes.Union(all, Walk(rule, from, to, budget)));
        return Rules("EXRULE").Aggregate(times, (all, rule) => SortedTimes.Except(all, Walk(rule, from, to, budget)));
    }

    private IEnumerable<DateTime> Walk(RecurrenceRule rule, DateTime from, DateTime to, StepBudget budget) =>
        new RuleWalk(rule, DateTime.SpecifyKind(_start.Value, DateTimeKind.Unspecified), budget)
            .Between(from, Earlier(to, After(rule.Until)));

    /// <summary>The first time after UNTIL by the clock of the start; for whole days as it is written.</summary>
    private DateTime After(ReadTime? until)
    {
        if (until is null)
            return DateTime.MaxValue;
        var last = until.Form == TimeForm.Utc && _start.Form != TimeForm.Date ? _clock.ToLocal(until.Value)
            : until.Value;
        return CalendarZone.Moved(last, TimeSpan.FromTicks(1), DateTimeKind.Unspecified);
    }

    private bool IsExcluded(ReadTime start, DateTime moment) =>
        _excluded.Contains(moment) || _isLocal && _excluded.Contains(start.Value)
        || _excludedDays.Count > 0 && _excludedDays.Contains(start.Date);

    private IEnumerable<RecurrenceRule> Rules(string name) => _event.Component.PropertiesNamed(name)
        .Select(property => RecurrenceRule.TryParse(property.Value)).OfType<RecurrenceRule>();

    private IEnumerable<TimeList.Item> Items(string name) =>
        _event.Component.PropertiesNamed(name).SelectMany(TimeList.Of).OfType<TimeList.Item>();

    private DateTime LocalTime(ReadTime time) =>
        time.Form is TimeForm.Date or TimeForm.Floating || _start.Form == TimeForm.Date
        ? DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified)
        : _clock.ToLocal(time.ToUtc(_local));

    private static DateTime LocalTime(DateTime moment, int days) =>
        CalendarZone.Moved(moment, TimeSpan.FromDays(days), DateTimeKind.Unspecified);

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
