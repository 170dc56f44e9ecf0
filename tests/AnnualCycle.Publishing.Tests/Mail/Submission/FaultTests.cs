using System.Net;
using System.Net.Sockets;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

public sealed class FaultTests
{
    private const string EndlessReply = "220-a\r\n220-b\r\n220-c\r\n220-d\r\n";

    // Where a server may fail, and how far the mail had come.
    public static TheoryData<string, MailStage, MailOutcomeKind> Places => new()
    {
        { "greeting", MailStage.Connection, MailOutcomeKind.Later },
        { "EHLO", MailStage.Connection, MailOutcomeKind.Later },
        { "AUTH", MailStage.LogIn, MailOutcomeKind.Later },
        { "MAIL", MailStage.Sender, MailOutcomeKind.Later },
        { "RCPT", MailStage.Receiver, MailOutcomeKind.Later },
        { "DATA", MailStage.Content, MailOutcomeKind.Later },
        { "content", MailStage.Content, MailOutcomeKind.Later },
        { ".", MailStage.Content, MailOutcomeKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_server_that_hangs_up_has_no_mail_unless_it_had_all_of_it(
        string place, MailStage stage, MailOutcomeKind kind)
    {
        await using var server = Server(place, ScriptedServer.Drop);
        var outcome = await SendAsync(server, place);
        Assert.Equal((kind, stage, false), (outcome.Kind, outcome.Stage, outcome.NeedsAdministrator));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Nobody_waits_for_a_server_beyond_the_limit(string place, MailStage stage, MailOutcomeKind kind)
    {
        var time = new HeldTime();
        await using var server = Server(place, ScriptedServer.Hold);
        server.WhenHeld = time.RunOut;
        var outcome = await SendAsync(server, place, time);
        Assert.Equal((kind, stage), (outcome.Kind, outcome.Stage));
        Assert.Contains("svarade inte inom", outcome.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Whoever_stops_waiting_knows_whether_the_mail_may_have_gone(
        string place, MailStage stage, MailOutcomeKind kind)
    {
        using var stop = new CancellationTokenSource();
        await using var server = Server(place, ScriptedServer.Hold);
        server.WhenHeld = stop.Cancel;
        if (kind == MailOutcomeKind.Unknown)
        {
            var outcome = await SendAsync(server, place, cancel: stop.Token);
            Assert.Equal((kind, stage), (outcome.Kind, outcome.Stage));
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(server, place, cancel: stop.Token));
        }
    }

    [Theory]
    [InlineData("greeting", "554 5.3.2 Stängt", MailStage.Connection, MailOutcomeKind.Later, true)]
    [InlineData("greeting", "421 4.3.2 Full", MailStage.Connection, MailOutcomeKind.Later, false)]
    [InlineData("EHLO", "502 5.5.1 Nej", MailStage.Connection, MailOutcomeKind.Later, true)]
    [InlineData("AUTH", "535 5.7.8 Nej", MailStage.LogIn, MailOutcomeKind.Later, true)]
    [InlineData("AUTH", "454 4.7.0 Vänta", MailStage.LogIn, MailOutcomeKind.Later, false)]
    [InlineData("MAIL", "553 5.7.1 Inte din adress", MailStage.Sender, MailOutcomeKind.Later, true)]
    [InlineData("MAIL", "530 5.7.0 Logga in", MailStage.Sender, MailOutcomeKind.Later, true)]
    [InlineData("MAIL", "451 4.3.0 Vänta", MailStage.Sender, MailOutcomeKind.Later, false)]
    [InlineData("MAIL", "552 5.3.4 För stort", MailStage.Content, MailOutcomeKind.Refused, false)]
    [InlineData("RCPT", "550 5.1.1 Okänd", MailStage.Receiver, MailOutcomeKind.Refused, false)]
    [InlineData("RCPT", "450 4.7.1 Grålistad", MailStage.Receiver, MailOutcomeKind.Later, false)]
    [InlineData("RCPT", "421 4.7.0 Hej då", MailStage.Receiver, MailOutcomeKind.Later, false)]
    [InlineData("DATA", "554 5.5.1 Nej", MailStage.Content, MailOutcomeKind.Refused, false)]
    [InlineData("DATA", "451 4.3.0 Vänta", MailStage.Content, MailOutcomeKind.Later, false)]
    [InlineData("DATA", "250 2.0.0 Ok", MailStage.Content, MailOutcomeKind.Later, false)]
    [InlineData(".", "554 5.7.1 Skräppost", MailStage.Content, MailOutcomeKind.Refused, false)]
    [InlineData(".", "452 4.3.1 Fullt", MailStage.Content, MailOutcomeKind.Later, false)]
    [InlineData(".", "354 Mer", MailStage.Content, MailOutcomeKind.Unknown, false)]
    public async Task A_no_for_good_is_told_from_a_no_for_now_and_a_wrong_setting_from_both(
        string place, string answer, MailStage stage, MailOutcomeKind kind, bool needsAdministrator)
    {
        await using var server = Server(place, answer);
        var outcome = await SendAsync(server, place);
        Assert.Equal((kind, stage, needsAdministrator), (outcome.Kind, outcome.Stage, outcome.NeedsAdministrator));
        Assert.Contains(answer[..3], outcome.Text, StringComparison.Ordinal);
        Assert.Equal(answer[4] is '2' or '4' or '5' ? answer[4..9] : null, outcome.Status);
    }

    [Theory]
    [InlineData("hej\r\n")]
    [InlineData("\n")]
    [InlineData("22\r\n")]
    [InlineData("220x\r\n")]
    [InlineData("-20 a\r\n")]
    [InlineData("2200 a\r\n")]
    [InlineData("120 a\r\n")]
    [InlineData("999 a\r\n")]
    [InlineData("220-a\r\n250 b\r\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("\0\0\0\0\n")]
    [InlineData("(a line without an end)\n")]
    [InlineData("(a reply without an end)\n")]
    public async Task Nonsense_is_no_answer(string nonsense)
    {
        var said = nonsense.Contains("line without", StringComparison.Ordinal) ? $"220 {new string('x', 100_000)}\n"
            : nonsense.Contains("reply without", StringComparison.Ordinal)
                ? string.Concat(Enumerable.Repeat(EndlessReply, 1000)) : nonsense;
        await using var server = Server("greeting", said);
        var outcome = await SendAsync(server, "greeting");
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection), (outcome.Kind, outcome.Stage));
        Assert.Contains("servern svarade", outcome.Text, StringComparison.Ordinal);
        server["greeting"] = "220 a";
        server["."] = said;
        Assert.Equal(MailOutcomeKind.Unknown, (await SendAsync(server, ".")).Kind);
    }

    [Fact]
    public async Task A_yes_that_was_there_before_the_mail_is_no_yes()
    {
        await using var server = Server("DATA", "354 Go ahead\r\n250 2.0.0 Ok\r\n");
        Assert.Equal(MailOutcomeKind.Later, (await SendAsync(server, "DATA")).Kind);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var server = new ScriptedServer();
        var gone = Visit.InClear(server);
        await server.DisposeAsync();
        var outcome = await Visit.SendAsync(gone);
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection), (outcome.Kind, outcome.Stage));
        Assert.Equal("e-postservern går inte att nå: ingen svarar på den porten", outcome.Text);
        outcome = await Visit.SendAsync(gone with { Host = "finns-inte.invalid" });
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection), (outcome.Kind, outcome.Stage));
    }

