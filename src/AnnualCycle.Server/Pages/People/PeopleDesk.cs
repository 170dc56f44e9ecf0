using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Publishing;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Reads people and seats for the pages that show them.</summary>
public sealed class PeopleDesk(Database database, YearsInForce years, TimeProvider time)
{
    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public LocalDate Today => SwedishTime.DayOf(Now);

    /// <summary>As their charters in force say; empty until something has been published.</summary>
    public IReadOnlyList<Collaboration> Collaborations => years.All.LastOrDefault()?.Input.Collaborations ?? [];

    /// <summary>Null when there is no such collaboration.</summary>
    public Collaboration? Find(string collaboration) => Collaborations.FirstOrDefault(own => own.Id == collaboration);

    /// <summary>The collaborations whose people somebody looks after.</summary>
    public IReadOnlyList<Collaboration> LedBy(Viewer viewer) =>
        [.. Collaborations.Where(own => viewer.Is(Role.ProcessLeader, own.Id, null))];

    /// <summary>Everybody on a seat now or later, in the order they came in.</summary>
    public async Task<IReadOnlyList<Membership>> PeopleAsync(CancellationToken cancel)
    {
        var today = Today;
        await using var context = database.Open();
        var rows = await context.Memberships.AsNoTracking().Where(row => row.To == null || row.To >= today)
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(row => row.Membership)];
    }

    /// <summary>
    /// Those of some memberships that somebody may count: a closed collaboration's meetings say nothing to who is not in
    /// it, not even how many there are.
    /// </summary>
    public IReadOnlyList<Membership> CountedBy(Viewer viewer, IEnumerable<Membership> people)
    {
        var seen = Collaborations.Where(own => own.Public || viewer.MaySee(own.Id)).Select(own => own.Id).ToHashSet();
        return [.. people.Where(person => seen.Contains(person.Collaboration))];
    }

    /// <summary>Who sits in each of some groups.</summary>
    public async Task<IReadOnlyList<GroupRoster>> RostersAsync(
        Collaboration collaboration, Func<Group, bool> wanted, CancellationToken cancel)
    {
        var people = (await PeopleAsync(cancel)).ToLookup(person => person.Seat);
        return [.. collaboration.Groups.Where(wanted).Where(group => group.Seats.Count > 0)
            .Select(group => GroupRoster.Of(collaboration, group, people, Today))];
    }

    /// <summary>An address that fits, of somebody who is or was on a seat or has a role; null when none does.</summary>
    public async Task<string?> EmailAsync(Func<string, bool> isIt, CancellationToken cancel)
    {
        await using var context = database.Open();
        var known = await context.Memberships.Select(row => row.Email)
            .Union(context.RoleGrants.Select(grant => grant.Email)).ToListAsync(cancel);
        return known.FirstOrDefault(isIt);
    }
}
