using System.Net;
using System.Text;
using AnnualCycle.Publishing.Answers.Received;

namespace AnnualCycle.Publishing.Answers;

/// <summary>What a person wrote to the service in words of their own, without a calendar's button.</summary>
/// <param name="Keys">What names the mails that it answers, the nearest first; none when it answers none.</param>
internal sealed record PlainWords(string Text, IReadOnlyList<string> Keys)
{
    // A thread that has gone to and fro for a year is known by its last mails.
    private const int MostKeys = 20;

    private static readonly string[] Machines = ["mailer-daemon", "postmaster", "noreply", "no-reply"];

    /// <summary>
    /// Null for what a machine sent by itself, for a list's mail, for a calendar, and for a mail without words.
    /// </summary>
    public static PlainWords? In(ReceivedMail mail)
    {
        if (mail.From is not { } from || Machines.Contains(from.Split('@')[0]) || IsAutomatic(mail)
            || mail.Parts.Any(part => part.IsCalendar))
        {
            return null;
        }

        var text = mail.Text.Length > 0 ? mail.Text : WithoutTags(
            mail.Parts.FirstOrDefault(part => part.Type == "text/html")?.Text ?? "");
        return text.Length == 0 && mail.Subject.Trim().Length == 0 ? null : new PlainWords(text, KeysIn(mail));
    }

    // RFC 3834, section 2, and what lists and mail servers say of themselves.
    private static bool IsAutomatic(ReceivedMail mail) =>
        mail.All("Auto-Submitted").Any(said => HeaderTokens.WithParameters(said).Value != "no")
        || mail.Headers.Any(header => header.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase))
        || mail.All("Precedence").Any(said => said.Trim().ToLowerInvariant() is "bulk" or "junk" or "list")
        || mail.All("Return-Path").Any(path => path.Replace(" ", "") == "<>") || mail.Type == "multipart/report";

    private static IReadOnlyList<string> KeysIn(ReceivedMail mail) =>
    [
        .. mail.All("In-Reply-To")
            .Concat(mail.All("References").Select(line => string.Join(' ', line.Split(' ', '\t').Reverse())))
            .SelectMany(line => line.Split(' ', '\t', ',')).Where(id => id.StartsWith('<') && id.Contains('@'))
            .Select(id => id[1..].Split('@')[0])
            .Where(key => key.Length > 0 && key.All(sign => sign is > ' ' and <= '~'))
            .Distinct().Take(MostKeys),
    ];

    // Once through, whatever it holds: a mail is as long as its sender wants.
    private static string WithoutTags(string html)
    {
        var text = new StringBuilder();
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<')
            {
                text.Append(html[at]);
                continue;
            }

            var isHidden = html.AsSpan(at).StartsWith("<style", StringComparison.OrdinalIgnoreCase)
                || html.AsSpan(at).StartsWith("<script", StringComparison.OrdinalIgnoreCase);
            var end = isHidden ? html.IndexOf("</", at, StringComparison.Ordinal) : at;
            end = end < 0 ? -1 : html.IndexOf('>', end);
            at = end < 0 ? html.Length : end;
            text.Append(' ');
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString())
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
