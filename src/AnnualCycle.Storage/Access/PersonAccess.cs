using AnnualCycle.People;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Access;

/// <summary>What the service has of how somebody comes in and what they chose.</summary>
/// <param name="Choice">Null for somebody who has chosen nothing.</param>
public sealed record PersonAccess(
    IReadOnlyList<RoleGrant> Roles, IReadOnlyList<StoredSession> Sessions, PersonChoice? Choice)
{
    public bool IsEmpty => Roles.Count == 0 && Sessions.Count == 0 && Choice is null;

    /// <param name="email">In lower case.</param>
    public static async Task<PersonAccess> ReadAsync(
        AnnualCycleContext context, string email, CancellationToken cancel) => new(
        await context.RoleGrants.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.Role).ThenBy(own => own.Scope).ToListAsync(cancel),
        await context.Sessions.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.Created).ToListAsync(cancel),
        await context.PersonChoices.AsNoTracking().SingleOrDefaultAsync(own => own.Email == email, cancel));

    /// <summary>Takes roles from a person, and the person out of whose roles they gave.</summary>
    public static async Task<int> ForgetRolesAsync(
        AnnualCycleContext context, MentionedPerson person, string instead, CancellationToken cancel)
    {
        var given = (await context.RoleGrants.Where(own => own.Email != person.Email).ToListAsync(cancel))
            .Where(own => person.IsIn(own.GrantedBy)).ToList();
        foreach (var grant in given)
        {
            grant.GrantedBy = person.Out(grant.GrantedBy, instead);
        }

        return given.Count
            + await context.RoleGrants.Where(own => own.Email == person.Email).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Signs a person out everywhere, and lets no link that was sent work any more.</summary>
    public static async Task<int> ForgetSessionsAsync(
        AnnualCycleContext context, string email, CancellationToken cancel) =>
        await context.Sessions.Where(own => own.Email == email).ExecuteDeleteAsync(cancel)
        + await context.OneTimeLinks.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
}
