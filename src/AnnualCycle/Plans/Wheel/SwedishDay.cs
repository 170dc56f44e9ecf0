using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Days as they stand on a wall calendar, with spaces that do not break.</summary>
internal static class SwedishDay
{
    /// <summary>"9 feb", held together by a no-break space.</summary>
    public static string Brief(LocalDate day) => $"{day.Day}\u00A0{SwedishDates.Month(day.Month)[..3]}";

    /// <summary>"tis 9 feb".</summary>
    public static string WithWeekday(LocalDate day) => $"{SwedishDates.Weekday(day)[..3]}\u00A0{Brief(day)}";

    /// <summary>"tis 9 feb, v. 6".</summary>
    public static string WithWeekAndWeekday(LocalDate day) =>
        $"{WithWeekday(day)}, v.\u00A0{SwedishDates.Week(day)}";

    /// <summary>"tisdag 9 februari, vecka 6".</summary>
    public static string Full(LocalDate day) =>
        $"{SwedishDates.Long(day)}, vecka {SwedishDates.Week(day)}";

    /// <summary>"15–21 feb", "29 mar–2 apr", "24 dec".</summary>
    public static string Span(DateInterval days) => (days.Start, days.End) switch
    {
        var (start, end) when start == end => Brief(start),
        var (start, end) when start.Month == end.Month => $"{start.Day}–{Brief(end)}",
        var (start, end) => $"{Brief(start)}–{Brief(end)}",
    };
}
