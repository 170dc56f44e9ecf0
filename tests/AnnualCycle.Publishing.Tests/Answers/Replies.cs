// Over 200 lines because the mails stand as programs write them.
using System.Text;

namespace AnnualCycle.Publishing.Tests.Answers;

/// <summary>Answers to an invite in the shapes in which programs send them, in our own words.</summary>
internal static class Replies
{
    public const string Uid = "7d0f@nord.example", Anna = "anna@nord.example", Bo = "bo@nord.example";

    /// <summary>The calendar of an answer.</summary>
    public static string Calendar(string attendee = $"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{Anna}", int sequence = 1,
        string stamp = "20261123T100000Z", string? method = "METHOD:REPLY", string uid = Uid, string more = "") =>
        string.Join("\r\n", new[]
        {
            "BEGIN:VCALENDAR", "PRODID:-//Prov//SV", "VERSION:2.0", method, "BEGIN:VEVENT", $"UID:{uid}",
            $"DTSTAMP:{stamp}", "DTSTART:20270209T080000Z", "DTEND:20270209T093000Z", $"SEQUENCE:{sequence}", attendee, more,
            "END:VEVENT", "END:VCALENDAR", "",
        }.Where(line => line is not null and not "").Append(""));

    /// <summary>A mail of one calendar part.</summary>
    public static byte[] Reply(string calendar, string from = Anna, string headers = "",
        string type = "text/calendar; charset=utf-8; method=REPLY") => Utf8(
        $"From: {from}\r\nTo: arshjul@nord.example\r\nSubject: Svar\r\n{headers}MIME-Version: 1.0\r\n"
        + $"Content-Type: {type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{calendar}");

    /// <summary>Without ORGANIZER, in base64, with the words in a header in Latin letters (Exchange).</summary>
    public static byte[] Outlook() => Utf8($"""
        Received: from mail.nord.example by mx.nord.example; Mon, 23 Nov 2026 11:00:00 +0100
        From: =?iso-8859-1?Q?=C5sa_=D6berg?= <Anna@Nord.Example>
        To: "=?utf-8?B?U2FtdmVya2Fuc8OlcmV0?=" <arshjul@nord.example>
        Subject: =?iso-8859-1?Q?Accepterat:_M=F6te_i?=
         =?iso-8859-1?Q?_Styrgruppen?=
        Content-Language: sv-SE
        X-MS-Has-Attach:
        Content-Type: multipart/alternative;
        	boundary="_000_ABC_"
        MIME-Version: 1.0

        --_000_ABC_
        Content-Type: text/plain; charset="iso-8859-1"
        Content-Transfer-Encoding: quoted-printable

        Jag kommer g=E4rna.=20
        --_000_ABC_
        Content-Type: text/calendar; charset="utf-8"; method=REPLY
        Content-Transfer-Encoding: base64

        {Base64(Calendar("ATTENDEE;PARTSTAT=ACCEPTED;CN=Åsa Öberg:MAILTO:anna@nord.example", more:
            "SUMMARY;LANGUAGE=sv-SE:Accepterat: Möte\r\nREQUEST-STATUS:2.0;Success\r\nCOMMENT;LANGUAGE=sv-SE:Jag kommer gärna\\, åtminstone till tio."))}

        --_000_ABC_--

        """);

    /// <summary>In a mixed with the same calendar once more as a file, and what was added as a parameter (Google).</summary>
    public static byte[] Gmail()
    {
        var calendar = Calendar("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Anna Ek;X-NUM-GUEST\r\n"
            + " S=0;X-RESPONSE-COMMENT=\"Bortrest: åter 12/2\":mailto:anna@nord.example",
            more: "ORGANIZER;CN=Samverkan:mailto:c_188abc@group.calendar.example\r\nSTATUS:CONFIRMED");
        return Utf8($"""
            MIME-Version: 1.0
            From: Anna Ek <anna@nord.example>
            Subject: Avvisat: Styrgruppen tis 9 feb. 2027 09:00
            Content-Type: multipart/mixed; boundary=000000000000a1

            --000000000000a1
            Content-Type: multipart/alternative; boundary=000000000000b2

            --000000000000b2
            Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

            Anna Ek har avvisat inbjudan.

            --000000000000b2
            Content-Type: text/calendar; charset="UTF-8"; method=REPLY
            Content-Transfer-Encoding: quoted-printable

            {Quoted(calendar)}
            --000000000000b2--

            --000000000000a1
            Content-Type: application/ics; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"
            Content-Transfer-Encoding: base64

            {Base64(calendar)}
            --000000000000a1--

            """);
    }