    [Fact]
    public async Task A_machine_that_does_not_answer_at_all_is_not_waited_for()
    {
        using var deaf = new Socket(SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(0);
        // One fits into its queue, and the next ones are not heard.
        using var first = new TcpClient();
        await first.ConnectAsync((IPEndPoint)deaf.LocalEndPoint!);
        var (time, server) = (new HeldTime(), new SubmissionServer("127.0.0.1", ((IPEndPoint)deaf.LocalEndPoint!).Port)
        {
            Security = SubmissionSecurity.None,
        });
        var sending = Visit.SendAsync(server, time: time);
        await Patience.UntilAsync(() =>
        {
            time.RunOut();
            return sending.IsCompleted;
        }, () => "the client to give up");
        Assert.Equal((MailOutcomeKind.Later, MailStage.Connection), ((await sending).Kind, (await sending).Stage));
    }

    private static ScriptedServer Server(string place, string answer) =>
        new(("EHLO", "250-post.nord.example\r\n250-8BITMIME\r\n250 AUTH PLAIN"), (place, answer));

    private static Task<MailOutcome> SendAsync(
        ScriptedServer server, string place, TimeProvider? time = null, CancellationToken cancel = default)
    {
        // More than the net keeps on its way, so that a server that stops reading is noticed.
        var mail = SomeMail.To("asa@nord.example") with { Text = new string('x', place == "content" ? 6_000_000 : 10) };
        return Visit.SendAsync(Visit.InClear(server) with { LogIn = Visit.Password }, mail, time, cancel);
    }
}
