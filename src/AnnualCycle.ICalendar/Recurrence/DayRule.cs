using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Which days a rule takes, each day judged by itself (RFC 5545, section 3.3.10).</summary>
/// <remarks>
/// What a rule does not say about days comes from its start: the weekday in a week, the day in a month, the day and
/// month in a year, and with BYWEEKNO alone the weekday.
/// </remarks>
internal sealed class DayRule
{
    private readonly RecurrenceRule _rule;
    private readonly int _months;
    private readonly int _weekdays;
    private readonly ImmutableArray<WeekdayNumber> _ordinals;
    private readonly ImmutableArray<int> _monthDays;
    private readonly bool _countsInMonth;

    internal DayRule(RecurrenceRule rule, DateTime start)
    {
        _rule = rule;
        var fromStart = rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByYearDay.IsEmpty;
        var inYear = rule.Frequency == Frequency.Yearly && fromStart;
        var dayOfStart = fromStart && rule.ByWeekNo.IsEmpty && rule.Frequency >= Frequency.Monthly;
        var weekdayOfStart = fromStart && rule.Frequency == Frequency.Weekly || inYear && !rule.ByWeekNo.IsEmpty;
        _months = Bits(inYear && rule.ByMonth.IsEmpty && rule.ByWeekNo.IsEmpty ? [start.Month] : rule.ByMonth);
        _monthDays = dayOfStart ? [start.Day] : rule.ByMonthDay;
        // An ordinal means something in months and years alone; elsewhere the weekday counts.
        var ordinalsCount = rule.Frequency >= Frequency.Monthly && rule.ByWeekNo.IsEmpty;
        _weekdays = weekdayOfStart ? 1 << (int)start.DayOfWeek
            : Bits(rule.ByDay.Where(day => day.Ordinal == 0 || !ordinalsCount).Select(day => (int)day.Day));
        _ordinals = ordinalsCount ? [.. rule.ByDay.Where(day => day.Ordinal != 0)] : [];
        _countsInMonth = rule.Frequency == Frequency.Monthly || !rule.ByMonth.IsEmpty;
    }

    /// <summary>Whether a month has such days at all.</summary>
    internal bool HasMonth(int month) => _months == 0 || (_months >> month & 1) != 0;

    internal bool Has(DateTime day) =>
        HasMonth(day.Month) && HasWeekday(day) && HasMonthDay(day) && HasYearDay(day) && HasWeek(day);

    private bool HasWeekday(DateTime day)
    {
        if (_weekdays == 0 && _ordinals.IsEmpty || (_weekdays >> (int)day.DayOfWeek & 1) != 0)
            return true;
        foreach (var ordinal in _ordinals)
            if (ordinal.Day == day.DayOfWeek
                && (ordinal.Ordinal > 0 ? FromStart(day) : FromEnd(day)) == ordinal.Ordinal)
                return true;
        return false;
    }

    private int FromStart(DateTime day) => ((_countsInMonth ? day.Day : day.DayOfYear) - 1) / 7 + 1;

    private int FromEnd(DateTime day) => -((_countsInMonth
        ? DateTime.DaysInMonth(day.Year, day.Month) - day.Day : DaysIn(day.Year) - day.DayOfYear) / 7 + 1);

    private bool HasMonthDay(DateTime day) => _monthDays.IsEmpty || _monthDays.Contains(day.Day)
        || _monthDays.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1);

    private bool HasYearDay(DateTime day) => _rule.ByYearDay.IsEmpty || _rule.ByYearDay.Contains(day.DayOfYear)
        || _rule.ByYearDay.Contains(day.DayOfYear - DaysIn(day.Year) - 1);

    private bool HasWeek(DateTime day)
    {
        if (_rule.ByWeekNo.IsEmpty)
            return true;
        var year = day.Year;
        if (day.DayOfYear <= DaysBeforeFirstWeek(year))
            year--;
        else if (day.DayOfYear > DaysIn(year) + DaysBeforeFirstWeek(year + 1))
            year++;
        var into = (year < day.Year ? DaysIn(year) : year > day.Year ? -DaysIn(day.Year) : 0) + day.DayOfYear;
        var week = (into - 1 - DaysBeforeFirstWeek(year)) / 7 + 1;
        var weeks = (DaysIn(year) + DaysBeforeFirstWeek(year + 1) - DaysBeforeFirstWeek(year)) / 7;
        return _rule.ByWeekNo.Contains(week) || _rule.ByWeekNo.Contains(week - weeks - 1);
    }

    /// <summary>
    /// Days of January before week 1, which has four days at least in its year; negative when it begins in December.
    /// </summary>
    private int DaysBeforeFirstWeek(int year)
    {
        if (year is < 1 or > 9999)
            return 0;
        var afterWeekStart = ((int)new DateTime(year, 1, 1).DayOfWeek - (int)_rule.WeekStart + 7) % 7;
        return afterWeekStart <= 3 ? -afterWeekStart : 7 - afterWeekStart;
    }

    private static int DaysIn(int year) => year is >= 1 and <= 9999 && DateTime.IsLeapYear(year) ? 366 : 365;

    private static int Bits(IEnumerable<int> numbers) => numbers.Aggregate(0, (bits, number) => bits | 1 << number);
}
