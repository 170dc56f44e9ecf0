using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Jobs;
using AnnualCycle.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests;

public sealed class ChangeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_that_breaks_in_the_middle_has_changed_nothing(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);

        await Assert.ThrowsAsync<TimeoutException>(() => test.Database.ChangeAsync<int>(async context =>
        {
            context.Audit.Add(Line(Now));
            await context.SaveChangesAsync();
            context.Audit.Add(Line(Now));
            throw new TimeoutException();
        }));

        await using var context = test.Database.Open();
        Assert.Equal(0, await context.Audit.CountAsync());
        Assert.Equal(7, await test.Database.ChangeAsync(_ => Task.FromResult(7)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_saves_what_it_left_unsaved(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);

        await test.Database.ChangeAsync(context => Task.FromResult(context.Audit.Add(Line(Now)).Entity));

        await using var context = test.Database.Open();
        Assert.Equal(1, await context.Audit.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Changes_of_several_processes_wait_for_each_other_and_none_is_lost(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);

        // Each reads the last number and adds the next one, as versions and revisions do.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(process => Task.Run(async () =>
        {
            var database = OfAnotherProcess(test.Database);
            for (var time = 0; time < 4; time++)
            {
                await database.ChangeAsync(context => new CharterVersions(context, Now, $"process {process}")
                    .AddAsync("nord", $"{process}-{time}", CharterOrigin.File, null, default));
            }
        })));

        await using var context = test.Database.Open();
        Assert.Equal(Enumerable.Range(1, 16),
            await context.Charters.OrderBy(version => version.Number).Select(version => version.Number).ToListAsync());
        Assert.Equal(1, await context.Charters.CountAsync(version => version.State == CharterState.InForce));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_who_reads_while_another_changes_sees_it_as_it_was(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);

        await test.Database.ChangeAsync(async context =>
        {
            context.Audit.Add(Line(Now));
            await context.SaveChangesAsync();
            await using var reader = OfAnotherProcess(test.Database).Open();
            Assert.Equal(0, await reader.Audit.CountAsync());
            return 0;
        });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clock_that_was_set_back_does_not_date_anything_before_what_is_written(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var context = test.Database.Open();
        Assert.Equal(Now, await Database.NotBeforeAsync(context, Now, default));
        await test.Database.ChangeAsync(context => Task.FromResult(context.Audit.Add(Line(Now)).Entity));

        Assert.Equal(Now, await Database.NotBeforeAsync(context, Now - Duration.FromHours(3), default));
        Assert.Equal(Now + Duration.FromHours(1),
            await Database.NotBeforeAsync(context, Now + Duration.FromHours(1), default));
    }

    // A clock has ticks of 100 nanoseconds, PostgreSQL microseconds; both engines must give back the same.
    [Theory, MemberData(nameof(Both))]
    public async Task An_instant_is_kept_to_the_microsecond_and_found_again_by_itself(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var exact = Now + Duration.FromTicks(1_234_560);
        var finer = exact + Duration.FromTicks(7) + Duration.FromDays(1);
        foreach (var instant in (Instant[])[exact, finer])
        {
            await test.Database.ChangeAsync(context => Task.FromResult(context.JobRuns.Add(new JobRun
            {
                Job = "natt", Scheduled = instant, Node = "a", Finished = instant, Outcome = "",
            }).Entity));
        }

        await using var context = test.Database.Open();
        Assert.Equal([exact, exact + Duration.FromDays(1)],
            await context.JobRuns.OrderBy(run => run.Scheduled).Select(run => run.Finished).ToListAsync());
        Assert.True(await context.JobRuns.AnyAsync(run => run.Scheduled == finer));
        Assert.False(await context.JobRuns.AnyAsync(run => run.Scheduled == finer + Duration.FromMilliseconds(1)));
    }

    private static Database OfAnotherProcess(Database database) => database.Provider == Provider.Sqlite
        ? Database.Sqlite(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)
        : Database.PostgreSql(database.ConnectionString);

    private static AuditEntry Line(Instant at) => new()
    {
        At = at, Who = "test", Action = "move", Collaboration = "nord", Subject = "2027", Text = "",
    };
}
