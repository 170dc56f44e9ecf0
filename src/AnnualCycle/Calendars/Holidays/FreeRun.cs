using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>Days off in a row with a working day before and after.</summary>
/// <param name="Names">The red days and free eves among them, in order; empty for a plain weekend.</param>
public sealed record FreeRun(DateInterval Days, IReadOnlyList<NamedDay> Names)
{
    public int Length => Days.Length;

    /// <summary>A Saturday and a Sunday as any other.</summary>
    public bool IsPlain => Names.Count == 0;
}
