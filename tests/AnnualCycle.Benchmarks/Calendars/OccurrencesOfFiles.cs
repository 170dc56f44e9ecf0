using System.Globalization;
using System.Text.Json;
using AnnualCycle.ICalendar;

namespace AnnualCycle.Benchmarks.Calendars;

/// <summary>Tells what is read of each file of a list, a JSON line each, for another program to compare.</summary>
internal static class OccurrencesOfFiles
{
    private static readonly DateTime From = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static int Run(string[] files)
    {
        foreach (var file in files)
            Console.WriteLine(JsonSerializer.Serialize(Of(file)));
        return 0;
    }

    private static object Of(string file)
    {
        var calendar = CalendarReader.Read(File.ReadAllBytes(file));
        List<CalendarMistake> cut = [];
        return new
        {
            file,
            events = calendar.Events.Select(e =>
                new[] { e.Uid, Written(e.RecurrenceId), Written(e.Start), Written(e.End), e.Summary.Value }).ToList(),
            occurrences = calendar.Occurrences(From, To, CalendarZone.Utc, cut)
                .Where(occurrence => occurrence.StartUtc >= From).Take(5000)
                .Select(o => new[] { o.Event.Uid, Written(o.Start), Written(o.End) }).ToList(),
            mistakes = calendar.Mistakes.Concat(cut).Select(mistake => mistake.ToString()).ToList(),
        };
    }

    /// <summary>A date, else the moment; floating times and unknown zones as they are.</summary>
    private static string Written(ReadTime? time) => time is null ? ""
        : time.Form is TimeForm.Date or TimeForm.Floating || time is { Form: TimeForm.Zoned, Zone: null }
            ? time.ToString()
        : time.ToUtc(CalendarZone.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
