using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>A meeting whose date was decided elsewhere, as political bodies' are.</summary>
/// <param name="Group">Full id of the group.</param>
public sealed record GivenDate(string Group, LocalDate Date, LocalTime Start, LocalTime End, string? Title);