    /// <summary>The calendar as a file alone, the method in its body alone, lines that end in LF (Apple).</summary>
    public static byte[] Apple() => Utf8($"""
        From: anna@nord.example (Anna Ek)
        Subject: Anna Ek tackade kanske
        Mime-Version: 1.0 (Mac OS X Mail)
        Content-Type: multipart/mixed; boundary="Apple-Mail=_1"

        --Apple-Mail=_1
        Content-Type: text/html; charset=utf-8

        <p>Kanske</p>
        --Apple-Mail=_1
        Content-Disposition: attachment; filename*=utf-8''m%C3%B6te.ics
        Content-Type: application/octet-stream; x-unix-mode=0644
        Content-Transfer-Encoding: 7bit

        {Calendar("ATTENDEE;PARTSTAT=TENTATIVE;EMAIL=\"anna@nord.example\":mailto:anna@nord.example").ReplaceLineEndings("\n")}
        --Apple-Mail=_1--

        """, "\n");

    /// <summary>Two calendars of the same, the parameter in lower case (Thunderbird).</summary>
    public static byte[] Thunderbird() => Utf8($"""
        Message-ID: <0a1b@nord.example>
        MIME-Version: 1.0
        User-Agent: Mozilla Thunderbird
        From: Anna Ek <anna@nord.example>
        Subject: Anna Ek har accepterat
        Content-Type: multipart/mixed; boundary="------------sinikael-?=_1-16"

        --------------sinikael-?=_1-16
        Content-Type: multipart/alternative;
         boundary="------------sinikael-?=_2-16"

        --------------sinikael-?=_2-16
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit

        Jag kommer
        --------------sinikael-?=_2-16
        Content-Type: text/calendar; method=reply; charset=windows-1252
        Content-Transfer-Encoding: 8bit

        
        """).Concat(Encoding.Latin1.GetBytes(Calendar("ATTENDEE;CN=Åsa;PARTSTAT=ACCEPTED:mailto:anna@nord.example", method: null)))
        .Concat(Utf8("--------------sinikael-?=_2-16--\n--------------sinikael-?=_1-16--\n")).ToArray();

    /// <summary>A mail server that could not hand over (postfix).</summary>
    public static byte[] Bounce(string messageId, string action = "failed") => Utf8($"""
        From: MAILER-DAEMON@mx.nord.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B/1"

        --B/1
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you
        --B/1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.nord.example
        Arrival-Date: Mon, 23 Nov 2026 11:00:00 +0100

        Final-Recipient: rfc822; Bo@nord.example
        Original-Recipient: rfc822;bo@nord.example
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <bo@nord.example>:
         Recipient address rejected

        --B/1
        Content-Type: message/rfc822

        From: arshjul@nord.example
        Message-ID: <{messageId}@nord.example>
        Subject: x
        Content-Type: text/calendar; method=REQUEST

        {Calendar(method: "METHOD:REPLY")}
        --B/1--

        """);

    public static string Base64(string text) => Convert.ToBase64String(
        Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks);

    public static byte[] Utf8(string text, string lineEnd = "\r\n") => Encoding.UTF8.GetBytes(text.ReplaceLineEndings(lineEnd));

    // Every letter that has to be, and a soft end within each line that is long.
    private static string Quoted(string text) => string.Join("\r\n", text.Split("\r\n").Select(line =>
    {
        var coded = string.Concat(Encoding.UTF8.GetBytes(line).Select(one =>
            one is (byte)'=' or > 126 ? $"={one:X2}" : $"{(char)one}"));
        return string.Join("=\r\n", Chunks(coded));
    }));

    private static IEnumerable<string> Chunks(string coded)
    {
        for (var at = 0; at < Math.Max(1, coded.Length);)
        {
            var length = Math.Min(72, coded.Length - at);
            // A code is not torn apart.
            while (at + length < coded.Length && coded.LastIndexOf('=', at + length - 1, Math.Min(2, length)) >= 0)
            {
                length--;
            }

            yield return coded.Substring(at, length);
            at += Math.Max(1, length);
        }
    }
}
