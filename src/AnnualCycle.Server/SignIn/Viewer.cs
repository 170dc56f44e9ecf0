using AnnualCycle.Storage.Access;

namespace AnnualCycle.Server.SignIn;

/// <summary>Whoever is signed in, with what they may do at this moment.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="Name">As the list of people has it; the address for somebody who is on no seat.</param>
public sealed record Viewer(string Email, string Name)
{
    public bool IsAdministrator { get; init; }

    /// <summary>Ids of the collaborations whose process leader this is.</summary>
    public IReadOnlySet<string> Leads { get; init; } = new HashSet<string>();

    /// <summary>Ids of the groups that this person calls together.</summary>
    public IReadOnlySet<string> Convenes { get; init; } = new HashSet<string>();

    /// <summary>Ids of the groups in which this person has a seat.</summary>
    public IReadOnlySet<string> Groups { get; init; } = new HashSet<string>();

    /// <summary>Hash of the session that this was asked with.</summary>
    public string Session { get; init; } = "";

    /// <summary>Whether the role is this person's, in that collaboration or group; anywhere when neither is named.</summary>
    /// <param name="group">Full id; null for the collaboration as a whole.</param>
    public bool Is(Role role, string? collaboration, string? group) => IsAdministrator || role switch
    {
        Role.Public => true,
        Role.Member => collaboration is null || Leads.Contains(collaboration)
            || Convenes.Concat(Groups).Any(own => IsOf(own, collaboration, group)),
        Role.Convener => Is(Role.ProcessLeader, collaboration, null)
            || Convenes.Any(own => collaboration is null || IsOf(own, collaboration, group)),
        Role.ProcessLeader => collaboration is null ? Leads.Count > 0 : Leads.Contains(collaboration),
        _ => false,
    };

    /// <summary>Whether this person has anything to do with a collaboration, public or not.</summary>
    public bool MaySee(string collaboration) => Is(Role.Member, collaboration, null);

    private static bool IsOf(string own, string collaboration, string? group) =>
        group is null ? own.StartsWith(collaboration + "/", StringComparison.Ordinal) : own == group;
}

/// <summary>Finds who is signed in with a request.</summary>
public static class ViewerOfRequest
{
    /// <summary>Null when nobody is.</summary>
    public static Viewer? Viewer(this HttpContext context) => context.Features.Get<Viewer>();
}
