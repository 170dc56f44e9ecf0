using System.Text;
using AnnualCycle.Publishing.Mail;

namespace AnnualCycle.Publishing.Tests.Mail;

public sealed class MailWriterTests
{
    private static readonly string[] Injections =
    [
        "\r\nBcc: annan@ond.example", "\nBcc: annan@ond.example", "\rBcc: annan@ond.example", "\0",
        "\u0085Bcc: a@ond.example",
        "\u2028Bcc: a@ond.example", "\r\n\r\n<b>", "\r\n.\r\nMAIL FROM:<x@ond.example>", "\u001b[2J", "\v\f",
        "=?utf-8?B?DQpCY2M6IGFAb25kLmV4YW1wbGU=?=", "\ud800",
    ];

    [Fact]
    public void A_reminder_reaches_its_reader_with_every_å_ä_and_ö()
    {
        var mail = ReadMail.Of(SomeMail.Writer.Write(SomeMail.To("asa.oberg@nord.example"), eightBit: false));
        Assert.Equal("Samverkansåret <arshjul@nord.example>", mail["From"]);
        Assert.Equal("Åsa Öberg <asa.oberg@nord.example>", mail["To"]);
        Assert.Equal("Påminnelse: mötet flyttas", mail["Subject"]);
        Assert.Equal("Sun, 22 Nov 2026 09:30:00 +0000", mail["Date"]);
        Assert.Equal("<simba.2027.1@nord.example>", mail["Message-ID"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal(["Hej Åsa!\r\n\r\nMötet är nu tisdag 9 mars.\r\n"], mail.Contents);
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public void The_same_mail_is_the_same_bytes_and_a_secret_key_is_not_read_in_it()
    {
        var mail = SomeMail.To("asa@nord.example", "asa@nord.example/2027") with { Html = "<p>Hej" };
        Assert.Equal(SomeMail.Writer.Write(mail, eightBit: true), SomeMail.Writer.Write(mail with { }, eightBit: true));
        Assert.Matches("^<[0-9a-f]{32}@nord.example>$", SomeMail.Writer.IdOf(mail));
        Assert.NotEqual(SomeMail.Writer.IdOf(mail), SomeMail.Writer.IdOf(mail with { Key = "asa@nord.example/2028" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_text_with_long_lines_dots_and_emoji_arrives_whole(bool eightBit)
    {
        var text = $".\n..två\n. tre\n{new string('å', 5000)}\n{new string('x', 2000)}\n🗓️\nFrom här\n\n.slut";
        var mail = SomeMail.To("asa@nord.example") with
        {
            Text = text, Html = $"<p>{text}</p>", Subject = $"🗓️ {new string('ö', 300)}",
        };
        var written = SomeMail.Writer.Write(mail, eightBit);
        var read = ReadMail.Of(written);
        Assert.Equal(text + "\n", read.Contents[0].ReplaceLineEndings("\n"));
        Assert.Equal($"<p>{text}</p>\n", read.Contents[1].ReplaceLineEndings("\n"));
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], read.Types);
        Assert.Equal(mail.Subject, read["Subject"]);
        AssertFitsTheNet(written);
    }

    [Fact]
    public void A_plain_link_can_be_read_in_the_file_as_it_stands()
    {
        var mail = SomeMail.To("asa@nord.example") with { Text = "Välj:\nhttps://arshjul.nord.example/in?x=1&y=2\n" };
        Assert.Contains("\r\nVälj:\r\nhttps://arshjul.nord.example/in?x=1&y=2\r\n",
            SomeMail.Writer.Write(mail, eightBit: true).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(SomeMail.Writer.Write(mail, eightBit: false), octet => octet > 127);
    }

    [Fact]
    public void An_invite_is_the_last_alternative_and_a_file_with_the_same_bytes()
    {
        const string calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ledningsgrupp å\r\nEND:VCALENDAR\r\n";
        var read = ReadMail.Of(SomeMail.Writer.Write(SomeMail.To("asa@nord.example") with
        {
            Html = "<p>Kallelse",
            Calendar = new CalendarPart("REQUEST", Encoding.UTF8.GetBytes(calendar)),
        }, eightBit: true));
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html",
            "text/calendar;method=REQUEST", "application/ics"],
            read.Types);
        Assert.Equal(["Hej Åsa!\r\n\r\nMötet är nu tisdag 9 mars.\r\n", "<p>Kallelse\r\n", calendar, calendar],
            read.Contents);
        Assert.Empty(read.Defects);
    }

    [Fact]
    public void Nobody_writes_a_line_of_their_own_into_a_mail_through_a_name_a_subject_or_a_header()
    {
        var mails = Injections.SelectMany(bad => new[]
        {
            SomeMail.To("asa@nord.example") with { To = new Mailbox("asa@nord.example", $"Åsa{bad}") },
            SomeMail.To("asa@nord.example") with { To = new Mailbox("asa@nord.example", $"Asa{bad}") },
            SomeMail.To("asa@nord.example") with { Subject = $"Möte{bad}" },
            SomeMail.To("asa@nord.example") with { Subject = bad + "Mote" },
            SomeMail.To("asa@nord.example") with { Headers = [new MailHeader("List-Id", $"simba{bad}")] },
            SomeMail.To("asa@nord.example", $"nyckel{bad}"),
            SomeMail.To("asa@nord.example") with { Text = bad, Html = bad },
        }).ToList();
        var written = mails.Select(mail => SomeMail.Writer.Write(mail, eightBit: true)).ToList();
        Assert.All(written, AssertFitsTheNet);
        Assert.All(ReadMail.All(written), read =>
        {
            Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"],
                read.Headers.Select(header => header[0]).Where(name => name is not ("List-Id" or "MIME-Version")
                    && !name.StartsWith("Content-", StringComparison.Ordinal)));
            Assert.DoesNotContain(read.Headers, header => header[1].Any(char.IsControl));
        });
    }

    [Theory]
    [InlineData("Bcc")]
    [InlineData("subject")]
    [InlineData("X-A: b\r\nBcc")]
    [InlineData("X-A\n")]
    [InlineData("")]
    public void A_header_that_every_mail_has_or_that_is_none_is_the_programmers_mistake(string name) =>
        Assert.Throws<ArgumentException>(() => SomeMail.Writer.Write(
            SomeMail.To("asa@nord.example") with { Headers = [new MailHeader(name, "x")] }, eightBit: true));

    [Theory]
    [InlineData("asa@nord.example", "asa@nord.example")]
    [InlineData("asa.o'hara+möte@nord.example", "asa.o'hara+möte@nord.example")]
    [InlineData("info@Göteborg.example", "info@xn--gteborg-90a.example")]
    [InlineData("asa", null)]
    [InlineData("@nord.example", null)]
    [InlineData("asa@", null)]
    [InlineData("asa@nord.example.", null)]
    [InlineData("asa@nord..example", null)]
    [InlineData(".asa@nord.example", null)]
    [InlineData("a..sa@nord.example", null)]
    [InlineData("asa @nord.example", null)]
    [InlineData("asa@nord.example>\r\nRCPT TO:<annan@ond.example", null)]
    [InlineData("asa\r\n@nord.example", null)]
    [InlineData("asa@nord.example\n", null)]
    [InlineData("asa\0@nord.example", null)]
    [InlineData("\"asa\"@nord.example", null)]
    [InlineData("asa,annan@nord.example", null)]
    [InlineData("annan@ond.example,asa@nord.example", null)]
    [InlineData("asa@[127.0.0.1]", null)]
    [InlineData("asa@127.0.0.1", null)]
    [InlineData("asa@nord.example ORCPT=x", null)]
    public void An_address_is_one_that_a_server_takes_or_none(string address, string? wire) =>
        Assert.Equal(wire, new Mailbox(address).Wire);

    [Theory]
    [InlineData("Samverkansåret <arshjul@nord.example>", "Samverkansåret", "arshjul@nord.example")]
    [InlineData("\"Året, samverkan\" <arshjul@nord.example>", "Året, samverkan", "arshjul@nord.example")]
    [InlineData("arshjul@nord.example", null, "arshjul@nord.example")]
    public void The_senders_name_and_address_are_read_as_people_write_them(string text, string? name, string address) =>
        Assert.Equal(new Mailbox(address, name), Mailbox.Read(text));

    internal static void AssertFitsTheNet(byte[] mail)
    {
        var text = Encoding.Latin1.GetString(mail);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.InRange(line.Length, 0, 998);
            Assert.DoesNotContain(line, octet => octet is '\r' or '\n' or '\0');
        });
        Assert.All(text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n"),
            line => Assert.InRange(line.Length, 1, 78));
    }
}
