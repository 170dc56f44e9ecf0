namespace AnnualCycle.Storage.Access;

/// <summary>What somebody may do here, the least first; each may do what those before may where both have a say.</summary>
public enum Role
{
    /// <summary>Anybody, signed in or not.</summary>
    Public,

    /// <summary>Sits on a seat of a group, now or from a day to come.</summary>
    Member,

    /// <summary>Calls one group to its meetings (sammankallande).</summary>
    Convener,

    /// <summary>Leads the work of one collaboration (processledare).</summary>
    ProcessLeader,

    /// <summary>Runs the service, and appoints the others.</summary>
    Administrator,
}
