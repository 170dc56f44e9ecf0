namespace AnnualCycle.Charters;

/// <summary>
/// A place in a group by role and organisation. A seat that several groups name couples them: whoever holds it cannot
/// be in two meetings at once, even before a name is known.
/// </summary>
/// <param name="Id">
/// <c>{collaboration}/{group}.{role}</c> for a seat that one group gives, <c>{collaboration}/{role}</c> for a seat of
/// the whole collaboration.
/// </param>
/// <param name="Name">The role in the charter's words.</param>
/// <param name="Count">How many persons hold it.</param>
/// <param name="Required">False for those who are invited but whose absence moves nothing.</param>
/// <param name="Substitute">True when the holder may send someone else.</param>
public sealed record Seat(string Id, string Name, int Count, bool Required, bool Substitute, int? Line);
