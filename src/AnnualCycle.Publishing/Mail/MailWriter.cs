using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Mail;

/// <summary>Writes mails as the net carries them (RFC 5322, 2045), the same mail always in the same bytes.</summary>
/// <param name="from">Whom all mails are from; its host ends every Message-ID.</param>
/// <param name="replyTo">Where answers go; null when that is where they come from.</param>
/// <param name="eightBit">Whether letters beyond ASCII may stand in a frozen mail as they are.</param>
public sealed partial class MailWriter(Mailbox from, Mailbox? replyTo = null, bool eightBit = false)
{
    // RFC 5322, 2.1.1: 998 octets; what is written as it stands keeps well below.
    private const int LongestLine = 900;

    private static readonly string[] OnEveryMail =
    [
        "From", "Reply-To", "To", "Cc", "Bcc", "Sender", "Subject", "Date", "Message-ID", "Auto-Submitted",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition",
    ];

    private static readonly InstantPattern Date =
        InstantPattern.CreateWithInvariantCulture("ddd', 'd' 'MMM' 'uuuu' 'HH':'mm':'ss' +0000'");

    /// <summary>Whom all mails are from.</summary>
    public Mailbox From { get; } = from;

    /// <summary>Writes a mail once and for all, to be sent later.</summary>
    /// <exception cref="ArgumentException">The receiver has no <see cref="Mailbox.Wire"/>.</exception>
    public FrozenMail Freeze(OutgoingMail mail) => new(mail.To, mail.At, Write(mail, eightBit));

    /// <param name="eightBit">
    /// Whether letters beyond ASCII may stand in the text as they are (RFC 6152); otherwise such a text is base64.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The receiver has no <see cref="Mailbox.Wire"/>, or a header's name is none.
    /// </exception>
    public byte[] Write(OutgoingMail mail, bool eightBit)
    {
        var text = new StringBuilder(HeaderText.Line("From", From));
        text.Append(replyTo is null ? "" : HeaderText.Line("Reply-To", replyTo))
            .Append(HeaderText.Line("To", mail.To))
            .Append(HeaderText.Line("Subject", mail.Subject))
            .Append(CultureInfo.InvariantCulture, $"Date: {Date.Format(mail.At)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Message-ID: {IdOf(mail)}\r\nAuto-Submitted: auto-generated\r\n");
        foreach (var header in mail.Headers)
        {
            text.Append(HeaderText.Line(Name(header), header.Value));
        }

        return Encoding.UTF8.GetBytes(text.Append("MIME-Version: 1.0\r\n").Append(Body(mail, eightBit)).ToString());
    }

    /// <summary>The Message-ID: the mail's key where it can stand there as it is, else its print.</summary>
    public string IdOf(OutgoingMail mail) =>
        $"<{(PlainKey().IsMatch(mail.Key) ? mail.Key : Print(mail.Key))}@{From.WireHost}>";

    // Thunderbird's and Gmail's form of an invite: last of the alternatives, and once more as a file (RFC 6047, 2.4).
    private static string Body(OutgoingMail mail, bool eightBit)
    {
        var alternatives = new List<string> { Text("plain", mail.Text, eightBit) };
        if (mail.Html is { } html)
        {
            alternatives.Add(Text("html", html, eightBit));
        }

        if (mail.Calendar is not { } calendar)
        {
            return Multipart("alternative", alternatives);
        }

        if (!calendar.Method.All(char.IsAsciiLetterUpper) || calendar.Method.Length == 0)
        {
            throw new ArgumentException($"{calendar.Method} is no METHOD", nameof(mail));
        }

        alternatives.Add(Base64($"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Content.Span));
        return Multipart("mixed", [Multipart("alternative", alternatives), Base64(
            "application/ics; name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"",
            calendar.Content.Span)]);
    }

    // The boundary is the print of what it parts: nobody can write a text that holds its own. The line end before it is
    // its own, not the part's (RFC 2046, 5.1.1).
    private static string Multipart(string kind, IReadOnlyList<string> parts)
    {
        if (parts is [var only])
        {
            return only;
        }

        var boundary = $"=_{Print(string.Concat(parts))}";
        return $"Content-Type: multipart/{kind};\r\n boundary=\"{boundary}\"\r\n\r\n"
            + string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n";
    }

    private static string Text(string kind, string text, bool eightBit)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Visible).ToList();
        var (body, type) = (string.Concat(lines.Select(line => $"{line}\r\n")), $"text/{kind}; charset=utf-8");
        var encoding = Ascii.IsValid(body) ? "7bit" : "8bit";
        return lines.All(line => Encoding.UTF8.GetByteCount(line) <= LongestLine) && (eightBit || encoding == "7bit")
            ? $"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"
            : Base64(type, Encoding.UTF8.GetBytes(body));
    }

    private static string Visible(string line) => !line.Any(char.IsControl) ? line
        : string.Concat(line.Where(character => character == '\t' || !char.IsControl(character)));

    private static string Base64(string type, ReadOnlySpan<byte> content) =>
        $"Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    private static string Name(MailHeader header) =>
        HeaderName().IsMatch(header.Name) && !OnEveryMail.Contains(header.Name, StringComparer.OrdinalIgnoreCase)
            ? header.Name : throw new ArgumentException($"{header.Name} is no header to add", nameof(header));

    private static string Print(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);

    [GeneratedRegex(@"^(?=.{1,100}\z)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex PlainKey();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,60}\z")]
    private static partial Regex HeaderName();
}
