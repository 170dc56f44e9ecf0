using System.Globalization;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>One STANDARD or DAYLIGHT part of a VTIMEZONE that somebody wrote (RFC 5545, section 3.6.5).</summary>
internal sealed record ZonePart(DateTime Start, TimeSpan From, TimeSpan To, RecurrenceRule? Rule, DateTime[] Dates)
{
    /// <summary>Before this a rule's changes are not counted out: some programs let them begin in 1601, or in 1.</summary>
    private static readonly DateTime Earliest = new(1900, 1, 1);

    /// <summary>Whether it comes by the year or month, as clocks' changes do.</summary>
    internal bool IsOfYears => Rule is null or { Frequency: >= Frequency.Monthly };

    /// <summary>Null when it lacks its start or an offset.</summary>
    internal static ZonePart? Read(ReadComponent part)
    {
        var start = Time(part.Property("DTSTART")?.Value);
        var to = Offset(part.Property("TZOFFSETTO"));
        var from = Offset(part.Property("TZOFFSETFROM")) ?? to;
        if (start is null || to is null)
            return null;
        var dates = part.PropertiesNamed("RDATE").SelectMany(property => property.Value.Split(','))
            .Select(date => Time(date)?.Value).OfType<DateTime>();
        var rule = part.Property("RRULE") is { } text ? RecurrenceRule.TryParse(text.Value) : null;
        return new ZonePart(start.Value, from!.Value, to.Value, rule, [.. dates]);
    }

    /// <summary>When it sets in, up to a time.</summary>
    internal IEnumerable<ObservedZone.Onset> Onsets(DateTime end, StepBudget budget)
    {
        var times = Rule is null ? [Start]
            : new RuleWalk(Rule, Start, budget).Between(Earliest, LastLocal(Rule, end)).Prepend(Start);
        return times.Concat(Dates).Distinct().Where(time => time < end)
            .Select(time => new ObservedZone.Onset(CalendarZone.Moved(time, -From, DateTimeKind.Utc), From, To));
    }

    /// <summary>By no zone, whatever TZID it has: a zone that is told by its own clock would never be found.</summary>
    private static ReadTime? Time(string? written) =>
        written is null ? null : ReadTime.Parse(Encoding.UTF8.GetBytes(written), null);

    /// <summary>UNTIL is in UTC (section 3.3.10); the rule counts by the clock before the change.</summary>
    private DateTime LastLocal(RecurrenceRule rule, DateTime end)
    {
        if (rule.Until is not { } until)
            return end;
        var by = until.Form == TimeForm.Utc ? From : TimeSpan.Zero;
        var last = CalendarZone.Moved(until.Value, by + TimeSpan.FromSeconds(1), DateTimeKind.Unspecified);
        return last < end ? last : end;
    }

    /// <summary>UTC-OFFSET (section 3.3.14), also with a colon as some programs write it.</summary>
    private static TimeSpan? Offset(ReadProperty? property)
    {
        var text = property?.Value.Trim().Replace(":", "", StringComparison.Ordinal) ?? "";
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.TrimStart('+', '-');
        if (digits.Length is not (2 or 4 or 6) || !digits.All(char.IsAsciiDigit))
            return null;
        var number = int.Parse(digits.PadRight(6, '0'), CultureInfo.InvariantCulture);
        var offset = new TimeSpan(number / 10000, number / 100 % 100, number % 100);
        return offset < TimeSpan.FromDays(1) ? sign * offset : null;
    }
}
