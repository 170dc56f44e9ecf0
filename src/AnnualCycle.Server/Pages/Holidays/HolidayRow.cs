using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Holidays;
using NodaTime;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>A storhelg as a page shows it.</summary>
/// <param name="Breaks">The school breaks around it; null without any.</param>
/// <param name="Compared">Beside other years; null for summer.</param>
public sealed record HolidayRow(HolidayFacts Facts, string? Breaks, string? Compared)
{
    /// <summary>By day, with the collaborations that keep it.</summary>
    public IReadOnlyList<(LocalDate Day, IReadOnlyList<string> Names)> Staffing { get; init; } = [];

    public IReadOnlyList<HolidayGathering> Gatherings { get; init; } = [];

    /// <summary>What names it on the page.</summary>
    public string Id => $"{HolidayNames.Id(Facts.Holiday)}-{Facts.Year}";

    public string Told => HolidayText.Told(Facts);

    /// <summary>"söndag 28 mars, SIMBA och SAMLA".</summary>
    public static string Text((LocalDate Day, IReadOnlyList<string> Names) staffing) => staffing.Names.Count == 0
        ? PageWords.Headed(SwedishDates.Long(staffing.Day))
        : $"{PageWords.Headed(SwedishDates.Long(staffing.Day))}, {PageWords.Listed(staffing.Names)}";

    /// <summary>"Avstämning före" where a group's ordinary meeting is one.</summary>
    public static string Text(HolidayPart part) => part == HolidayPart.Before ? "förbereder" : "ser tillbaka";
}
