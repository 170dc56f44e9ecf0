using AnnualCycle.Charters;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Server.Pages;

/// <summary>What pages call things, and how they write days, times and numbers.</summary>
public static class PageWords
{
    public static string Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Adopted => "Fastställt",
        MeetingStatus.Cancelled => "Inställt",
        _ => "Förslag",
    };

    /// <summary>The status as a style sheet knows it.</summary>
    public static string ClassOf(MeetingStatus status) => status switch
    {
        MeetingStatus.Adopted => "adopted",
        MeetingStatus.Cancelled => "cancelled",
        _ => "proposed",
    };

    public static string SignOf(RuleStatus status) => status switch
    {
        RuleStatus.Fulfilled => "✓",
        RuleStatus.Short => "–",
        RuleStatus.Over => "+",
        _ => "?",
    };

    public static string ClassOf(RuleStatus status) => status switch
    {
        RuleStatus.Fulfilled => "fulfilled",
        RuleStatus.Short => "short",
        RuleStatus.Over => "over",
        _ => "open",
    };

    /// <summary>The sign in the sprite that the wheel gives such a meeting.</summary>
    public static string ShapeOf(MeetingKind kind) => kind switch
    {
        MeetingKind.Joint => "joint",
        MeetingKind.Preparatory => "preparatory",
        MeetingKind.Given => "given",
        _ => "meeting",
    };

    /// <summary>
    /// "6 planerade av minst 6", "0 av minst 2 har en bestämd dag"; null where there is nothing to count.
    /// </summary>
    /// <param name="assumed">How many of them nobody planned: they were before the planning began.</param>
    public static string? Count(RuleOutcome rule, int assumed) => (rule.Kind, Demanded(rule)) switch
    {
        (RuleKind.Chair, _) or (RuleKind.Task, null) => null,
        (_, null) => rule.Planned == 0 ? null : Planned(rule, assumed),
        (RuleKind.Report or RuleKind.Task, { } demanded) => $"{rule.Planned} av {demanded} har en bestämd dag",
        (RuleKind.Preparation, { } demanded) => $"{rule.Planned} av {demanded} är förberedda",
        (_, { } demanded) when assumed > 0 => $"{Planned(rule, assumed)}, av {demanded}",
        (_, { } demanded) => $"{rule.Planned} planerade av {demanded}",
    };

    /// <summary>"Uppfylld"; what rests on meetings that nobody has seen says so.</summary>
    public static string Verdict(RuleOutcome rule, int assumed) => Rests(rule, assumed)
        ? "Uppfylld, om det som skulle ha varit blev av" : Headed(Words.Of(rule.Status));

    /// <summary>True when a sentence is kept only if meetings were held that nobody has seen.</summary>
    public static bool Rests(RuleOutcome rule, int assumed) => assumed > 0 && rule.Status == RuleStatus.Fulfilled;

    private static string Planned(RuleOutcome rule, int assumed) => assumed == 0
        ? $"{rule.Planned} planerade"
        : $"{rule.Planned - assumed} planerade, {assumed} antas {(assumed == 1 ? "hållet" : "hållna")}";

    private static string? Demanded(RuleOutcome rule) => (rule.Min, rule.Max) switch
    {
        (null or 0, null) => null,
        (null or 0, { } max) => $"högst {max}",
        ({ } min, _) when rule.Kind == RuleKind.Preparation => $"{min}",
        ({ } min, null) => $"minst {min}",
        ({ } min, { } max) when min == max => $"{min}",
        ({ } min, { } max) => $"{min}–{max}",
    };

    /// <summary>"1 januari 2022 till 31 december 2025, uppsägning senast 12 månader före".</summary>
    public static string Term(Agreement agreement) => string.Join(", ", new[]
    {
        $"{Day(agreement.FirstTerm.Start)} till {Day(agreement.FirstTerm.End)}",
        agreement.NoticeMonths is { } months
            ? $"uppsägning senast {SwedishDates.Count(months, "månad", "månader")} före" : null,
        agreement.RenewalYears is { } years ? $"förlängs {years} år i taget" : null,
    }.OfType<string>());

    /// <summary>"09:00–10:30".</summary>
    public static string Clock(PlannedMeeting meeting) =>
        $"{SwedishDates.Clock(meeting.Start)}–{SwedishDates.Clock(meeting.End)}";

    /// <summary>"tisdag 9 februari 2027".</summary>
    public static string LongDay(LocalDate day) => $"{SwedishDates.Long(day)} {day.Year}";

    /// <summary>"9 februari 2027".</summary>
    public static string Day(LocalDate day) => $"{SwedishDates.Day(day)} {day.Year}";

    /// <summary>"i dag", "i morgon", "om 12 dagar".</summary>
    public static string Distance(LocalDate today, LocalDate day) => Period.DaysBetween(today, day) switch
    {
        0 => "i dag",
        1 => "i morgon",
        var days => $"om {days} dagar",
    };

    /// <summary>"Kungälv, Stenungsund och Ale".</summary>
    public static string Listed(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} och {items[^1]}";

    /// <summary>With a capital first, as a sentence or a heading begins.</summary>
    public static string Headed(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>With one full stop at the end.</summary>
    public static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '?' or '!' or '”'
        ? Headed(text)
        : Headed(text) + ".";
}
