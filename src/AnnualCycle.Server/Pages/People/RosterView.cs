using NodaTime;

namespace AnnualCycle.Server.Pages.People;

/// <summary>A group's people as one reader may see them.</summary>
/// <param name="ShowsAddresses">For those who call the group together, not for its members.</param>
/// <param name="KeyOf">What a person's page is found by, given their address; null where there is none to go to.</param>
public sealed record RosterView(GroupRoster Roster, LocalDate Today, bool ShowsAddresses, Func<string, string>? KeyOf);
