using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;
using AnnualCycle.Testing;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

public sealed class SecrecyTests : IDisposable
{
    private const string Offers = "250-post.nord.example\r\n250-STARTTLS\r\n250 AUTH ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_goes_in_secret_to_a_server_of_the_organisations_own_authority(bool fromTheStart)
    {
        await using var server = Server("PLAIN", fromTheStart);
        Assert.Equal(MailOutcomeKind.Accepted, (await SendAsync(server)).Kind);
        Assert.Equal([.. fromTheStart ? [] : new[] { "EHLO [127.0.0.1]", "STARTTLS" }, "EHLO [127.0.0.1]",
            $"AUTH PLAIN {Base64("\0arshjul\0hemligt-lösen-1")}", "MAIL FROM:<arshjul@nord.example>",
            "RCPT TO:<asa.oberg@nord.example>", "DATA", "QUIT"], server.Said);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_server_with_a_strangers_certificate_is_told_nothing(bool fromTheStart, bool isOtherHost)
    {
        await using var server = new ScriptedServer(("EHLO", Offers + "PLAIN"))
        {
            Certificate = isOtherHost ? Certificates.Elsewhere : Certificates.Localhost,
            IsSecretFromTheStart = fromTheStart,
        };
        var authority = isOtherHost ? Certificates.AuthorityFile(_folder) : Certificates.StrangersFile(_folder);
        var outcome = await Visit.SendAsync(Visit.Secret(server, authority) with { LogIn = Visit.Password });
        Assert.Equal((MailOutcomeKind.Later, MailStage.Security, true),
            (outcome.Kind, outcome.Stage, outcome.NeedsAdministrator));
        Assert.Contains(isOtherHost ? "gäller ett annat namn än localhost" : "inte är betrodd", outcome.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(server.Said,
            said => !(said.StartsWith("EHLO", StringComparison.Ordinal) || said == "STARTTLS"));
    }

    [Theory]
    [InlineData("EHLO", "250-post.nord.example\r\n250 AUTH PLAIN LOGIN", true)]
    [InlineData("STARTTLS", "454 4.7.0 TLS not available", false)]
    [InlineData("STARTTLS", "501 5.5.4 No", true)]
    public async Task Where_secrecy_is_asked_for_and_not_to_be_had_nothing_is_told(
        string command, string answer, bool needsAdministrator)
    {
        await using var server = new ScriptedServer(("EHLO", Offers + "PLAIN"), (command, answer));
        var outcome = await SendAsync(server);
        Assert.Equal((MailOutcomeKind.Later, MailStage.Security, needsAdministrator),
            (outcome.Kind, outcome.Stage, outcome.NeedsAdministrator));
        Assert.DoesNotContain(server.Said, said => said.StartsWith("AUTH", StringComparison.Ordinal)
            || said.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("220 post.nord.example ESMTP", "talar inte TLS")]
    [InlineData(ScriptedServer.Drop, "förbindelsen bröts")]
    [InlineData(ScriptedServer.Hold, "svarade inte inom")]
    public async Task A_port_that_speaks_in_clear_or_not_at_all_is_told_from_a_wrong_certificate(
        string greeting, string told)
    {
        // To connect is the first thing that is waited for.
        var time = new HeldTime { Spared = 1 };
        await using var server = new ScriptedServer(("greeting", greeting)) { WhenHeld = time.RunOut };
        var authority = Certificates.AuthorityFile(_folder);
        var secret = Visit.Secret(server, authority) with { Security = SubmissionSecurity.Tls };
        var outcome = await Visit.SendAsync(secret, time: time);
        Assert.Equal((MailOutcomeKind.Later, MailStage.Security), (outcome.Kind, outcome.Stage));
        Assert.Contains(told, outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_put_behind_the_last_words_in_clear_is_not_believed()
    {
        await using var server = Server("LOGIN");
        server["STARTTLS"] = "220 2.0.0 Go ahead\r\n250-post.nord.example\r\n250 AUTH PLAIN\r\n";
        server["AUTH LOGIN"] = "334 VXNlcm5hbWU6";
        server[Base64("arshjul")] = "334 UGFzc3dvcmQ6";
        server[Base64("hemligt-lösen-1")] = "235 2.7.0 Ok";
        Assert.Equal(MailOutcomeKind.Accepted, (await SendAsync(server)).Kind);
        Assert.Contains("AUTH LOGIN", server.Said);
    }

    [Fact]
    public async Task A_token_logs_in_where_passwords_are_no_more()
    {
        await using var server = Server("PLAIN LOGIN XOAUTH2");
        var token = Visit.Token;
        Assert.Equal(MailOutcomeKind.Accepted, (await SendAsync(server, token)).Kind);
        var line = Base64("user=arshjul@nord.example\u0001auth=Bearer abc.def\u0001\u0001");
        Assert.Contains($"AUTH XOAUTH2 {line}", server.Said);

        var longToken = new string('t', 2000);
        await SendAsync(server, token with { Secret = _ => ValueTask.FromResult(longToken) });
        Assert.Contains("AUTH XOAUTH2", server.Said);
    }

    [Fact]
    public async Task A_token_that_is_over_is_a_refused_log_in()
    {
        await using var server = Server("XOAUTH2");
        server["AUTH"] = "334 eyJzdGF0dXMiOiI0MDAifQ==";
        server[""] = "535 5.7.3 Authentication unsuccessful";
        var token = Visit.Token;
        var outcome = await SendAsync(server, token);
        Assert.Equal((MailOutcomeKind.Later, MailStage.LogIn, "5.7.3", true),
            (outcome.Kind, outcome.Stage, outcome.Status, outcome.NeedsAdministrator));
        Assert.Equal("", server.Said[^1]);
    }

    [Theory]
    [InlineData("NTLM GSSAPI", "den erbjuder bara inloggning med GSSAPI, NTLM")]
    [InlineData("", "den erbjuder ingen inloggning")]
    public async Task A_server_that_offers_no_log_in_that_will_do_gets_no_mail(string offered, string told)
    {
        await using var server = Server(offered);
        var outcome = await SendAsync(server);
        Assert.Equal((MailOutcomeKind.Later, MailStage.LogIn, true),
            (outcome.Kind, outcome.Stage, outcome.NeedsAdministrator));
        Assert.Contains(told, outcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Said, said => said.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_is_not_told_again_by_a_server_that_did_not_understand_it()
    {
        await using var server = Server("PLAIN");
        var line = $"AUTH PLAIN {Base64("\0arshjul\0hemligt-lösen-1")}";
        server["AUTH"] = $"500 5.5.2 unrecognized: \"{line}\" ({line[..^8]}";
        var outcome = await SendAsync(server);
        Assert.Contains("unrecognized", outcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(line[11..19], outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_cannot_be_read_and_an_authority_that_is_none_are_settings_to_see_to()
    {
        await using var server = Server("PLAIN");
        var unread = new SubmissionLogIn("arshjul", _ => throw new FileNotFoundException("finns inte"));
        var outcome = await SendAsync(server, unread);
        Assert.Equal((MailStage.LogIn, true), (outcome.Stage, outcome.NeedsAdministrator));
        File.WriteAllText(_folder.File("none.pem"), "hej");
        foreach (var file in new[] { "none.pem", "missing.pem" })
        {
            outcome = await Visit.SendAsync(Visit.Secret(server, _folder.File(file)));
            Assert.Equal((MailStage.Security, true), (outcome.Stage, outcome.NeedsAdministrator));
        }
    }

    [Fact]
    public async Task In_clear_no_mail_leaves_the_machine()
    {
        var outside = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(net => net.GetIPProperties().UnicastAddresses).Select(own => own.Address)
            .FirstOrDefault(own => own.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(own));
        if (outside is null)
        {
            // A machine without a net has nowhere to leave to.
            return;
        }

        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var server = new SubmissionServer($"{outside}", ((IPEndPoint)listener.LocalEndpoint).Port)
        {
            Security = SubmissionSecurity.None,
        };
        var outcome = await Visit.SendAsync(server);
        Assert.Equal((MailStage.Security, true), (outcome.Stage, outcome.NeedsAdministrator));
        using var visit = await listener.AcceptTcpClientAsync();
        Assert.Equal(0, await visit.GetStream().ReadAsync(new byte[1]));
    }

    private ScriptedServer Server(string mechanisms, bool fromTheStart = false) => new(("EHLO", Offers + mechanisms))
    {
        Certificate = Certificates.Localhost, IsSecretFromTheStart = fromTheStart,
    };

    private Task<MailOutcome> SendAsync(ScriptedServer server, SubmissionLogIn? logIn = null) =>
        Visit.SendAsync(Visit.Secret(server, Certificates.AuthorityFile(_folder)) with
        {
            LogIn = logIn ?? Visit.Password,
        });

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
