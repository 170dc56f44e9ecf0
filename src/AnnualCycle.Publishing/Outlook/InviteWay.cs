using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Knows who has a choice between invites from Outlook and in the service's own mails.</summary>
public static class InviteWay
{
    /// <summary>Whether Outlook would reach somebody: where they have a seat now or later, or are asked to come.</summary>
    public static async Task<bool> IsOpenAsync(AnnualCycleContext context, OutlookSettings settings, string email,
        LocalDate today, CancellationToken cancel)
    {
        if (settings.Organisers.Count == 0)
        {
            return false;
        }

        var seats = await context.Memberships.Where(own => own.Email == email && (own.To == null || own.To >= today))
            .Select(own => own.Collaboration).Distinct().ToListAsync(cancel);
        var asked = await context.Invitations.Where(own => own.Email == email && own.Date >= today
            && own.State != InvitationState.Withdrawn).Select(own => own.Collaboration).Distinct().ToListAsync(cancel);
        return settings.Reaches(seats.Concat(asked), email);
    }
}
