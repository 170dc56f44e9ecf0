using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>Looks through a whole file for what cannot be used.</summary>
internal sealed class MistakeSearch
{
    private static readonly string[] Once =
        ["UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "RECURRENCE-ID", "RRULE", "SEQUENCE", "DTSTAMP"];

    private static readonly string[] Times = ["DTSTART", "DTEND", "RECURRENCE-ID", "DTSTAMP"];

    private static readonly byte[][] OnceOctets = [.. Once.Select(Encoding.UTF8.GetBytes)];

    private readonly ReadCalendar _calendar;
    private readonly List<CalendarMistake> _mistakes;

    private MistakeSearch(ReadCalendar calendar, List<CalendarMistake> structure) =>
        (_calendar, _mistakes) = (calendar, [.. structure]);

    internal static ImmutableArray<CalendarMistake> In(ReadCalendar calendar, List<CalendarMistake> structure)
    {
        var search = new MistakeSearch(calendar, structure);
        if (!calendar.Named("VCALENDAR").Any())
            search._mistakes.Add(CalendarMistake.At(1, 1, MistakeKind.NotACalendar, ""));
        search.LookAtLines();
        var needsStart = calendar.Method is null or "PUBLISH" or "REQUEST" or "ADD";
        foreach (var e in calendar.Events)
            search.LookAt(e, needsStart);
        return [.. search._mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)];
    }

    private void LookAtLines()
    {
        for (var line = 0; line < _calendar.Lines.Count; line++)
        {
            var text = _calendar.Lines[line];
            var content = new ContentLine(text);
            if (content.IsValid && !content.HasOpenQuote || text.Trim(" \t"u8).IsEmpty)
                continue;
            var kind = content.IsValid ? MistakeKind.OpenQuote : MistakeKind.NotAContentLine;
            var column = ReadCalendar.Column(text, content.Mistake);
            _mistakes.Add(CalendarMistake.At(_calendar.Lines.Number(line), column, kind, Start(text)));
        }
    }

    private void LookAt(ReadEvent e, bool needsStart)
    {
        LookForTwice(e.Component);
        if (e.Component.Find("UID"u8) < 0)
            Report(e, MistakeKind.Missing, "UID");
        if (needsStart && e.Component.Find("DTSTART"u8) < 0)
            Report(e, MistakeKind.Missing, "DTSTART");
        foreach (var name in Times)
            LookAtTime(e.Component.Property(name));
        if (e.Component.Property("DURATION") is { Duration: null } length)
            Report(length, MistakeKind.NotADuration);
        foreach (var rule in e.Component.PropertiesNamed("RRULE").Where(
            rule => RecurrenceRule.TryParse(rule.Value) is null))
            Report(rule, MistakeKind.NotARule);
        foreach (var dates in e.Component.PropertiesNamed("EXDATE").Concat(e.Component.PropertiesNamed("RDATE")))
            if (TimeList.Of(dates).Any(time => time is null))
                Report(dates, MistakeKind.NotATime);
        LookAtOrder(e);
    }

    private void LookForTwice(ReadComponent component)
    {
        foreach (var name in OnceOctets)
        {
            var first = component.Find(name);
            if (first >= 0 && component.Find(name, first) is >= 0 and var second)
                _mistakes.Add(CalendarMistake.At(
                    _calendar.Lines.Number(second), 1, MistakeKind.Repeated, Encoding.UTF8.GetString(name)));
        }
    }

    private void LookAtTime(ReadProperty? property)
    {
        if (property is null)
            return;
        if (property.Time is not { } time)
            Report(property, MistakeKind.NotATime);
        else if (time is { Form: TimeForm.Zoned, Zone: null })
            _mistakes.Add(CalendarMistake.At(property.Line, 1, MistakeKind.UnknownZone, time.TzId!));
    }

    private void LookAtOrder(ReadEvent e)
    {
        if (e.Component.Property("DTEND") is { Time: { } end } property && e.Start is { } start
            && end.ToUtc(CalendarZone.Utc) < start.ToUtc(CalendarZone.Utc))
            Report(property, MistakeKind.EndBeforeStart);
    }

    private void Report(ReadEvent e, MistakeKind kind, string name) =>
        _mistakes.Add(CalendarMistake.At(e.Line, 1, kind, name));

    private void Report(ReadProperty property, MistakeKind kind) => _mistakes.Add(CalendarMistake.At(
        property.Line, property.ValueColumn, kind, $"{property.Name} {property.Value}"));

    private static string Start(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 240)]);
}
