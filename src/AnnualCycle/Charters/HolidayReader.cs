using System.Globalization;
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Phrases;
using AnnualCycle.Yaml;

namespace AnnualCycle.Charters;

/// <summary>Reads what a charter file says about storhelger: coordination, meetings that name them, staffing days.</summary>
internal static class HolidayReader
{
    private const int LongestRange = 120;

    private static readonly DayRange UsualBefore = new(14, 42), UsualAfter = new(7, 35);

    /// <summary>Half an hour: what such a check-in takes.</summary>
    private static readonly MeetingForm Short = MeetingForm.Default with { Minutes = 30 };

    public static HolidayCoordination? Coordination(CharterMap? map, string document)
    {
        map?.AllowOnly("when", "line", "page", "note", "holidays", "before", "after", "duration");
        if (map is null)
        {
            return null;
        }

        map.Required("when");
        var asNeeded = map.Stated("when", PhraseKind.Meetings).Any(rule => rule.AsNeeded);
        return new HolidayCoordination(map.Source(document), asNeeded,
            map.Has("holidays") ? Holidays(map, "holidays") : HolidayCoordination.Usual,
            map.Text("duration") is { } length ? MeetingFormReader.Minutes(map, length) : Short.Minutes)
        {
            Before = Range(map, "before", UsualBefore),
            After = Range(map, "after", UsualAfter),
        };
    }

    /// <summary><c>holidays: { before: [pask], after: [jul] }</c> of a meeting rule.</summary>
    public static MeetingHolidays Named(CharterMap? map)
    {
        map?.AllowOnly("before", "after");
        return map is null ? MeetingHolidays.None : new MeetingHolidays(Holidays(map, "before"), Holidays(map, "after"));
    }

    /// <summary><c>staffing: { day: 3, holidays: [pask], dates: [{ date: 2027-03-28, instead: 2027-03-27 }] }</c>.</summary>
    public static StaffingRule? Staffing(CharterMap? map)
    {
        map?.AllowOnly("day", "holidays", "dates");
        if (map is null)
        {
            return null;
        }

        var day = map.Yaml.Integer("day") ?? StaffingRule.Third;
        if (day is < 1 or > 10)
        {
            map.Mistake("day", $"{day} är ingen dag i en ledighet", "Skriv 3 för den tredje lediga dagen i rad");
        }

        return new StaffingRule(day)
        {
            Holidays = Holidays(map, "holidays"),
            Own = [.. map.Maps("dates").Select(Own).OfType<OwnStaffingDay>()],
        };
    }

    private static OwnStaffingDay? Own(CharterMap map)
    {
        map.AllowOnly("date", "instead");
        var isNone = map.Yaml.Require("instead") && map.Yaml["instead"] is { IsText: true } text && text.AsText() == "none";
        var (date, instead) = (map.Yaml.Require("date") ? map.Date("date") : null, isNone ? null : map.Date("instead"));
        return date is { } usual ? new OwnStaffingDay(usual, instead) : null;
    }

    private static IReadOnlyList<Holiday> Holidays(CharterMap map, string key) =>
        [.. map.Yaml.List(key).Select(Read).OfType<Holiday>().Distinct()];

    private static Holiday? Read(YamlValue item)
    {
        if (item.AsText() is not { } text)
        {
            return null;
        }

        if (HolidayNames.ById.TryGetValue(Slug.Of(text), out var holiday))
        {
            return holiday;
        }

        item.Mistake($"”{text}” är ingen storhelg", Suggestion.Advice(Slug.Of(text), HolidayNames.ById.Keys,
            $"Välj bland {string.Join(", ", HolidayNames.ById.Keys)}"));
        return null;
    }

    // "none" where the charter asks for the one and not the other.
    private static DayRange? Range(CharterMap map, string key, DayRange usual)
    {
        if (map.Text(key) is not { } text)
        {
            return usual;
        }

        if (text == "none")
        {
            return null;
        }

        if (text.Split("..").Select(Days).ToList() is [{ } min, { } max] && min <= max)
        {
            return new DayRange(min, max);
        }

        map.Mistake(key, $"”{text}” är inget avstånd i dagar", $"Skriv till exempel {usual.Min}..{usual.Max}, eller none");
        return usual;
    }

    private static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestRange
            ? days
            : null;
}
