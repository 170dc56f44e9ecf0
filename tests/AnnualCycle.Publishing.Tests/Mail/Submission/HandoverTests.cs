using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

public sealed class HandoverTests
{
    private const string Modest = "250-post.nord.example\r\n250 HELP";

    [Fact]
    public async Task Each_receiver_of_an_evenings_mails_has_an_outcome_of_their_own_on_one_visit()
    {
        await using var server = new ScriptedServer(
            ("RCPT TO:<bo@", "550 5.1.1 Okänd"), ("RCPT TO:<cia@", "452 4.2.2 Full"));
        await using (var road = Visit.Road(Visit.InClear(server)))
        {
            Assert.Equal(
                [(MailOutcomeKind.Accepted, "2.0.0"), (MailOutcomeKind.Refused, "5.1.1"),
                    (MailOutcomeKind.Later, "4.2.2"),
                    (MailOutcomeKind.Accepted, "2.0.0")],
                [await OutcomeAsync("asa"), await OutcomeAsync("bo"), await OutcomeAsync("cia"),
                    await OutcomeAsync("dag")]);

            async Task<(MailOutcomeKind, string?)> OutcomeAsync(string who)
            {
                var outcome = await road.SendAsync(SomeMail.To($"{who}@nord.example"), default);
                return (outcome.Kind, outcome.Status);
            }
        }

        Assert.Equal((1, 2), (server.Visits, server.Mails.Count));
        Assert.Equal(3, server.Said.Count(command => command == "RSET"));
        Assert.Equal("QUIT", server.Said[^1]);
    }

    [Fact]
    public async Task A_mail_arrives_byte_for_byte_with_lines_of_dots()
    {
        await using var server = new ScriptedServer();
        var mail = SomeMail.To("asa@nord.example") with { Text = ".\n..\n.början\n\n.\nRSET\n.", Html = ".<p>\n." };
        Assert.Equal(MailOutcomeKind.Accepted, (await Visit.SendAsync(Visit.InClear(server), mail)).Kind);
        Assert.Equal(SomeMail.Writer.Write(mail, eightBit: true), Assert.Single(server.Mails));
        Assert.Contains($"MAIL FROM:<arshjul@nord.example> SIZE={server.Mails[0].Length} BODY=8BITMIME", server.Said);
    }

    [Fact]
    public async Task A_server_that_knows_little_gets_a_mail_that_it_understands()
    {
        await using var server = new ScriptedServer(("EHLO", Modest));
        Assert.Equal(MailOutcomeKind.Accepted, (await Visit.SendAsync(Visit.InClear(server))).Kind);
        Assert.DoesNotContain(server.Mails[0], octet => octet > 127);
        Assert.Contains("MAIL FROM:<arshjul@nord.example>", server.Said);
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_not_tried()
    {
        await using var server = new ScriptedServer(("EHLO", "250-post.nord.example\r\n250 SIZE 400"));
        var outcome = await Visit.SendAsync(Visit.InClear(server));
        Assert.Equal((MailOutcomeKind.Refused, MailStage.Content), (outcome.Kind, outcome.Stage));
        Assert.DoesNotContain(server.Said, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Modest, MailOutcomeKind.Refused)]
    [InlineData("250-post.nord.example\r\n250-8BITMIME\r\n250 SMTPUTF8", MailOutcomeKind.Accepted)]
    public async Task An_address_with_å_before_the_at_goes_only_where_it_is_understood(
        string offers, MailOutcomeKind kind)
    {
        await using var server = new ScriptedServer(("EHLO", offers));
        var outcome = await Visit.SendAsync(Visit.InClear(server), SomeMail.To("åsa@göteborg.example"));
        Assert.Equal((kind, kind == MailOutcomeKind.Accepted ? 1 : 0), (outcome.Kind, server.Mails.Count));
        Assert.Equal(kind == MailOutcomeKind.Accepted,
            server.Said.Contains("RCPT TO:<Ã¥sa@xn--gteborg-90a.example>"));
    }

    [Fact]
    public async Task An_address_that_holds_commands_is_never_said_to_a_server()
    {
        await using var server = new ScriptedServer();
        string[] addresses =
            ["asa@nord.example>\r\nRCPT TO:<b@ond.example", "asa\r\nDATA@nord.example", "a b@nord.example", ""];
        foreach (var address in addresses)
        {
            var outcome = await Visit.SendAsync(Visit.InClear(server), SomeMail.To(address));
            Assert.Equal(MailOutcomeKind.Refused, outcome.Kind);
        }

        Assert.Equal(0, server.Visits);
    }

    [Fact]
    public async Task A_server_that_left_between_two_mails_is_visited_again()
    {
        await using var server = new ScriptedServer();
        await using var road = Visit.Road(Visit.InClear(server));
        await road.SendAsync(SomeMail.To("asa@nord.example"), default);
        server["RSET"] = "421 4.4.2 Timeout";
        Assert.Equal(MailOutcomeKind.Accepted, (await road.SendAsync(SomeMail.To("bo@nord.example"), default)).Kind);
        server["RSET"] = ScriptedServer.Drop;
        Assert.Equal(MailOutcomeKind.Accepted, (await road.SendAsync(SomeMail.To("cia@nord.example"), default)).Kind);
        Assert.Equal(3, server.Visits);
    }

    [Fact]
    public async Task What_an_administrator_reads_names_no_person()
    {
        await using var server = new ScriptedServer(("RCPT",
            "550-5.1.1 <asa.oberg@nord.example>: Recipient rejected\r\n"
            + "550 5.1.1 asa.oberg+x (Åsa Öberg) ask bo@nord.example"));
        var outcome = await Visit.SendAsync(Visit.InClear(server));
        Assert.Equal(
            "e-postservern tar inte emot brev till mottagaren: 550 5.1.1 … Recipient rejected 5.1.1 … … … ask …",
            outcome.Text);
    }
}
