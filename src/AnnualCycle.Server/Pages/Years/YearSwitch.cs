namespace AnnualCycle.Server.Pages.Years;

/// <summary>The years that a page can show, and the one it shows.</summary>
/// <param name="Path">Of the page, without the year.</param>
public sealed record YearSwitch(string Path, IReadOnlyList<int> Years, int Chosen);
