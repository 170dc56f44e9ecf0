using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Network;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>Knows who calls a group together on a day.</summary>
internal sealed class Conveners(AnnualCycleContext context, NetworkInput input)
{
    /// <summary>
    /// Those on the convener's seat and those who have the role; where there is nobody, the collaboration's process leaders.
    /// </summary>
    public async Task<IReadOnlyList<Mailbox>> OfAsync(Group group, LocalDate today, CancellationToken cancel)
    {
        var collaboration = group.Id.Split('/')[0];
        var seated = Seated(DutyOwners.ConvenerOf(group), today).ToList();
        var own = Named([.. seated, .. await GrantedAsync(Role.Convener, group.Id, cancel)]);
        return own.Count > 0 ? own : Named([
            .. await GrantedAsync(Role.ProcessLeader, collaboration, cancel),
            .. Seated(new DutyOwners(input.Collaborations).LeadersOf(collaboration), today),
        ]);
    }

    private IEnumerable<string> Seated(IReadOnlyList<string> seats, LocalDate today) => input.People
        .Where(member => seats.Contains(member.Seat) && !member.Substitute && member.IsIn(new DateInterval(today, today)))
        .Select(member => member.Email);

    private async Task<IReadOnlyList<string>> GrantedAsync(Role role, string scope, CancellationToken cancel) =>
        await context.RoleGrants.Where(grant => grant.Role == role && grant.Scope == scope)
            .Select(grant => grant.Email).ToListAsync(cancel);

    private IReadOnlyList<Mailbox> Named(IEnumerable<string> emails) =>
    [
        .. emails.Distinct().Order(StringComparer.Ordinal).Select(email =>
            new Mailbox(email, input.People.FirstOrDefault(member => member.Email == email)?.Name)),
    ];
}
