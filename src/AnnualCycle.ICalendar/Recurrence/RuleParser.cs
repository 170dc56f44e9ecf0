using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>Reads RECUR (RFC 5545, section 3.3.10); a rule of which a part cannot be used is not used at all.</summary>
internal static class RuleParser
{
    private const string Weekdays = "SUMOTUWETHFRSA";

    internal static RecurrenceRule? Parse(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value])
                parts.TryAdd(name, value);
            else
                return null;
        return Parse(new Parts(parts));
    }

    private static RecurrenceRule? Parse(Parts parts)
    {
        var rule = Enum.TryParse<Frequency>(parts["FREQ"], true, out var frequency) && !char.IsDigit(parts["FREQ"]![0])
            ? new RecurrenceRule
            {
                Frequency = frequency,
                Interval = Math.Max(1, parts.Number("INTERVAL") ?? 1), // some programs write 0
                Count = parts.Number("COUNT"),
                Until = parts.Time("UNTIL"),
                BySecond = [.. parts.List("BYSECOND", 0, 60).Select(second => Math.Min(second, 59)).Distinct()],
                ByMinute = parts.List("BYMINUTE", 0, 59),
                ByHour = parts.List("BYHOUR", 0, 23),
                ByDay = parts.Days("BYDAY"),
                ByMonthDay = parts.Signed("BYMONTHDAY", 31),
                ByYearDay = parts.Signed("BYYEARDAY", 366),
                ByWeekNo = parts.Signed("BYWEEKNO", 53),
                ByMonth = parts.List("BYMONTH", 1, 12),
                BySetPos = parts.Signed("BYSETPOS", 366),
                WeekStart = parts.Day("WKST") ?? DayOfWeek.Monday,
            }
            : null;
        return parts.AreGood && rule?.Count is null or > 0 ? rule : null;
    }

    private static DayOfWeek? Weekday(string name)
    {
        var at = name.Length == 2 ? Weekdays.IndexOf(name.ToUpperInvariant(), StringComparison.Ordinal) : -1;
        return at >= 0 && at % 2 == 0 ? (DayOfWeek)(at / 2) : null;
    }

    /// <summary>The parts by name, and whether all that were asked for could be read.</summary>
    private sealed class Parts(Dictionary<string, string> parts)
    {
        internal bool AreGood { get; private set; } = true;

        internal string? this[string name] => parts.GetValueOrDefault(name);

        internal int? Number(string name) =>
            this[name] is { } text ? Good<int>(Integer(text) is >= 0 and var n ? n : null) : null;

        internal DayOfWeek? Day(string name) => this[name] is { } text ? Good(Weekday(text)) : null;

        internal ReadTime? Time(string name)
        {
            var time = this[name] is { } text ? ReadTime.Parse(Encoding.UTF8.GetBytes(text), null) : null;
            AreGood &= time is not null || this[name] is null;
            return time;
        }

        internal ImmutableArray<int> Signed(string name, int most) =>
            [.. List(name, -most, most).Where(number => Good<int>(number == 0 ? null : number) is not null)];

        internal ImmutableArray<int> List(string name, int least, int most) =>
            [.. Items(name).Select(item => Good<int>(Integer(item) is { } n && n >= least && n <= most ? n : null))
                .OfType<int>().Distinct().Order()];

        internal ImmutableArray<WeekdayNumber> Days(string name) =>
            [.. Items(name).Select(item => Good(NumberedDay(item))).OfType<WeekdayNumber>().Distinct()];

        private IEnumerable<string> Items(string name) => this[name]?.Split(',', StringSplitOptions.TrimEntries) ?? [];

        private static WeekdayNumber? NumberedDay(string item)
        {
            var ordinal = item.Length > 2 ? Integer(item[..^2]) : 0;
            return item.Length >= 2 && ordinal is >= -53 and <= 53 and var n && (n != 0 || item.Length == 2)
                && Weekday(item[^2..]) is { } day ? new WeekdayNumber(n, day) : null;
        }

        private static int? Integer(string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                : null;

        private T? Good<T>(T? read) where T : struct
        {
            AreGood &= read is not null;
            return read;
        }
    }
}
