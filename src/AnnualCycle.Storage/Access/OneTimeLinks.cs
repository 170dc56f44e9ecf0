using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>Gives out links that work once, and takes them back when they are used.</summary>
public sealed class OneTimeLinks(Database database)
{
    /// <summary>How long each kind works.</summary>
    public static readonly Duration FirstAdministratorLife = Duration.FromMinutes(30), SignInLife = Duration.FromMinutes(15);

    /// <summary>Links that one person can have at a time: whoever plays with somebody's address fills no mailbox.</summary>
    public const int MostAtOnce = 3;

    /// <returns>The link's secret; null when there is an administrator already.</returns>
    public Task<string?> ForFirstAdministratorAsync(Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context => await RoleGrants.HasAdministratorAsync(context, cancel)
            ? null
            : Add(context, new Wish(LinkPurpose.FirstAdministrator, null, null), now, FirstAdministratorLife), cancel);

    /// <param name="target">The page that the person is on the way to; null for their own.</param>
    /// <returns>The link's secret; null when the person has been sent as many as one can use.</returns>
    public Task<string?> ForSignInAsync(string email, string? target, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            await context.OneTimeLinks.Where(old => old.Expires <= now).ExecuteDeleteAsync(cancel);
            var waiting = await context.OneTimeLinks.CountAsync(own => own.Email == email, cancel);
            return waiting >= MostAtOnce
                ? null : Add(context, new Wish(LinkPurpose.SignIn, email, target), now, SignInLife);
        }, cancel);

    /// <summary>What a link is for, without using it; null when it has been used, is too old or was never given.</summary>
    public async Task<OneTimeLink?> LookAsync(string token, LinkPurpose purpose, Instant now, CancellationToken cancel)
    {
        await using var context = database.Open();
        return await FindAsync(context, token, purpose, now, cancel);
    }

    /// <summary>Uses a link within a change: of two who try at once one gets it.</summary>
    public static async Task<OneTimeLink?> TakeAsync(
        AnnualCycleContext context, string token, LinkPurpose purpose, Instant now, CancellationToken cancel)
    {
        var link = await FindAsync(context, token, purpose, now, cancel);
        return link is not null && await context.OneTimeLinks.Where(own => own.TokenHash == link.TokenHash)
            .ExecuteDeleteAsync(cancel) == 1 ? link : null;
    }

    private static Task<OneTimeLink?> FindAsync(
        AnnualCycleContext context, string token, LinkPurpose purpose, Instant now, CancellationToken cancel)
    {
        var hash = Secret.HashOf(token);
        return context.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(
            own => own.TokenHash == hash && own.Purpose == purpose && own.Expires > now, cancel);
    }

    private static string Add(AnnualCycleContext context, Wish wish, Instant now, Duration life)
    {
        var token = Secret.Create();
        context.OneTimeLinks.Add(new OneTimeLink
        {
            TokenHash = Secret.HashOf(token), Purpose = wish.Purpose, Email = wish.Email, Target = wish.Target,
            Created = now, Expires = now + life,
        });
        return token;
    }

    private sealed record Wish(LinkPurpose Purpose, string? Email, string? Target);
}
