using System.Text;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Tests.Outbox;
using AnnualCycle.Storage;
using AnnualCycle.Publishing.Mail.Submission;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

public sealed class RealServersTests(RealServers servers) : IClassFixture<RealServers>
{
    [RealServersFact]
    public async Task A_mail_of_the_autumn_lies_in_its_readers_mailbox_as_it_was_written()
    {
        var text = $"Hej Åsa!\n.\n..\n. Punkt\nFrom här\n{new string('ö', 3000)}\n\n.";
        const string calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ledningsgrupp på Ö\r\nEND:VCALENDAR\r\n";
        var mail = SomeMail.To("asa.oberg@nord.example") with
        {
            To = new Mailbox("asa.oberg@nord.example", "Öberg, Åsa \"Å\" (Ale)"),
            Subject = $"Ändrat: mötet på Öckerö {new string('å', 100)} 🗓️", Text = text, Html = "<p>Hej <b>Åsa</b>\n.",
            Calendar = new CalendarPart("REQUEST", Encoding.UTF8.GetBytes(calendar)),
        };
        Assert.Equal(MailOutcomeKind.Accepted, (await Visit.SendAsync(servers.Server, mail)).Kind);
        var read = Assert.Single(await servers.MailsAsync("asa.oberg@nord.example", 1));
        Assert.Equal(mail.Subject, read["Subject"]);
        Assert.Equal("\"Öberg, Åsa \\\"Å\\\" (Ale)\" <asa.oberg@nord.example>", read["To"]);
        Assert.Equal("Samverkansåret <arshjul@nord.example>", read["From"]);
        Assert.Equal([text, "<p>Hej <b>Åsa</b>\n.", calendar, calendar],
            read.Contents.Select((part, place) => place < 2 ? part.ReplaceLineEndings("\n")[..^1] : part));
        Assert.Equal("<simba.2027.1@nord.example>", read["Message-ID"]);
        Assert.Empty(read.Defects);
    }

    [RealServersFact]
    public async Task An_evenings_mails_go_on_one_visit_and_each_receiver_has_an_outcome()
    {
        var kinds = new List<MailOutcomeKind>();
        await using (var road = Visit.Road(servers.OverTls))
        {
            foreach (var who in new[] { "bo", "slutat", "full", "bo", "bo" })
            {
                kinds.Add((await road.SendAsync(SomeMail.To($"{who}@nord.example", $"k.{kinds.Count}"), default)).Kind);
            }
        }

        Assert.Equal([MailOutcomeKind.Accepted, MailOutcomeKind.Refused, MailOutcomeKind.Later,
            MailOutcomeKind.Accepted, MailOutcomeKind.Accepted], kinds);
        Assert.Equal(["<k.0@nord.example>", "<k.3@nord.example>", "<k.4@nord.example>"],
            (await servers.MailsAsync("bo@nord.example", 3)).Select(mail => mail["Message-ID"]).Order());
    }

    [RealServersFact]
    public async Task The_mails_of_an_out_tray_lie_in_their_readers_mailboxes_each_once()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.Sqlite);
        foreach (var (who, number) in new[] { "dag", "eva", "dag", "slutat", "full", "dag" }.Select((who, at) => (who, at)))
        {
            await outbox.LayAsync($"utskick.{number}", who);
        }

        await using var sender = outbox.NewSender("nod", () => Visit.Road(servers.Server));
        await sender.RunAsync(default);
        Assert.Equal(["utskick.0 Sent", "utskick.1 Sent", "utskick.2 Sent", "utskick.3 Parked", "utskick.4 Waiting",
            "utskick.5 Sent"], await outbox.StatesAsync());
        var read = await servers.MailsAsync("dag@nord.example", 3);
        Assert.Equal(["<utskick.0@nord.example>", "<utskick.2@nord.example>", "<utskick.5@nord.example>"],
            read.Select(mail => mail["Message-ID"]).Order());
        Assert.All(read, mail => Assert.Empty(mail.Defects));
        Assert.Single(await servers.MailsAsync("eva@nord.example", 1));
    }

    [RealServersFact]
    public async Task A_wrong_password_and_a_wrong_authority_are_settings_to_see_to()
    {
        var wrong = new SubmissionLogIn("arshjul", _ => ValueTask.FromResult("fel"));
        var outcome = await Visit.SendAsync(servers.Server with { LogIn = wrong });
        Assert.Equal((MailOutcomeKind.Later, MailStage.LogIn, "5.7.8", true),
            (outcome.Kind, outcome.Stage, outcome.Status, outcome.NeedsAdministrator));
        outcome = await Visit.SendAsync(servers.Server with { LogIn = null });
        Assert.Equal((MailOutcomeKind.Refused, MailStage.Receiver), (outcome.Kind, outcome.Stage));
        outcome = await Visit.SendAsync(servers.Server with { CertificateAuthorityFile = null });
        Assert.Equal((MailStage.Security, true), (outcome.Stage, outcome.NeedsAdministrator));
        outcome = await Visit.SendAsync(servers.Server with { Security = SubmissionSecurity.None });
        Assert.Equal((MailStage.LogIn, true), (outcome.Stage, outcome.NeedsAdministrator));
    }
}
