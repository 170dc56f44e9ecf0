using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>What is known of whom a mail says it is from.</summary>
internal static class Senders
{
    /// <summary>Whether they have or had a seat, or were asked to a meeting.</summary>
    /// <param name="email">In lower case; null when the mail does not say.</param>
    public static async Task<bool> AreKnownAsync(AnnualCycleContext context, string? email, CancellationToken cancel) =>
        email is not null && (await context.Memberships.AnyAsync(own => own.Email == email, cancel)
            || await context.Invitations.AnyAsync(own => own.Email == email, cancel));

    /// <summary>Id of the one collaboration in which they have a seat; empty for none or several.</summary>
    public static async Task<string> CollaborationOfAsync(
        AnnualCycleContext context, string? email, LocalDate today, CancellationToken cancel) =>
        await context.Memberships.Where(own => own.Email == email && (own.To == null || own.To >= today))
            .Select(own => own.Collaboration).Distinct().Take(2).ToListAsync(cancel) is [var only] ? only : "";
}
