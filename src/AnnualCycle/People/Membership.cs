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
    public string? Municipality { get; init; }

    /// <summary>True for who comes when the holder cannot: gets the group's calendar, is never waited for.</summary>
    public bool Substitute { get; init; }

    /// <summary>Id of the collaboration: the first part of the seat's id.</summary>
    public string Collaboration => Seat.Split('/')[0];

    /// <summary>What tells one membership from another: the same person may come back to a seat on another day.</summary>
    public (string Seat, string Email, LocalDate? From) Key => (Seat, Email, From);

    /// <summary>Whether the person holds the seat on any day of the stretch.</summary>
    public bool IsIn(DateInterval days) => (From is null || From <= days.End) && !IsOver(days.Start);

    /// <summary>Whether the last day was before this one.</summary>
    public bool IsOver(LocalDate today) => To < today;
}
