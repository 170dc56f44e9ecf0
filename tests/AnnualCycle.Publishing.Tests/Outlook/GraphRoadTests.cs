using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Testing.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

public sealed class GraphRoadTests
{
    private static readonly Duration Wait = Duration.FromSeconds(90);

    private static readonly FrozenMail Reminder = SomeMail.Writer.Freeze(SomeMail.To("åsa@syd.example"));

    [Fact]
    public async Task A_mail_leaves_through_the_services_own_mailbox_byte_for_byte_as_it_was_written()
    {
        await using var small = await SmallTenant.StartAsync();
        var sent = await SendAsync(small);
        Assert.Equal((MailOutcomeKind.Accepted, false), (sent.Kind, sent.NeedsAdministrator));
        var letter = Assert.Single(small.Graph.Ledger.Letters);
        Assert.Equal(SomeMail.From.Address, letter.Mailbox);
        Assert.Equal(Reminder.Content.ToArray(), letter.Mime!);
        Assert.Equal("text/plain", Assert.Single(small.Graph.Calls, call => call.Operation == GraphOperation.SendMail).Header("Content-Type"));
    }

    public static TheoryData<string, MailOutcomeKind, MailStage> Faults => new()
    {
        { nameof(GraphFault.DropBefore), MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.DropAfter), MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.Status504After), MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.Status500Before), MailOutcomeKind.Unknown, MailStage.Content },
        { "Status503BeforeBare", MailOutcomeKind.Unknown, MailStage.Content },
        { "Status503After", MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.HtmlAfter), MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.HtmlOk), MailOutcomeKind.Unknown, MailStage.Content },
        { nameof(GraphFault.Status429), MailOutcomeKind.Later, MailStage.Connection },
        { nameof(GraphFault.Unauthorized401), MailOutcomeKind.Accepted, MailStage.Content },
        { nameof(GraphFault.Claims401), MailOutcomeKind.Accepted, MailStage.Content },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_nobody_knows_is_told_as_unknown_and_nothing_is_sent_twice_on_the_way(string fault, MailOutcomeKind kind, MailStage stage)
    {
        await using var small = await SmallTenant.StartAsync();
        small.Graph.Gate.Next(call => call.Operation == GraphOperation.SendMail, GraphFault.Named(fault, Wait));
        var sent = await SendAsync(small);
        Assert.Equal((kind, stage, false), (sent.Kind, sent.Stage, sent.NeedsAdministrator));
        Assert.True(small.Graph.Ledger.Letters.Count <= 1);
        Assert.DoesNotContain("@", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_wants_to_be_left_alone_is_not_asked_again_before_that_however_many_mails_wait()
    {
        await using var small = await SmallTenant.StartAsync();
        small.Graph.Gate.Next(call => call.Operation == GraphOperation.SendMail, GraphFault.Status429(Wait));
        using var tenant = new OutlookTenant(small.BySecret, small.Time);
        small.Graph.Mailbox(SomeMail.From.Address);
        await using var road = new GraphRoad(tenant.Graph, SomeMail.Writer, small.Time);
        Assert.Equal(MailOutcomeKind.Later, (await road.SendAsync(Reminder, default)).Kind);
        small.Time.Pass(Wait - Duration.FromSeconds(1));
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection), KindOf(await road.SendAsync(Reminder, default)));
        Assert.Single(small.Graph.Calls, call => call.Operation == GraphOperation.SendMail);
        small.Time.Pass(Duration.FromSeconds(1));
        Assert.Equal(MailOutcomeKind.Accepted, (await road.SendAsync(Reminder, default)).Kind);
        Assert.Empty(small.Graph.Ledger.Violations);
    }

    [Theory]
    [InlineData("refused", MailStage.Sender)]
    [InlineData("missing", MailStage.Sender)]
    [InlineData("secret", MailStage.LogIn)]
    public async Task A_closed_mailbox_or_tenant_is_the_administrators_and_costs_no_mail_an_attempt(string what, MailStage stage)
    {
        await using var small = await SmallTenant.StartAsync();
        if (what == "refused")
        {
            small.Graph.Refusing(SomeMail.From.Address);
        }

        small.Graph.Tokens.Trouble = what == "secret" ? TokenTrouble.Refuse : TokenTrouble.None;
        var sent = await SendAsync(small, hasMailbox: what == "secret");
        Assert.Equal((MailOutcomeKind.Later, stage, true), (sent.Kind, sent.Stage, sent.NeedsAdministrator));
        Assert.Empty(small.Graph.Ledger.Letters);
    }

    [Fact]
    public async Task A_mail_that_Outlook_will_never_take_is_refused_and_one_to_no_address_does_not_leave()
    {
        await using var small = await SmallTenant.StartAsync();
        small.Graph.Gate.Next(call => call.Operation == GraphOperation.SendMail, GraphFault.Answer(400));
        Assert.Equal((MailOutcomeKind.Refused, MailStage.Content), KindOf(await SendAsync(small)));
        Assert.Equal((MailOutcomeKind.Refused, MailStage.Receiver),
            KindOf(await SendAsync(small, new FrozenMail(new Mailbox("ingen"), SomeMail.At, Reminder.Content))));
    }

    [Fact]
    public async Task A_tenant_that_cannot_be_reached_or_does_not_answer_leaves_the_mail_to_another_day()
    {
        await using var small = await SmallTenant.StartAsync();
        using var http = GraphClient.Http();
        using var tenant = new OutlookTenant(small.BySecret, small.Time);
        var away = new GraphClient(http, new Uri("http://127.0.0.1:1/v1.0/"), tenant.Keys, TimeSpan.FromSeconds(30), small.Time);
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection),
            KindOf(await new GraphRoad(away, SomeMail.Writer, small.Time).SendAsync(Reminder, default)));

        small.Graph.Mailbox(SomeMail.From.Address);
        await tenant.Keys.GetAsync(null, default);
        small.Graph.Gate.Next(call => call.Operation == GraphOperation.SendMail, GraphFault.TimeoutAfter);
        var slow = new GraphClient(http, small.BySecret.Root, tenant.Keys, TimeSpan.FromSeconds(1), small.Time);
        Assert.Equal((MailOutcomeKind.Unknown, MailStage.Content),
            KindOf(await new GraphRoad(slow, SomeMail.Writer, small.Time).SendAsync(Reminder, default)));
        Assert.Single(small.Graph.Ledger.Letters);
    }

    [Fact]
    public async Task Whoever_stops_the_service_before_the_answer_leaves_it_unknown_and_before_the_question_nothing_has_gone()
    {
        await using var small = await SmallTenant.StartAsync();
        using var tenant = new OutlookTenant(small.BySecret, small.Time);
        small.Graph.Mailbox(SomeMail.From.Address);
        using var stop = new CancellationTokenSource();
        var road = new GraphRoad(tenant.Graph, SomeMail.Writer, small.Time);
        small.Graph.Settings.Pause = async _ => await stop.CancelAsync();
        Assert.Equal(MailOutcomeKind.Unknown, (await road.SendAsync(Reminder, stop.Token)).Kind);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => road.SendAsync(Reminder, stop.Token));
    }

    private static (MailOutcomeKind, MailStage) KindOf(MailOutcome outcome) => (outcome.Kind, outcome.Stage);

    private static async Task<MailOutcome> SendAsync(SmallTenant small, FrozenMail? mail = null, bool hasMailbox = true)
    {
        if (hasMailbox)
        {
            small.Graph.Mailbox(SomeMail.From.Address);
        }

        using var tenant = new OutlookTenant(small.BySecret, small.Time);
        await using var road = new GraphRoad(tenant.Graph, SomeMail.Writer, small.Time);
        return await road.SendAsync(mail ?? Reminder, default);
    }
}
