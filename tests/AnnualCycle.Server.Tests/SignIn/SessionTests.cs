using System.Net;
using AnnualCycle.Storage;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

public sealed class SessionTests
{
    private const string Anna = "anna.ask@nord.example";

    [Fact]
    public async Task Whoever_has_left_every_group_is_signed_out_and_finds_no_way_in()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var bo = await service.VisitorAsync("bo.berg@nord.example");
        Assert.Equal(HttpStatusCode.OK, (await bo.GetAsync("/min-sida")).Status);

        await using (var context = service.Installation.Database.Open())
        {
            await context.Memberships.Where(row => row.Email == "bo.berg@nord.example").ExecuteDeleteAsync();
        }

        Assert.True((await bo.GetAsync("/min-sida")).AsksToSignIn);
    }

    [Fact]
    public async Task A_session_ends_when_its_days_are_over_and_when_somebody_ends_it_from_elsewhere()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        using var home = await service.VisitorAsync(Anna);
        using var work = await service.VisitorAsync(Anna);

        await work.PostAsync("/min-sida", "/min-sida?handler=EndOthers");
        Assert.True((await home.GetAsync("/min-sida")).AsksToSignIn);
        Assert.Equal(HttpStatusCode.OK, (await work.GetAsync("/min-sida")).Status);

        service.Clock.Pass(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        Assert.True((await work.GetAsync("/min-sida")).AsksToSignIn);
    }
}
