using NodaTime;

namespace AnnualCycle.People;

/// <summary>A person on a seat for some time.</summary>
/// <param name="Seat">Full id of the seat.</param>
/// <param name="Email">One address is one person in every group.</param>
/// <param name="Required">False for somebody who is invited without being waited for; null as the seat says.</param>
/// <param name="From">First day; null has always been.</param>
/// <param name="To">Last day; null until further notice.</param>
public sealed record Membership(
    string Seat, string Name, string Email, string? Organisation, bool? Required, LocalDate? From, LocalDate? To)
{
    /// <summary>Whether the person holds the seat on any day of the stretch.</summary>
    public bool IsIn(DateInterval days) => (From is null || From <= days.End) && (To is null || To >= days.Start);
}
