using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>Knows who calls a group together on a day.</summary>
internal sealed class Conveners(
    AnnualCycleContext context, IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people)
{
    /// <summary>
    /// Those on the convener's seat and those who have the role; where there is nobody, the collaboration's process leaders.
    /// </summary>
    public async Task<IReadOnlyList<Mailbox>> OfAsync(Group group, LocalDate today, CancellationToken cancel)
    {
        var seated = Seated(DutyOwners.ConvenerOf(group), today).ToList();
        var own = Named([.. seated, .. await GrantedAsync(Role.Convener, group.Id, cancel)]);
        return own.Count > 0 ? own : await LeadersOfAsync(group, today, cancel);
    }

    /// <summary>
    /// Whether somebody may say today whether the group needs to meet: who calls it together, or leads the process.
    /// </summary>
    public async Task<bool> MaySayAsync(Group group, string email, LocalDate today, CancellationToken cancel) =>
        (await OfAsync(group, today, cancel)).Concat(await LeadersOfAsync(group, today, cancel))
            .Any(own => own.Address == email);

    private async Task<IReadOnlyList<Mailbox>> LeadersOfAsync(Group group, LocalDate today, CancellationToken cancel)
    {
        var collaboration = group.Id.Split('/')[0];
        return Named([
            .. await GrantedAsync(Role.ProcessLeader, collaboration, cancel),
            .. Seated(new DutyOwners(collaborations).LeadersOf(collaboration), today),
        ]);
    }

    private IEnumerable<string> Seated(IReadOnlyList<string> seats, LocalDate today) => people
        .Where(member => seats.Contains(member.Seat) && !member.Substitute && member.IsIn(new DateInterval(today, today)))
        .Select(member => member.Email);

    private async Task<IReadOnlyList<string>> GrantedAsync(Role role, string scope, CancellationToken cancel) =>
        await context.RoleGrants.Where(grant => grant.Role == role && grant.Scope == scope)
            .Select(grant => grant.Email).ToListAsync(cancel);

    private IReadOnlyList<Mailbox> Named(IEnumerable<string> emails) =>
    [
        .. emails.Distinct().Order(StringComparer.Ordinal).Select(email =>
            new Mailbox(email, people.FirstOrDefault(member => member.Email == email)?.Name)),
    ];
}
