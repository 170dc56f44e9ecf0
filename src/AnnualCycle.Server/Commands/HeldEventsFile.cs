using System.Text;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Check;
using NodaTime;

namespace AnnualCycle.Server.Commands;

/// <summary>The file of a calendar that people already keep: .ics or .csv.</summary>
internal static class HeldEventsFile
{
    private static readonly CalendarZone Stockholm = CalendarZone.Find(Plan.TimeZone)!;

    /// <summary>Null after a mistake that makes the file useless.</summary>
    /// <param name="year">Of a series, what falls within it is counted out.</param>
    /// <param name="mistakes">An empty list, for the mistakes of this file.</param>
    /// <param name="warnings">What could not be used of a file that is good enough otherwise.</param>
    public static IReadOnlyList<HeldEvent>? Read(
        string file, int year, List<Mistake> mistakes, List<Mistake> warnings)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension is not (".ics" or ".csv"))
        {
            mistakes.Add(new Mistake(
                file, 0, $"okänt filslag ”{extension}”", "Ange en kalender (.ics) eller en tabell (.csv)"));
            return null;
        }

        var content = Content(file, mistakes);
        var events = content is null ? []
            : extension == ".ics" ? OfCalendar(file, year, content, mistakes, warnings)
            : HeldEventsCsv.Read(file, Text(content), mistakes);
        return mistakes.Count > 0 ? null : events;
    }

    internal static byte[]? Content(string file, List<Mistake> mistakes)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(new Mistake(
                file, 0, "filen går inte att läsa",
                File.Exists(file) || Directory.Exists(file) ? null : "Den finns inte"));
            return null;
        }
    }

    // Spreadsheets on Windows still save tables in the old alphabet when nobody says otherwise.
    private static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    private static IReadOnlyList<HeldEvent> OfCalendar(
        string file, int year, byte[] content, List<Mistake> mistakes, List<Mistake> warnings)
    {
        var calendar = CalendarReader.Read(content);
        foreach (var mistake in calendar.Mistakes)
        {
            var list = mistake.Kind == MistakeKind.NotACalendar ? mistakes : warnings;
            list.Add(new Mistake(file, mistake.Line, mistake.Text));
        }

        var cut = new List<CalendarMistake>();
        var single = calendar.Events.Where(entry => entry is { Start: not null, IsRecurring: false, RecurrenceId: null })
            .Select(entry => Of(entry, entry.Start!, entry.EffectiveEnd));
        IReadOnlyList<HeldEvent> events = [.. single.Concat(InYear(calendar, year, cut))];
        warnings.AddRange(cut.Select(mistake => new Mistake(file, mistake.Line, mistake.Text)));
        return events;
    }

    private static IEnumerable<HeldEvent> InYear(ReadCalendar calendar, int year, List<CalendarMistake> cut) => calendar
        .Occurrences(NewYear(year), NewYear(year + 1), Stockholm, cut)
        .Where(occurrence => occurrence.RecurrenceId is not null)
        .Select(occurrence => Of(occurrence.Event, occurrence.Start, occurrence.End));

    private static DateTime NewYear(int year) => Stockholm.ToUtc(new DateTime(year, 1, 1));

    private static HeldEvent Of(ReadEvent entry, ReadTime start, ReadTime? last)
    {
        var (isAllDay, title) = (start.Form == TimeForm.Date, entry.Summary.Value);
        var begin = Local(start);
        var end = last is not null && !isAllDay ? Local(last) : begin;
        return new HeldEvent(begin.Date, title, entry.Line)
        {
            Start = isAllDay ? null : begin.TimeOfDay,
            End = isAllDay || end <= begin ? null : end.Date > begin.Date ? LocalTime.MaxValue : end.TimeOfDay,
            Categories = [.. entry.Categories.Select(category => category.Value)],
            IsCancelled = entry.Status == EventStatus.Cancelled || HeldEvent.IsCalledOff(title),
            IsDeadline = isAllDay && entry.Transp == Transparency.Transparent,
        };
    }

    private static LocalDateTime Local(ReadTime time) => LocalDateTime.FromDateTime(
        time.Form is TimeForm.Date or TimeForm.Floating ? time.Value : Stockholm.ToLocal(time.ToUtc(Stockholm)));
}
