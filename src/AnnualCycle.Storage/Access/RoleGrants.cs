using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>What came of giving or taking a role.</summary>
public enum GrantOutcome
{
    Done,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>The service would be left without an administrator.</summary>
    LastAdministrator,
}

/// <summary>Gives and takes roles, each time with a line in the audit log.</summary>
/// <param name="who">Who does it, for the log.</param>
/// <param name="at">Written as the time: never before an earlier line.</param>
public sealed class RoleGrants(AnnualCycleContext context, string who, Instant at)
{
    public static Task<bool> HasAdministratorAsync(AnnualCycleContext context, CancellationToken cancel) =>
        context.RoleGrants.AnyAsync(grant => grant.Role == Role.Administrator, cancel);

    /// <summary>Whether the service would be left without an administrator if this one went.</summary>
    public static async Task<bool> IsLastAdministratorAsync(
        AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var all = await context.RoleGrants.AsNoTracking().Where(grant => grant.Role == Role.Administrator)
            .Select(grant => grant.Email).ToListAsync(cancel);
        return all is [var only] && only == email;
    }

    /// <param name="scope">Id of the collaboration or group; empty for an administrator.</param>
    public async Task<GrantOutcome> GiveAsync(string email, Role role, string scope, CancellationToken cancel)
    {
        email = email.ToLowerInvariant();
        if (await FindAsync(email, role, scope, cancel) is not null)
        {
            return GrantOutcome.Unchanged;
        }

        context.RoleGrants.Add(new RoleGrant
        {
            Email = email, Role = role, Scope = scope, Granted = at, GrantedBy = who,
        });
        Log("grant", email, scope, $"{email} är nu {RoleWords.Of(role, scope)}");
        return GrantOutcome.Done;
    }

    public async Task<GrantOutcome> TakeAsync(string email, Role role, string scope, CancellationToken cancel)
    {
        email = email.ToLowerInvariant();
        if (await FindAsync(email, role, scope, cancel) is not { } grant)
        {
            return GrantOutcome.Unchanged;
        }

        if (role == Role.Administrator && await IsLastAdministratorAsync(context, email, cancel))
        {
            return GrantOutcome.LastAdministrator;
        }

        context.RoleGrants.Remove(grant);
        Log("revoke", email, scope, $"{email} är inte längre {RoleWords.Of(role, scope)}");
        return GrantOutcome.Done;
    }

    private Task<RoleGrant?> FindAsync(string email, Role role, string scope, CancellationToken cancel) =>
        context.RoleGrants.SingleOrDefaultAsync(
            own => own.Email == email && own.Role == role && own.Scope == scope, cancel);

    private void Log(string action, string email, string scope, string text) => context.Audit.Add(new AuditEntry
    {
        At = at, Who = who, Action = action, Collaboration = scope.Split('/')[0], Subject = email, Text = text,
    });
}

/// <summary>What roles are called.</summary>
public static class RoleWords
{
    /// <summary>"processledare", "sammankallande": as typed at the terminal and shown on pages.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Administrator => "administratör",
        Role.ProcessLeader => "processledare",
        Role.Convener => "sammankallande",
        Role.Member => "ledamot",
        _ => "alla",
    };

    /// <summary>"processledare för simba".</summary>
    public static string Of(Role role, string scope) => scope.Length == 0 ? Of(role) : $"{Of(role)} för {scope}";
}
