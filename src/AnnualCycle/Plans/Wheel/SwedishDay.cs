using NodaTime;
using NodaTime.Calendars;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Days as Swedish writes them on a wall calendar.</summary>
internal static class SwedishDay
{
    /// <summary>Full month names, January first.</summary>
    public static readonly IReadOnlyList<string> Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ];

    private static readonly string[] Short =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] Weekdays = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];

    private static readonly string[] LongWeekdays =
        ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    /// <summary>"9 feb", held together by a no-break space.</summary>
    public static string Brief(LocalDate day) => $"{day.Day}\u00A0{Short[day.Month - 1]}";

    /// <summary>"tis 9 feb".</summary>
    public static string WithWeekday(LocalDate day) => $"{Weekdays[(int)day.DayOfWeek - 1]}\u00A0{Brief(day)}";

    /// <summary>"tis 9 feb, v. 6".</summary>
    public static string WithWeekAndWeekday(LocalDate day) =>
        $"{WithWeekday(day)}, v.\u00A0{WeekYearRules.Iso.GetWeekOfWeekYear(day)}";

    /// <summary>"9 februari".</summary>
    public static string Long(LocalDate day) => $"{day.Day} {Months[day.Month - 1]}";

    /// <summary>"tisdag 9 februari, vecka 6".</summary>
    public static string Full(LocalDate day) =>
        $"{LongWeekdays[(int)day.DayOfWeek - 1]} {Long(day)}, vecka {WeekYearRules.Iso.GetWeekOfWeekYear(day)}";

    /// <summary>"15–21 feb", "29 mar–2 apr", "24 dec".</summary>
    public static string Span(DateInterval days) => (days.Start, days.End) switch
    {
        var (start, end) when start == end => Brief(start),
        var (start, end) when start.Month == end.Month => $"{start.Day}–{Brief(end)}",
        var (start, end) => $"{Brief(start)}–{Brief(end)}",
    };
}
