using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>What speaks against a day without forbidding it.</summary>
/// <param name="Term">
/// Stable key for programs: <c>bridgeDay</c>, <c>shortDay</c>, <c>schoolBreak</c>, <c>summer</c>, and
/// <c>closedPeriod</c> where a preparatory meeting may be held in a period that is closed to others.
/// </param>
/// <param name="Cost">Points; 1 point is one open day off the ideal gap between two meetings, squared.</param>
/// <param name="Text">For the user, in Swedish: "sportlov i Ale", "klämdag".</param>
/// <param name="Certain">False when it rests on something not yet published.</param>
public sealed record Drawback(string Term, int Cost, string Text, bool Certain = true);

/// <summary>One day as those who plan meetings see it.</summary>
/// <param name="Closed">Why nothing is planned ("annandag påsk", "semesterveckor"); null on an open day.</param>
/// <param name="Drawbacks">Empty on a closed day.</param>
public sealed record DayFacts(LocalDate Date, string? Closed, IReadOnlyList<Drawback> Drawbacks)
{
    public bool IsOpen => Closed is null;

    /// <summary>Sum of the drawbacks' points.</summary>
    public int Cost => Drawbacks.Sum(drawback => drawback.Cost);
}
