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
public sealed class Letter(string language, string subject)
{
    private const string Style = "font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:38em;"
        + "margin:0 auto;padding:16px";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    /// <summary>Of the mail that it goes in.</summary>
    public string Subject { get; } = subject;

    /// <summary>Null for a letter that nobody can be without.</summary>
    public WayOut? WayOut { get; set; }

    /// <summary>For programs that show no HTML.</summary>
    public string Text => _text.ToString().TrimEnd() + "\n";

    /// <summary>A whole document.</summary>
    public string Html => $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        + $"<title>{Safe(Subject)}</title>\n</head>\n<body>\n<div style=\"{Style}\">\n{_html}</div>\n</body>\n</html>\n";

    public Letter Heading(Passage text)
    {
        _text.Append(text.Text).Append("\n\n");
        _html.Append($"<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 12px\">{Safe(text)}</h1>\n");
        return this;
    }

    /// <summary>The head of a part of the letter.</summary>
    public Letter Part(Passage text)
    {
        _text.Append(text.Text).Append("\n\n");
        _html.Append($"<h2 style=\"font-size:18px;line-height:1.3;margin:20px 0 8px\">{Safe(text)}</h2>\n");
        return this;
    }

    public Letter Paragraph(Passage text)
    {
        _text.Append(text.Text).Append("\n\n");
        _html.Append($"<p style=\"margin:0 0 12px\">{Safe(text)}</p>\n");
        return this;
    }

    /// <summary>Labels with what they stand for; those without a value are left out.</summary>
    public Letter Facts(IReadOnlyList<(Passage Label, Passage Value)> facts)
    {
        _html.Append("<table style=\"border-collapse:collapse;margin:0 0 16px\">\n");
        foreach (var (label, value) in facts.Where(fact => !fact.Value.IsEmpty))
        {
            _text.Append($"{label.Text}: {value.Text.Replace("\n", "\n  ")}\n");
            _html.Append("<tr><th scope=\"row\" style=\"text-align:left;vertical-align:top;padding:2px 16px 2px 0;"
                + $"font-weight:600;white-space:nowrap\">{Safe(label)}</th>"
                + $"<td style=\"padding:2px 0\">{Linked(value)}</td></tr>\n");
        }

        _text.Append('\n');
        _html.Append("</table>\n");
        return this;
    }

    /// <summary>Rows under headings; as text each row is a few lines. A column that is empty in every row is left out.</summary>
    public Letter Table(IReadOnlyList<Passage> headings, IReadOnlyList<IReadOnlyList<Passage>> rows)
    {
        var shown = Enumerable.Range(0, headings.Count).Where(column => rows.Any(row => !row[column].IsEmpty)).ToList();
        _html.Append("<table style=\"border-collapse:collapse;margin:0 0 16px\">\n");
        Row("th scope=\"col\"", shown.Select(column => headings[column]));
        foreach (var row in rows)
        {
            Row("td", shown.Select(column => row[column]));
            _text.Append(string.Join("\n  ", shown.Select(column => row[column]).Where(cell => !cell.IsEmpty)
                .Select(cell => cell.Text))).Append("\n\n");
        }

        _html.Append("</table>\n");
        return this;
    }

    private void Row(string cell, IEnumerable<Passage> texts) => _html.Append("<tr>").Append(string.Concat(texts.Select(text =>
        $"<{cell} style=\"padding:6px 14px 6px 0;border-bottom:1px solid #888;text-align:left;vertical-align:top\">"
            + $"{Safe(text)}</{cell.Split(' ')[0]}>"))).Append("</tr>\n");

    public Letter List(IEnumerable<Passage> items)
    {
        _html.Append("<ul style=\"margin:0 0 16px;padding-left:1.2em\">\n");
        foreach (var item in items)
        {
            _text.Append($"– {item.Text}\n");
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
            + $"background:#1f4e79;color:#ffffff;text-decoration:none;font-weight:600\" href=\"{Safe(link.AbsoluteUri)}\">"
            + $"{Safe(text)}</a></p>\n");
        return this;
    }

    /// <summary>The letter as a mail to somebody.</summary>
    public OutgoingMail Mail(string key, Mailbox to, Instant at) => new(key, to, Subject, Text, at)
    {
        Html = Html, Headers = WayOut?.Headers ?? [],
    };

    public Letter Small(Passage text)
    {
        _text.Append(text.Text).Append("\n\n");
        _html.Append($"<p style=\"margin:0 0 12px;font-size:14px\">{Safe(text)}</p>\n");
        return this;
    }

    private static string Safe(string text) => Encoder.Encode(text);

    private static string Safe(Passage text) => string.Concat(text.All.Select(Safe));

    private static string Safe(Phrase phrase)
    {
        var html = string.Join("<br>", phrase.Text.Split('\n').Select(Safe));
        html = phrase.IsEmphasised ? $"<em>{html}</em>" : html;
        html = phrase.IsStrong ? $"<strong>{html}</strong>" : html;
        return phrase.Link is { } link ? $"<a href=\"{Safe(link.AbsoluteUri)}\">{html}</a>" : html;
    }

    // An address that somebody wrote as a fact, a video meeting's, is there to be followed.
    private static string Linked(Passage value) => value.All is [{ Link: null } only]
        && only.Text.StartsWith("https://", StringComparison.Ordinal) && !only.Text.Any(char.IsWhiteSpace)
        ? $"<a href=\"{Safe(only.Text)}\">{Safe(only.Text)}</a>" : Safe(value);
}
