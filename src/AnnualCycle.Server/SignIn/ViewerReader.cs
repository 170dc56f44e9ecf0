using AnnualCycle.Publishing;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.SignIn;

/// <summary>Reads what a person may do, anew at each request: a role that is taken is gone at once.</summary>
public sealed class ViewerReader(Database database, YearsInForce years, TimeProvider time)
{
    private LocalDate Today => SwedishTime.DayOf(Instant.FromDateTimeOffset(time.GetUtcNow()));

    /// <summary>Null for an address that is on no seat and has no role.</summary>
    public async Task<Viewer?> OfAsync(string email, CancellationToken cancel)
    {
        await using var context = database.Open();
        var grants = await context.RoleGrants.AsNoTracking().Where(own => own.Email == email).ToListAsync(cancel);
        var seats = await SeatsAsync(context, email, cancel);
        return grants.Count == 0 && seats.Count == 0 ? null : new Viewer(email, NameOf(email, seats))
        {
            IsAdministrator = grants.Any(grant => grant.Role == Role.Administrator),
            Leads = Scopes(grants, Role.ProcessLeader),
            Convenes = Scopes(grants, Role.Convener),
            Groups = GroupsOf(seats),
        };
    }

    private async Task<IReadOnlyList<StoredMembership>> SeatsAsync(
        AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var today = Today;
        return await context.Memberships.AsNoTracking()
            .Where(row => row.Email == email && (row.To == null || row.To >= today))
            .OrderBy(row => row.Id).ToListAsync(cancel);
    }

    private static string NameOf(string email, IReadOnlyList<StoredMembership> seats) =>
        seats.Count > 0 ? seats[^1].Name : email;

    private static HashSet<string> Scopes(List<RoleGrant> grants, Role role) =>
        [.. grants.Where(grant => grant.Role == role).Select(grant => grant.Scope)];

    // A seat may be in several groups, those of other collaborations among them.
    private HashSet<string> GroupsOf(IReadOnlyList<StoredMembership> seats)
    {
        var held = seats.Select(row => row.Seat).ToHashSet();
        return [.. years.All.SelectMany(year => year.Plan.Groups)
            .Where(group => group.Seats.Any(held.Contains)).Select(group => group.Id)];
    }
}
