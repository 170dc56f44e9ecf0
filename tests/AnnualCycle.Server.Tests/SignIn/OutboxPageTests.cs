using System.Net;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnnualCycle.Server.Tests.SignIn;

/// <summary>What is sent, as those see it who answer for it.</summary>
public sealed class OutboxPageTests
{
    private const string Leader = "leder.nord@nord.example", Chief = "chefen@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_process_leader_sees_what_has_stopped_in_her_collaboration_and_sends_it_again(Provider provider)
    {
        await using var service = await OpenService.StartAsync(provider);
        await service.GiveAsync(Leader, Role.ProcessLeader, "nord");
        using var leader = await service.VisitorAsync(Leader);
        var own = await ParkAsync(service, "nord");
        var others = await ParkAsync(service, "sluten");

        var page = WebUtility.HtmlDecode((await leader.GetAsync("/nord/utskick")).Text);
        Assert.Contains("Behöver dig", page, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 Okänd", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"brev {others}", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PressAsync(leader, "Drop", others)).Status);

        await PressAsync(leader, "Retry", own);
        await Patience.UntilAsync(async () => (await RowAsync(service, own)).State == DeliveryState.Sent,
            () => "the mail to be sent");
        Assert.DoesNotContain("Behöver dig", (await leader.GetAsync("/nord/utskick")).Text, StringComparison.Ordinal);
        Assert.Contains($"Försöker igen: brev {own}", WebUtility.HtmlDecode((await leader.GetAsync("/nord/logg")).Text),
            StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Parked, (await RowAsync(service, others)).State);
    }

    [Fact]
    public async Task An_administrator_sees_why_nothing_goes_and_lets_a_mail_be()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        await service.GiveAsync(Chief, Role.Administrator, "");
        using var chief = await service.VisitorAsync(Chief);
        var parked = await ParkAsync(service, "sluten");
        await using (var context = service.Installation.Database.Open())
        {
            context.OutboxPauses.Add(new OutboxPause { Since = service.Now, Again = service.Now, Reason = "fel lösenord" });
            await context.SaveChangesAsync();
        }

        Assert.Contains("fel lösenord", WebUtility.HtmlDecode((await chief.GetAsync("/utskick")).Text), StringComparison.Ordinal);
        await chief.PostAsync("/utskick", "/utskick?handler=Drop", [("delivery", $"{parked}")]);
        Assert.Contains("Brevet skickas inte.", (await chief.GetAsync("/utskick")).Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Dropped, (await RowAsync(service, parked)).State);
        Assert.Contains("Här finns inga.", WebUtility.HtmlDecode(
            (await chief.GetAsync("/utskick?lage=v%C3%A4ntar")).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_terminal_a_mail_that_has_stopped_is_listed_and_tried_again()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        var parked = await ParkAsync(service, "nord");
        var listed = await service.Folder.DoAsync("outbox", "--state", "stannat");
        Assert.Contains($"{parked}  stannat", listed, StringComparison.Ordinal);
        Assert.Contains("asa@nord.example", listed, StringComparison.Ordinal);
        Assert.Equal($"Brev {parked}: Skickas inte\n", await service.Folder.DoAsync("outbox", "drop", $"{parked}"));
        var again = await service.Folder.RunAsync("outbox", "retry", $"{parked}");
        Assert.Equal((1, "Det brevet väntar inte längre på något beslut. Inget är ändrat.\n"),
            (again.ExitCode, again.Errors));
        var wrong = await service.Folder.RunAsync("outbox", "--state", "stanat");
        Assert.Contains("Menade du ”stannat”?", wrong.Errors, StringComparison.Ordinal);
    }

    private static Task<Answer> PressAsync(Visitor visitor, string what, long delivery) => visitor.PostAsync(
        "/nord/utskick", $"/nord/utskick?handler={what}", [("delivery", $"{delivery}")]);

    private static async Task<long> ParkAsync(OpenService service, string collaboration)
    {
        var delivery = await service.Installation.Database.ChangeAsync(context =>
        {
            var mail = new OutgoingMail($"{collaboration}.1", new Mailbox("asa@nord.example"), "Kallelse", "Hej", service.Now);
            var laid = new OutTray(context, service.Installation.Correspondence.Writer)
                .Lay(mail, DeliveryKind.Invite, (collaboration, null));
            (laid.State, laid.Settled, laid.History) = (DeliveryState.Parked, service.Now, $"{service.Now} 550 5.1.1 Okänd\n");
            return Task.FromResult(laid);
        });
        return delivery.Id;
    }

    private static async Task<Delivery> RowAsync(OpenService service, long id)
    {
        await using var context = service.Installation.Database.Open();
        return await context.Deliveries.AsNoTracking().SingleAsync(row => row.Id == id);
    }
}
