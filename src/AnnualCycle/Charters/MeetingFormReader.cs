using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Charters;

/// <summary>
/// Reads how a group meets: <c>meeting: { duration: 60 min, starts: ["09:00"], weekdays: tisdag–torsdag }</c>.
/// </summary>
internal static class MeetingFormReader
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        ["måndag"] = IsoDayOfWeek.Monday,
        ["tisdag"] = IsoDayOfWeek.Tuesday,
        ["onsdag"] = IsoDayOfWeek.Wednesday,
        ["torsdag"] = IsoDayOfWeek.Thursday,
        ["fredag"] = IsoDayOfWeek.Friday,
    };

    public static MeetingForm Read(CharterMap? map, MeetingForm otherwise)
    {
        if (map is null)
        {
            return otherwise;
        }

        map.AllowOnly("duration", "starts", "weekdays", "usual", "place", "room", "video");
        var usual = map.Map("usual");
        usual?.AllowOnly("weekday", "start");
        var usualStart = usual?.Text("start") is { } start ? Time(usual, "start", start) : null;
        var starts = map.Texts("starts").Select(text => Time(map, "starts", text)).OfType<LocalTime>();
        return otherwise with
        {
            Minutes = map.Text("duration") is { } duration ? Minutes(map, duration) : otherwise.Minutes,
            Starts = Starts([.. starts], usualStart, otherwise),
            Weekdays = map.Text("weekdays") is { } days ? Days(map, days) : otherwise.Weekdays,
            UsualWeekday = usual?.Text("weekday") is { } day ? Weekday(usual, "weekday", day) : otherwise.UsualWeekday,
            UsualStart = usualStart ?? otherwise.UsualStart,
            Place = map.Text("place") ?? otherwise.Place,
            Room = map.Text("room") ?? otherwise.Room,
            Video = map.Text("video") is { } video ? Video(map, video) : otherwise.Video,
        };
    }

    private static string? Video(CharterMap map, string text)
    {
        if (MeetingForm.IsVideo(text))
        {
            return text;
        }

        map.Mistake("video", $"”{text}” är ingen länk till ett videomöte", "Skriv hela adressen, https://…");
        return null;
    }

    // A usual start that is not among the starts is one of them all the same.
    private static IReadOnlyList<LocalTime> Starts(List<LocalTime> starts, LocalTime? usual, MeetingForm otherwise)
    {
        IReadOnlyList<LocalTime> listed = starts.Count > 0 ? starts : otherwise.Starts;
        return usual is { } start && !listed.Contains(start) ? [start, .. listed] : listed;
    }

    private static LocalTime? Time(CharterMap map, string key, string text)
    {
        if (Clock.Parse(text) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        map.Mistake(key, $"”{text}” är inget klockslag", "Skriv till exempel \"09:00\"");
        return null;
    }

    public static int Minutes(CharterMap map, string text)
    {
        var match = Length.Match(text);
        var number = match.Success
            ? decimal.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;
        var minutes = match.Groups[2].Value.StartsWith('m') ? number : number * 60;
        if (minutes is < 10 or > 600 || minutes != decimal.Truncate(minutes))
        {
            map.Mistake("duration", $"”{text}” är ingen möteslängd", "Skriv till exempel ”60 min” eller ”1,5 timmar”");
            return MeetingForm.Default.Minutes;
        }

        return (int)minutes;
    }

    private static IReadOnlyList<IsoDayOfWeek> Days(CharterMap map, string text)
    {
        var ends = text.Split(['–', '-'], StringSplitOptions.TrimEntries);
        if (ends.Length == 2 && Weekday(map, "weekdays", ends[0]) is { } first
            && Weekday(map, "weekdays", ends[1]) is { } last)
        {
            return [.. Weekdays.Values.Where(day => day >= first && day <= last)];
        }

        var listed = text.Split([",", " och "], StringSplitOptions.TrimEntries);
        return ends.Length == 2 ? [] : [.. listed.Select(day => Weekday(map, "weekdays", day)).OfType<IsoDayOfWeek>()];
    }

    private static IsoDayOfWeek? Weekday(CharterMap map, string key, string text)
    {
        var name = text.EndsWith("ar", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        if (Weekdays.TryGetValue(name, out var day))
        {
            return day;
        }

        map.Mistake(key, $"”{text}” är ingen arbetsdag",
            Suggestion.Advice(name, Weekdays.Keys, "Skriv måndag till fredag"));
        return null;
    }

    private static readonly Regex Length = new(
        @"^\s*(\d+(?:[.,]\d+)?)\s*(minuter|minut|min|timmar|timme|tim|h)\s*$", RegexOptions.CultureInvariant);
}
