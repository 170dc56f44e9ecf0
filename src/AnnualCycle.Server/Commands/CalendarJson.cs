using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AnnualCycle.ICalendar;

namespace AnnualCycle.Server.Commands;

/// <summary>What is read of a calendar as JSON lines: each event, then each occurrence in order of start.</summary>
internal static class CalendarJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="first">The first day of interest, or null for the first in the file.</param>
    /// <param name="last">The last day, or null for a year after the last start in the file.</param>
    /// <param name="mistakes">Is told when a limit cut the occurrences short.</param>
    public static IEnumerable<string> Lines(
        ReadCalendar calendar, DateOnly? first, DateOnly? last, CalendarZone local,
            ICollection<CalendarMistake> mistakes)
    {
        var starts = calendar.Events.Select(e => e.Start?.ToUtc(local)).OfType<DateTime>().DefaultIfEmpty().ToList();
        var from = first is { } day ? local.ToUtc(day.ToDateTime(default)) : starts.Min();
        var to = last is { } end ? local.ToUtc(end.AddDays(1).ToDateTime(default)) : Year(Later(starts.Max(), from));
        return calendar.Events.Select(Line).Concat(calendar.Occurrences(from, to, local, mistakes).Select(Line));
    }

    private static string Line(ReadEvent e) => JsonSerializer.Serialize(
        new
        {
            Type = "event",
            e.Line,
            e.Uid,
            Summary = e.Summary.Value,
            Start = e.Start?.ToString(),
            End = e.EffectiveEnd?.ToString(),
            TimeZone = e.Start?.TzId,
            AllDay = e.Start?.Form == TimeForm.Date,
            Status = e.Status.ToString().ToLowerInvariant(),
            Busy = e.Transp == Transparency.Opaque && e.Status != EventStatus.Cancelled,
            Recurrence = e.Component.Property("RRULE")?.Value,
            RecurrenceId = e.RecurrenceId?.ToString(),
            Categories = e.Categories.Select(category => category.Value),
        },
        Options);

    private static string Line(Occurrence occurrence) => JsonSerializer.Serialize(
        new
        {
            Type = "occurrence",
            occurrence.Event.Line,
            occurrence.Event.Uid,
            Summary = occurrence.Event.Summary.Value,
            Start = occurrence.Start.ToString(),
            End = occurrence.End.ToString(),
            TimeZone = occurrence.Start.TzId,
            AllDay = occurrence.Start.Form == TimeForm.Date,
            occurrence.StartUtc,
            occurrence.EndUtc,
            RecurrenceId = occurrence.RecurrenceId?.ToString(),
        },
        Options);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Year(DateTime after) => after.Year < 9998 ? after.AddYears(1) : DateTime.MaxValue;
}
