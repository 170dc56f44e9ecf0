namespace AnnualCycle.Calendars;

/// <summary>What sweden.yaml says for the whole country: terms, closed periods and what a bad day costs.</summary>
/// <param name="SpringTerm">About 8 January to 10 June.</param>
/// <param name="AutumnTerm">About 18 August to 20 December.</param>
/// <param name="Closed">Periods in which nobody meets.</param>
public sealed record NationalCalendar(
    YearlySpan SpringTerm,
    YearlySpan AutumnTerm,
    IReadOnlyList<ClosedPeriod> Closed,
    DayCosts Costs);

/// <summary>A period in which nobody meets.</summary>
/// <param name="Name">As the user sees it: "semesterveckor".</param>
/// <param name="PreparatoryCost">Points for a preparatory meeting held all the same; null when it may not be.</param>
public sealed record ClosedPeriod(string Name, YearlySpan Span, int? PreparatoryCost);

/// <summary>What an open day costs that people would rather avoid, in points of <see cref="Drawback.Cost"/>.</summary>
/// <param name="SchoolBreaks">By the break's name; a break that is not there costs nothing.</param>
/// <param name="Summer">The weeks beside the closed weeks of summer.</param>
public sealed record DayCosts(
    int BridgeDay,
    int ShortDay,
    IReadOnlyDictionary<string, int> SchoolBreaks,
    IReadOnlyList<CostlyWeeks> Summer);

/// <summary>Weeks that cost the same.</summary>
public sealed record CostlyWeeks(YearlySpan Span, int Cost);
