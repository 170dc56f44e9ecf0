using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AnnualCycle.Publishing.Answers.Received;

namespace AnnualCycle.Publishing.Tests.Answers;

/// <summary>Mails are taken apart as Python's email package does it, and whatever is no mail harms nobody.</summary>
public sealed class MimeReaderTests
{
    private const string Judge = """
        import email, email.policy, email.header, json, sys
        mails = []
        for line in sys.stdin:
            m = email.message_from_bytes(bytes.fromhex(line.strip()), policy=email.policy.compat32)
            leaves = []
            def walk(p):
                if p.is_multipart() and not p.get_content_type().startswith('message/'):
                    for q in p.get_payload(): walk(q)
                elif not p.get_content_type().startswith('message/'):
                    leaves.append([p.get_content_type(), p.get_content_charset() or '', p.get_payload(decode=True).hex()])
            walk(m)
            subject = str(email.header.make_header(email.header.decode_header(m.get('Subject', ''))))
            mails.append(dict(subject=subject, leaves=leaves))
        print(json.dumps(mails))
        """;

    [Fact]
    public async Task Mails_of_every_make_are_read_as_another_program_reads_them()
    {
        var made = new MadeUpMail(2027);
        byte[][] mails = [.. Enumerable.Range(0, 300).Select(_ => made.Next()), Replies.Outlook(), Replies.Gmail(), Replies.Apple()];

        var judged = await JudgedAsync(mails);

        foreach (var (mail, expected) in mails.Zip(judged))
        {
            var read = MimeReader.Read(mail);
            Assert.Equal(expected.Subject, read.Subject);
            Assert.Equal(expected.Leaves.Select(leaf => string.Join(' ', leaf)), read.Parts.Select(part =>
                $"{part.Type} {part.Charset?.ToLowerInvariant()} {Convert.ToHexStringLower(part.Content)}"));
        }
    }

    [Fact]
    public void Nothing_that_is_sent_breaks_it_or_makes_it_do_more_than_its_limits()
    {
        var (made, random) = (new MadeUpMail(7), new Numbers(11));
        for (var i = 0; i < 2000; i++)
        {
            var mail = i % 3 == 0 ? Replies.Gmail() : i % 3 == 1 ? Replies.Bounce("x") : made.Next();
            for (var change = random.Below(8); change >= 0; change--)
            {
                var at = random.Below(mail.Length);
                mail = random.Below(3) switch
                {
                    0 => [.. mail[..at], (byte)random.Below(256), .. mail[at..]],
                    1 => [.. mail[..at], .. mail[Math.Min(mail.Length, at + random.Below(40))..]],
                    _ => [.. mail[..at], .. mail[random.Below(mail.Length)..]],
                };
            }

            var read = MimeReader.Read(mail);
            Assert.InRange(read.Parts.Sum(part => part.Content.Length), 0, mail.Length);
            _ = (read.From, read.Subject, read.Text, Bounce.Of(read), new Authentication("x").Vouches(read));
        }
    }

    [Fact]
    public void Parts_in_parts_without_end_and_parts_without_number_are_cut_off()
    {
        var deep = new StringBuilder("From: a@b.example\n");
        for (var i = 0; i < 5000; i++)
        {
            deep.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        Assert.Single(MimeReader.Read(Replies.Utf8(deep.ToString())).Parts);
        var wide = "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 100_000));
        Assert.Equal(MimeReader.MostParts, MimeReader.Read(Replies.Utf8(wide)).Parts.Count);
    }

    [Theory]
    // Blanks at the end of a line were added on the way (RFC 2045, section 6.7).
    [InlineData("quoted-printable", "a=20 \t\r\nb= \r\nc=3d=zz=", "a \r\nbc==zz")]
    [InlineData("Base64", "bcO2\r\n d!GU=", "möte")]
    [InlineData("base64", "bcO2dG", "möt")]
    [InlineData("x-okänd", "a=20", "a=20")]
    public void What_was_changed_on_the_way_is_undone_as_far_as_it_can_be(string coding, string carried, string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(TransferCoding.Decode(Encoding.ASCII.GetBytes(carried), coding)));

    [Theory]
    [InlineData("anna@nord.example", "anna@nord.example")]
    [InlineData("\"bo@nord.example\" <Anna@Nord.example>", "anna@nord.example")]
    [InlineData("anna@nord.example (bo@nord.example)", "anna@nord.example")]
    [InlineData("\"a\\\"b <bo@nord.example>\" <anna@nord.example>", "anna@nord.example")]
    [InlineData("<bo@nord.example> <anna@nord.example>", "anna@nord.example")]
    [InlineData("=?utf-8?q?bo=40nord=2Eexample?= <anna@nord.example>", "anna@nord.example")]
    [InlineData("anna@nord.example, bo@nord.example", null)]
    [InlineData("grupp: anna@nord.example, bo@nord.example;", null)]
    [InlineData("undisclosed-recipients:;", null)]
    [InlineData("anna", null)]
    [InlineData("", null)]
    public void The_address_is_the_one_that_the_mail_is_from(string from, string? address) =>
        Assert.Equal(address, MimeReader.Read(Replies.Utf8($"From: {from}\n\n")).From is { Length: > 0 } read ? read : null);

    private sealed record Judged(string Subject, IReadOnlyList<string[]> Leaves);

    private static async Task<IReadOnlyList<Judged>> JudgedAsync(byte[][] mails)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Judge])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var output = python.StandardOutput.ReadToEndAsync();
        foreach (var mail in mails)
        {
            await python.StandardInput.WriteLineAsync(Convert.ToHexString(mail));
        }

        python.StandardInput.Close();
        return JsonSerializer.Deserialize<List<Judged>>(await output, JsonSerializerOptions.Web)!;
    }
}
