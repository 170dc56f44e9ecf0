using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>A role that somebody has been given: members need none, their seat is enough.</summary>
public sealed class RoleGrant
{
    /// <summary>In lower case; one address is one person.</summary>
    public required string Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>Id of the collaboration that is led or of the group that is convened; empty for an administrator.</summary>
    public required string Scope { get; init; }

    public required Instant Granted { get; init; }

    public required string GrantedBy { get; set; }
}
