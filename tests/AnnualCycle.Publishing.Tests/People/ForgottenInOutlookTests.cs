using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Publishing.People;
using AnnualCycle.Publishing.Tests.Outlook;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Graph;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.People;

/// <summary>A person who is erased leaves the organiser's Outlook, too.</summary>
public sealed class ForgottenInOutlookTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example", Office = "kansli@nord.example";

    private static readonly OutlookSettings Settings = new()
    {
        Organisers = new Dictionary<string, OutlookOrganiser> { ["nord"] = new(Office, IsOnline: false) },
        Quiet = Duration.Zero,
    };

    [Fact]
    public async Task Outlook_takes_the_person_off_each_coming_meeting_tells_them_once_and_nobody_else()
    {
        var clock = new SetClock(SmallService.Start);
        await using var graph = await GraphFake.StartAsync(clock);
        var mailbox = graph.Mailbox(Office, "Kansliet");
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        await new Publisher(service.Database, service.Key, SmallService.Post with { Outlook = Settings })
            .PublishAsync(new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "adopt"), SmallService.Start);
        await RestAsync(service, graph, clock);
        var mine = mailbox.Live.Count(own => own.Attendees.Any(one => one.Address == Anna));
        Assert.True(mine > 1);
        var before = graph.Ledger.Mails.Count;

        await new PersonErasure(service.Database, service.Key, []).EraseAsync(Anna, "Bo Alm", clock.Now);
        Assert.DoesNotContain(Anna, await WholeDatabase.TextAsync(service.Database), StringComparison.OrdinalIgnoreCase);
        await RestAsync(service, graph, clock);

        Assert.DoesNotContain(mailbox.Live, own => own.Attendees.Any(one => one.Address == Anna));
        Assert.Contains(mailbox.Live, own => own.Attendees.Any(one => one.Address == Bo));
        var told = graph.Ledger.Mails.Skip(before).ToList();
        Assert.Equal(mine, told.Count);
        Assert.All(told, mail => Assert.Equal(Anna, mail.Recipient));
        Assert.DoesNotContain("raderad-", await WholeDatabase.TextAsync(service.Database), StringComparison.Ordinal);
    }

    private static async Task RestAsync(SmallService service, GraphFake graph, SetClock clock)
    {
        var client = new GraphClient(GraphClient.Http(), graph.Address,
            new GraphKeys(() => new OwnCredential(graph), "https://graph.example/.default"), TimeSpan.FromSeconds(30), clock);
        var round = new OutlookRound(service.Database, new GraphCalendar(client), Settings, clock, "ett");
        for (var turn = 0; turn < 100; turn++)
        {
            await round.RunAsync(default);
            await using var context = service.Database.Open();
            if ((await context.OutlookMeetings.AsNoTracking().ToListAsync()).All(own => !own.IsWaiting))
            {
                return;
            }

            clock.Pass(Duration.FromSeconds(10));
        }

        Assert.Fail("Nothing came to rest");
    }

    private sealed class OwnCredential(GraphFake graph) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext request, CancellationToken cancel) =>
            new(graph.Tokens.Issue(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext request, CancellationToken cancel) =>
            ValueTask.FromResult(GetToken(request, cancel));
    }
}
