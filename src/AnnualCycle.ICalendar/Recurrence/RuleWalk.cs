// Over 60 lines because the walk is one state machine: periods, the days or moments in them, and the positions among
// those.
using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Counts out the times of a recurrence rule, period by period (RFC 5545, section 3.3.10).</summary>
internal sealed class RuleWalk
{
    private readonly RecurrenceRule _rule;
    private readonly DateTime _start;
    private readonly StepBudget _budget;
    private readonly DayRule _days;
    private readonly TimeSpan[] _times;
    private readonly DateTime _base;
    private readonly TimeSpan _unit;

    internal RuleWalk(RecurrenceRule rule, DateTime start, StepBudget budget)
    {
        (_rule, _start, _budget, _days) = (rule, start, budget, new DayRule(rule, start));
        _times = TimesInPeriod();
        _unit = rule.Frequency switch
        {
            Frequency.Secondly => TimeSpan.FromSeconds(1),
            Frequency.Minutely => TimeSpan.FromMinutes(1),
            Frequency.Hourly => TimeSpan.FromHours(1),
            Frequency.Weekly => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(1),
        };
        var intoWeek = ((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7;
        _base = rule.Frequency switch
        {
            Frequency.Yearly => new DateTime(start.Year, 1, 1),
            Frequency.Monthly => new DateTime(start.Year, start.Month, 1),
            Frequency.Weekly => CalendarZone.Moved(start.Date, TimeSpan.FromDays(-intoWeek), DateTimeKind.Unspecified),
            _ => new DateTime(start.Ticks - start.Ticks % _unit.Ticks),
        };
    }

    /// <summary>
    /// Times from the first up to but not including the last, in order, COUNT counted from the start.
    /// </summary>
    internal IEnumerable<DateTime> Between(DateTime from, DateTime to)
    {
        var (period, left) = First(from);
        var end = to;
        for (DateTime? begin; left > 0 && (begin = Begin(period)) < end; period++)
        {
            if (!_budget.Take())
                yield break;
            if (_rule.Frequency < Frequency.Daily && Mismatch(begin.Value) is { } next)
            {
                period = Math.Max(period, PeriodAt(next, roundUp: true) - 1);
                continue;
            }
            foreach (var time in InPeriod(begin.Value))
            {
                if (time < _start)
                    continue;
                if (left-- == 0 || time >= end)
                    yield break;
                if (time >= from)
                    yield return time;
            }
        }
    }

    /// <summary>The period to begin with and how many times are left of COUNT then.</summary>
    private (long Period, int Left) First(DateTime from)
    {
        var skipped = from <= _start || _rule.Count is not null && !_rule.IsPlain ? 0
            : Math.Max(0, PeriodAt(from, roundUp: false) - 1);
        return (skipped, (int)Math.Max(0, (_rule.Count ?? int.MaxValue) - (_rule.Count is null ? 0 : skipped)));
    }

    /// <summary>The number of the period that a time falls in; those that INTERVAL leaves out have no number.</summary>
    private long PeriodAt(DateTime time, bool roundUp)
    {
        long units = _rule.Frequency switch
        {
            Frequency.Yearly => time.Year - _base.Year,
            Frequency.Monthly => 12 * (time.Year - _base.Year) + time.Month - _base.Month,
            _ => (time.Ticks - _base.Ticks + (roundUp ? _unit.Ticks - 1 : 0)) / _unit.Ticks,
        };
        return (units + (roundUp ? _rule.Interval - 1 : 0)) / _rule.Interval;
    }

    /// <summary>When a period begins, or null beyond the last year there is.</summary>
    private DateTime? Begin(long period)
    {
        var units = period * _rule.Interval;
        if (_rule.Frequency < Frequency.Monthly)
            return units <= (DateTime.MaxValue.Ticks - _base.Ticks) / _unit.Ticks
                ? new DateTime(_base.Ticks + units * _unit.Ticks) : null;
        var months = (_rule.Frequency == Frequency.Yearly ? 12 : 1) * units + _base.Month - 1;
        var year = _base.Year + months / 12;
        return year <= 9999 ? new DateTime((int)year, (int)(months % 12) + 1, 1) : null;
    }

    /// <summary>
    /// For hours, minutes and seconds: when the first part of a rule that a time breaks may next be met.
    /// </summary>
    private DateTime? Mismatch(DateTime time) =>
        !_days.Has(time.Date) ? NextDay(time)
        : !Has(_rule.ByHour, time.Hour) ? Next(time, TimeSpan.TicksPerHour)
        : _rule.Frequency < Frequency.Hourly && !Has(_rule.ByMinute, time.Minute) ? Next(time, TimeSpan.TicksPerMinute)
        : _rule.Frequency < Frequency.Minutely && !Has(_rule.BySecond, time.Second)
            ? Next(time, TimeSpan.TicksPerSecond)
        : null;

    private DateTime NextDay(DateTime time)
    {
        var day = time.Date;
        do
            day = Following(day);
        while (day.Date < DateTime.MaxValue.Date && _budget.Take() && !_days.Has(day.Date));
        return day;
    }

    private DateTime Following(DateTime day) =>
        _days.HasMonth(day.Month) ? Next(day, TimeSpan.TicksPerDay) : NextMonth(day);

    private static DateTime NextMonth(DateTime day) => day is { Year: 9999, Month: 12 }
        ? DateTime.MaxValue : new DateTime(day.Year, day.Month, 1).AddMonths(1);

    private static DateTime Next(DateTime time, long unit) =>
        new(Math.Min(DateTime.MaxValue.Ticks, time.Ticks - time.Ticks % unit + unit));

    private static bool Has(ImmutableArray<int> part, int number) =>
        part.IsEmpty || part.Contains(number);

    private IEnumerable<DateTime> InPeriod(DateTime begin)
    {
        List<DateTime> days = _rule.Frequency < Frequency.Daily ? [begin] : DaysIn(begin);
        if (_rule.BySetPos.IsEmpty)
            return days.SelectMany(_ => _times, Sum).Where(_ => _budget.Take());
        var all = (long)days.Count * _times.Length;
        return _rule.BySetPos.Select(position => position > 0 ? position - 1 : all + position)
            .Where(at => at >= 0 && at < all).Distinct().Order()
            .Select(at => Sum(days[(int)(at / _times.Length)], _times[at % _times.Length]));
    }

    private static DateTime Sum(DateTime day, TimeSpan time) => day + time;

    private List<DateTime> DaysIn(DateTime begin)
    {
        var days = new List<DateTime>();
        var end = EndOf(begin);
        for (var day = begin; day < end; day = Following(day))
            if (_days.HasMonth(day.Month) && _budget.Take() && _days.Has(day))
                days.Add(day);
        return days;
    }

    private DateTime EndOf(DateTime begin) => _rule.Frequency switch
    {
        Frequency.Yearly => begin.Year == 9999 ? DateTime.MaxValue : begin.AddYears(1),
        Frequency.Monthly => NextMonth(begin),
        _ => CalendarZone.Moved(begin, _unit, DateTimeKind.Unspecified),
    };

    /// <summary>The times of a day, hour, minute or second that the rule takes, in order, from its beginning.</summary>
    private TimeSpan[] TimesInPeriod()
    {
        var frequency = _rule.Frequency;
        var hours = frequency >= Frequency.Daily ? Or(_rule.ByHour, _start.Hour) : [0];
        var minutes = frequency >= Frequency.Hourly ? Or(_rule.ByMinute, _start.Minute) : [0];
        var seconds = frequency >= Frequency.Minutely ? Or(_rule.BySecond, _start.Second) : [0];
        if (!_budget.Take(hours.Length * minutes.Length * seconds.Length))
            return [];
        return [.. from hour in hours from minute in minutes from second in seconds select new TimeSpan(
            hour, minute, second)];
    }

    private static int[] Or(ImmutableArray<int> part, int ofStart) =>
        part.IsEmpty ? [ofStart] : [.. part];
}
