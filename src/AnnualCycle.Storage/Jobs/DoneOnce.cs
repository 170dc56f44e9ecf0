using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace AnnualCycle.Storage.Jobs;

/// <summary>
/// Has each scheduled piece of work done once. The node that does it holds a lock that the database frees when the node
/// dies; whoever comes next finds the work done, or does it.
/// </summary>
public sealed class DoneOnce(Database database, string node)
{
    /// <summary>The name of the node that this is.</summary>
    public string Node => node;

    // Keeps this process's own pieces of work apart; with SQLite that is all, as its service is alone with its folder.
    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <param name="work">Its answer says what came of it; null leaves it to be done by whoever comes next.</param>
    /// <returns>False when it was done already, or is not done yet.</returns>
    public async Task<bool> DoAsync(string job, Instant scheduled, Func<Task<string?>> work, TimeProvider time,
        CancellationToken cancel)
    {
        await using var held = await HoldAsync(job, cancel);
        if (await IsDoneAsync(job, scheduled, cancel))
        {
            return false;
        }

        if (await work() is not { } outcome)
        {
            return false;
        }

        await using var context = database.Open();
        context.JobRuns.Add(new JobRun
        {
            Job = job, Scheduled = scheduled, Node = node, Outcome = outcome,
            Finished = Instant.FromDateTimeOffset(time.GetUtcNow()),
        });
        await context.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Waits until nobody else does the job, then keeps others from it until disposed of.</summary>
    public async Task<IAsyncDisposable> HoldAsync(string job, CancellationToken cancel)
    {
        await _alone.WaitAsync(cancel);
        try
        {
            return new Held(_alone, await LockAsync(job, cancel));
        }
        catch
        {
            _alone.Release();
            throw;
        }
    }

    private async Task<bool> IsDoneAsync(string job, Instant scheduled, CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.JobRuns.AnyAsync(run => run.Job == job && run.Scheduled == scheduled, cancel);
    }

    private async Task<NpgsqlConnection?> LockAsync(string job, CancellationToken cancel) =>
        database.Provider == Provider.Sqlite ? null : await NodeLock.TakeAsync(database, job, cancel);

    private sealed class Held(SemaphoreSlim alone, NpgsqlConnection? connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                if (connection is not null)
                {
                    await connection.DisposeAsync();
                }
            }
            finally
            {
                alone.Release();
            }
        }
    }
}
