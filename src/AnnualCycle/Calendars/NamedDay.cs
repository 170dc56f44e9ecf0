using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>A day that has a name in Sweden: "långfredagen", "julafton", "klämdag".</summary>
public sealed record NamedDay(LocalDate Date, string Name);
