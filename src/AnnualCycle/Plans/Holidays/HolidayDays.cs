using System.Globalization;
using NodaTime;

namespace AnnualCycle.Plans.Holidays;

/// <summary>Days and numbers as they stand in a line about a storhelg.</summary>
internal static class HolidayDays
{
    private static readonly string[] Numbers =
    [
        "inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    ];

    /// <summary>"fyra", and "14" above twelve.</summary>
    public static string Number(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"fyra lediga dagar", "en ledig dag".</summary>
    public static string Free(int days) => days == 1 ? "en ledig dag" : $"{Number(days)} lediga dagar";

    public static string Working(int days) => days == 1 ? "en arbetsdag" : $"{Number(days)} arbetsdagar";

    /// <summary>"sön 28 mars".</summary>
    public static string Day(LocalDate date) => $"{SwedishDates.Weekday(date)[..3]} {SwedishDates.Day(date)}";

    /// <summary>"fre 26–mån 29 mars", "tor 24 december–ons 6 januari", "tor 6 maj".</summary>
    public static string Span(DateInterval days) => (days.Start, days.End) switch
    {
        var (start, end) when start == end => Day(start),
        var (start, end) when start.Month == end.Month => $"{SwedishDates.Weekday(start)[..3]} {start.Day}–{Day(end)}",
        var (start, end) => $"{Day(start)}–{Day(end)}",
    };

    /// <summary>"29 mars–2 april".</summary>
    public static string Dates(DateInterval days) => (days.Start, days.End) switch
    {
        var (start, end) when start == end => SwedishDates.Day(start),
        var (start, end) when start.Month == end.Month => $"{start.Day}–{SwedishDates.Day(end)}",
        var (start, end) => $"{SwedishDates.Day(start)}–{SwedishDates.Day(end)}",
    };
}
