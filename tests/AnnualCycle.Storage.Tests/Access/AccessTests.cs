using AnnualCycle.Storage.Access;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Tests.Access;

public sealed class AccessTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example";
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Of_many_who_use_one_link_at_once_one_gets_it(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var token = (await new OneTimeLinks(test.Database).ForSignInAsync(Anna, "/nord", Now, default))!;

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TakeAsync(test, token, Now)));

        Assert.Equal((Anna, "/nord"), (Assert.Single(taken.OfType<OneTimeLink>()).Email, taken.OfType<OneTimeLink>().Single().Target));
        Assert.Null(await TakeAsync(test, token, Now));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_link_is_too_old_after_its_time_and_is_no_link_of_another_kind(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var links = new OneTimeLinks(test.Database);
        var token = (await links.ForSignInAsync(Anna, null, Now, default))!;

        Assert.NotNull(await links.LookAsync(token, LinkPurpose.SignIn, Now + OneTimeLinks.SignInLife - Duration.FromSeconds(1), default));
        Assert.Null(await links.LookAsync(token, LinkPurpose.FirstAdministrator, Now, default));
        Assert.Null(await links.LookAsync(token + "A", LinkPurpose.SignIn, Now, default));
        Assert.Null(await TakeAsync(test, token, Now + OneTimeLinks.SignInLife));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_has_neither_the_secret_of_a_link_nor_that_of_a_session(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var link = (await new OneTimeLinks(test.Database).ForSignInAsync(Anna, null, Now, default))!;
        var session = await new Sessions(test.Database).BeginAsync(Anna, "prov", Now, Duration.FromDays(1), default);

        await using var context = test.Database.Open();
        Assert.NotEqual(link, (await context.OneTimeLinks.SingleAsync()).TokenHash);
        Assert.NotEqual(session, (await context.Sessions.SingleAsync()).IdHash);
        Assert.True(link.Length >= 43 && session.Length >= 43, "256 bits in base64url are 43 letters");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_session_is_found_until_its_time_is_over_or_somebody_ends_it(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var sessions = new Sessions(test.Database);
        var secret = await sessions.BeginAsync(Anna, "prov", Now, Duration.FromDays(1), default);
        var later = Now + Duration.FromHours(2);

        Assert.Equal(Now, (await sessions.FindAsync(secret, later, default))!.Seen);
        Assert.Equal(later, (await sessions.FindAsync(secret, later, default))!.Seen);
        Assert.Null(await sessions.FindAsync(secret, Now + Duration.FromDays(1), default));
        await sessions.EndAsync(Bo, Secret.HashOf(secret), default);
        Assert.NotNull(await sessions.FindAsync(secret, Now, default));
        await sessions.EndAsync(Anna, Secret.HashOf(secret), default);
        Assert.Null(await sessions.FindAsync(secret, Now, default));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task There_is_always_an_administrator_once_there_has_been_one(Provider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        Assert.NotNull(await new OneTimeLinks(test.Database).ForFirstAdministratorAsync(Now, default));

        Assert.Equal(GrantOutcome.Done, await ChangeAsync(test, grants => grants.GiveAsync(Anna, Role.Administrator, "", default)));
        Assert.Equal(GrantOutcome.Unchanged, await ChangeAsync(test, grants => grants.GiveAsync(Anna, Role.Administrator, "", default)));
        Assert.Null(await new OneTimeLinks(test.Database).ForFirstAdministratorAsync(Now, default));
        Assert.Equal(GrantOutcome.LastAdministrator,
            await ChangeAsync(test, grants => grants.TakeAsync(Anna, Role.Administrator, "", default)));
        await ChangeAsync(test, grants => grants.GiveAsync(Bo, Role.Administrator, "", default));
        Assert.Equal(GrantOutcome.Done, await ChangeAsync(test, grants => grants.TakeAsync(Anna, Role.Administrator, "", default)));

        await using var context = test.Database.Open();
        Assert.Equal(["grant", "grant", "revoke"], await context.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    private static Task<OneTimeLink?> TakeAsync(TestDatabase test, string token, Instant now) => test.Database.ChangeAsync(
        context => OneTimeLinks.TakeAsync(context, token, LinkPurpose.SignIn, now, default));

    private static Task<GrantOutcome> ChangeAsync(TestDatabase test, Func<RoleGrants, Task<GrantOutcome>> change) =>
        test.Database.ChangeAsync(context => change(new RoleGrants(context, "prov", Now)));
}
