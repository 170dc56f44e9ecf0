using AnnualCycle.Calendars;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>Dates and times as Swedish readers write them, the same on every machine.</summary>
public static class SwedishDates
{
    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli",
        "augusti", "september", "oktober", "november", "december",
    ];

    private static readonly string[] Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    public static string Weekday(LocalDate date) => Weekday(date.DayOfWeek);

    public static string Weekday(IsoDayOfWeek day) => Weekdays[(int)day - 1];

    public static string Month(int month) => Months[month - 1];

    /// <summary>"9 februari".</summary>
    public static string Day(LocalDate date) => $"{date.Day} {Months[date.Month - 1]}";

    /// <summary>"tisdag 9 februari".</summary>
    public static string Long(LocalDate date) => $"{Weekday(date)} {Day(date)}";

    /// <summary>"tis 9 feb".</summary>
    public static string Short(LocalDate date) => $"{Weekday(date)[..3]} {date.Day} {Months[date.Month - 1][..3]}";

    /// <summary>"2027-02-09".</summary>
    public static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    /// <summary>"09:00".</summary>
    public static string Clock(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    /// <summary>ISO 8601 week number.</summary>
    public static int Week(LocalDate date) => IsoWeek.Of(date).Number;

    /// <summary>"1 möte", "4 möten".</summary>
    public static string Count(int number, string one, string several) => $"{number} {(number == 1 ? one : several)}";
}
