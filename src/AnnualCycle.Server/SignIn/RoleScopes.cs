using AnnualCycle.Charters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Network;

namespace AnnualCycle.Server.SignIn;

/// <summary>A role that somebody is to have or to have no longer.</summary>
/// <param name="Scope">Id of the collaboration or group; empty for an administrator.</param>
internal sealed record RoleWish(string Email, Role Role, string Scope);

/// <summary>Where roles can be held: in every collaboration and group that a charter in force names.</summary>
internal sealed class RoleScopes(IReadOnlyList<Collaboration> collaborations)
{
    private static readonly Role[] Given = [Role.Administrator, Role.ProcessLeader, Role.Convener];

    public IReadOnlyList<Collaboration> Collaborations => collaborations;

    public static async Task<RoleScopes> ReadAsync(AnnualCycleContext context, CancellationToken cancel) =>
        new(await NetworkInput.CharteredAsync(context, [], cancel));

    /// <summary>What somebody typed, or why it cannot be.</summary>
    /// <param name="role">In Swedish, as <see cref="RoleWords"/> has it.</param>
    public (RoleWish? Wish, string? Refusal) Read(string email, string role, string scope)
    {
        var address = email.Trim().ToLowerInvariant();
        var names = Given.Select(RoleWords.Of).ToList();
        var found = names.IndexOf(role.Trim().ToLowerInvariant());
        if (new Mailbox(address).Wire is null)
        {
            return (null, $"”{email}” är ingen e-postadress.");
        }

        if (found < 0)
        {
            return (null, $"Rollen ”{role}” finns inte. "
                + Suggestion.Advice(role, names, $"Välj {string.Join(", ", names)}."));
        }

        var wish = new RoleWish(address, Given[found], scope.Trim());
        return Refusal(wish) is { } refusal ? (null, refusal) : (wish, null);
    }

    private string? Refusal(RoleWish wish) => wish.Role switch
    {
        Role.Administrator => wish.Scope.Length == 0 ? null : "En administratör har hela tjänsten: skriv ingen samverkan.",
        Role.ProcessLeader => Unless(collaborations.Select(own => own.Id), wish.Scope, "Samverkan"),
        _ => Unless(collaborations.SelectMany(own => own.Groups).Select(group => group.Id), wish.Scope, "Gruppen"),
    };

    private static string? Unless(IEnumerable<string> ids, string scope, string kind)
    {
        var known = ids.ToList();
        return known.Contains(scope) ? null
            : scope.Length == 0 ? $"Skriv också vilken {kind.ToLowerInvariant().Replace("gruppen", "grupp", StringComparison.Ordinal)} rollen gäller."
            : $"{kind} ”{scope}” finns inte. {Suggestion.Advice(scope, known, "Skriv dess id, som i adressen till sidan.")}";
    }
}
