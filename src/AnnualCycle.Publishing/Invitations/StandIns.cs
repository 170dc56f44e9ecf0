using AnnualCycle.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Invitations;

/// <summary>Names who comes to one meeting in another's place.</summary>
public static class StandIns
{
    /// <summary>Somebody for a seat at a meeting; whoever was named before is not any longer.</summary>
    public static async Task NameAsync(AnnualCycleContext context, StandIn standIn, CancellationToken cancel)
    {
        await TakeBackAsync(context, standIn.Uid, standIn.Seat, standIn.For, cancel);
        context.StandIns.Add(standIn);
        await context.SaveChangesAsync(cancel);
    }

    /// <returns>How many were named.</returns>
    public static Task<int> TakeBackAsync(
        AnnualCycleContext context, string uid, string seat, string holder, CancellationToken cancel) =>
        context.StandIns.Where(own => own.Uid == uid && own.Seat == seat && own.For == holder).ExecuteDeleteAsync(cancel);

    /// <summary>Takes a person out of who stands in for whom, and who said so.</summary>
    public static async Task<int> ForgetAsync(
        AnnualCycleContext context, MentionedPerson person, string instead, CancellationToken cancel) =>
        await context.StandIns.Where(own => own.Email == person.Email || own.For == person.Email)
            .ExecuteDeleteAsync(cancel)
        + await context.StandIns.Where(own => own.NamedBy == person.Email)
            .ExecuteUpdateAsync(row => row.SetProperty(own => own.NamedBy, instead), cancel);
}
