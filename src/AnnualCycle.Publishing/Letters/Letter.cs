using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AnnualCycle.Publishing.Mail;
using NodaTime;

namespace AnnualCycle.Publishing.Letters;

/// <summary>
/// A letter that is put together once and read as text and as HTML: the same words in the same order, no pictures, nothing
/// fetched from anywhere, light or dark as the reader has it.
/// </summary>
/// <param name="language">"sv" or "en", for those who listen.</param>
/// <param name="subject">Of the mail that it goes in.</param>
internal sealed class Letter(string language, string subject)
{
    private const string Style = "font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:38em;"
        + "margin:0 auto;padding:16px";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    private string Text => _text.ToString().TrimEnd() + "\n";

    private string Html => $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        + $"<title>{Safe(subject)}</title>\n</head>\n<body>\n<div style=\"{Style}\">\n{_html}</div>\n</body>\n</html>\n";

    public Letter Heading(string text)
    {
        _text.Append(text).Append("\n\n");
        _html.Append($"<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 12px\">{Safe(text)}</h1>\n");
        return this;
    }

    public Letter Paragraph(string text)
    {
        _text.Append(text).Append("\n\n");
        _html.Append($"<p style=\"margin:0 0 12px\">{Safe(text)}</p>\n");
        return this;
    }

    /// <summary>Labels with what they stand for; those without a value are left out.</summary>
    public Letter Facts(params (string Label, string? Value)[] facts)
    {
        var told = facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).ToList();
        _html.Append("<table style=\"border-collapse:collapse;margin:0 0 16px\">\n");
        foreach (var (label, value) in told)
        {
            _text.Append($"{label}: {value!.Replace("\n", "\n  ")}\n");
            _html.Append("<tr><th scope=\"row\" style=\"text-align:left;vertical-align:top;padding:2px 16px 2px 0;"
                + $"font-weight:600;white-space:nowrap\">{Safe(label)}</th><td style=\"padding:2px 0\">{Linked(value!)}</td></tr>\n");
        }

        _text.Append('\n');
        _html.Append("</table>\n");
        return this;
    }

    /// <summary>Rows under headings; as text each row is a few lines. A column that is empty in every row is left out.</summary>
    public Letter Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var shown = Enumerable.Range(0, headings.Count).Where(column => rows.Any(row => row[column].Length > 0)).ToList();
        _html.Append("<table style=\"border-collapse:collapse;margin:0 0 16px\">\n");
        Row("th scope=\"col\"", shown.Select(column => headings[column]));
        foreach (var row in rows)
        {
            Row("td", shown.Select(column => row[column]));
            _text.Append(string.Join("\n  ", shown.Select(column => row[column]).Where(cell => cell.Length > 0))).Append("\n\n");
        }

        _html.Append("</table>\n");
        return this;
    }

    private void Row(string cell, IEnumerable<string> texts) => _html.Append("<tr>").Append(string.Concat(texts.Select(text =>
        $"<{cell} style=\"padding:6px 14px 6px 0;border-bottom:1px solid #888;text-align:left;vertical-align:top\">"
            + $"{Safe(text)}</{cell.Split(' ')[0]}>"))).Append("</tr>\n");

    public Letter List(IEnumerable<string> items)
    {
        _html.Append("<ul style=\"margin:0 0 16px;padding-left:1.2em\">\n");
        foreach (var item in items)
        {
            _text.Append($"– {item}\n");
            _html.Append($"<li>{Safe(item)}</li>\n");
        }

        _text.Append('\n');
        _html.Append("</ul>\n");
        return this;
    }

    /// <summary>A link that is easy to hit; as text its address stands on a line of its own.</summary>
    public Letter Button(string text, Uri link)
    {
        _text.Append($"{text}:\n{link.AbsoluteUri}\n\n");
        _html.Append("<p style=\"margin:0 0 16px\"><a style=\"display:inline-block;padding:10px 18px;border-radius:6px;"
            + $"background:#1f4e79;color:#ffffff;text-decoration:none;font-weight:600\" href=\"{Safe(link.AbsoluteUri)}\">{Safe(text)}</a></p>\n");
        return this;
    }

    /// <summary>The letter as a mail to somebody.</summary>
    public OutgoingMail Mail(string key, Mailbox to, Instant at) => new(key, to, subject, Text, at) { Html = Html };

    public Letter Small(string text)
    {
        _text.Append(text).Append("\n\n");
        _html.Append($"<p style=\"margin:0 0 12px;font-size:14px\">{Safe(text)}</p>\n");
        return this;
    }

    private static string Safe(string text) => Encoder.Encode(text);

    private static string Linked(string value) => value.StartsWith("https://", StringComparison.Ordinal)
        ? $"<a href=\"{Safe(value)}\">{Safe(value)}</a>" : string.Join("<br>", value.Split('\n').Select(Safe));
}
