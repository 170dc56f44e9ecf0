using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>Who is signed in. A session that is ended here is ended at once, on every node.</summary>
public sealed class Sessions(Database database)
{
    private static readonly Duration SeenStep = Duration.FromHours(1);

    /// <returns>The secret for the browser; it is stored nowhere else.</returns>
    public Task<string> BeginAsync(
        string email, string way, Instant now, Duration length, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            await context.Sessions.Where(old => old.Expires <= now).ExecuteDeleteAsync(cancel);
            var secret = Secret.Create();
            context.Sessions.Add(new StoredSession
            {
                IdHash = Secret.HashOf(secret), Email = email, Way = way, Created = now, Seen = now,
                Expires = now + length,
            });
            return secret;
        }, cancel);

    /// <summary>The session of a browser's secret; null when it was ended or its time is over.</summary>
    public async Task<StoredSession?> FindAsync(string secret, Instant now, CancellationToken cancel)
    {
        await using var context = database.Open();
        var hash = Secret.HashOf(secret);
        var session = await context.Sessions.SingleOrDefaultAsync(own => own.IdHash == hash, cancel);
        if (session is null || session.Expires <= now)
        {
            return null;
        }

        if (now - session.Seen > SeenStep)
        {
            await context.Sessions.Where(own => own.IdHash == hash)
                .ExecuteUpdateAsync(own => own.SetProperty(one => one.Seen, now), cancel);
        }

        return session;
    }

    /// <summary>Ends one session, which has to be that person's.</summary>
    public async Task EndAsync(string email, string idHash, CancellationToken cancel)
    {
        await using var context = database.Open();
        await context.Sessions.Where(own => own.IdHash == idHash && own.Email == email).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Ends all sessions of a person but one.</summary>
    public async Task EndOthersAsync(string email, string keptHash, CancellationToken cancel)
    {
        await using var context = database.Open();
        await context.Sessions.Where(own => own.Email == email && own.IdHash != keptHash).ExecuteDeleteAsync(cancel);
    }
}
