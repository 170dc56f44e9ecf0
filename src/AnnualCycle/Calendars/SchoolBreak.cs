using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Days on which a municipality's schools are closed.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Certain">False when the municipality has not published the days and they follow the usual rule.</param>
public sealed record SchoolBreak(string Municipality, string Name, DateInterval Days, bool Certain)
{
    /// <summary>In the order of the year.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sportlov", "påsklov", "sommarlov", "höstlov", "jullov"];
}
