using NodaTime;
using Period = AnnualCycle.Phrases.Period;

namespace AnnualCycle.Plans.Check;

/// <summary>
/// What the stretches that a charter counts in are called: "hösten 2027", "kvartal 3 2027", "1–10 februari".
/// </summary>
internal static class PeriodNames
{
    public static string Of(Period? period, DateInterval days) => period switch
    {
        Period.Year or Period.SchoolYear => $"{days.Start.Year}",
        Period.HalfYear => $"{(days.Start.Month < 7 ? "våren" : "hösten")} {days.Start.Year}",
        Period.Term => $"{(days.Start.Month < 7 ? "vårterminen" : "höstterminen")} {days.Start.Year}",
        Period.Quarter => $"kvartal {(days.Start.Month + 2) / 3} {days.Start.Year}",
        Period.Tertial => $"tertial {(days.Start.Month + 3) / 4} {days.Start.Year}",
        Period.Month => $"{SwedishDates.Month(days.Start.Month)} {days.Start.Year}",
        _ => Days(days),
    };

    /// <summary>"1–10 februari", "21 januari–5 februari", "9 mars".</summary>
    public static string Days(DateInterval days) =>
        days.Length == 1 ? SwedishDates.Day(days.Start)
        : days.Start.Month == days.End.Month ? $"{days.Start.Day}–{SwedishDates.Day(days.End)}"
        : $"{SwedishDates.Day(days.Start)}–{SwedishDates.Day(days.End)}";
}
