using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Rounds;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>The mail by which one person is asked about all dates of a round, and the one that reminds them.</summary>
/// <param name="Dates">In order.</param>
/// <param name="NameOf">What a group is called, by its id.</param>
/// <param name="Link">Full address of the page with the person's questions.</param>
internal sealed record RoundLetter(
    Round Round, string Collaboration, IReadOnlyList<RoundMeeting> Dates, Func<string, string> NameOf, Uri Link)
{
    // Readable on white and on black alike: nothing but the button has a colour of its own.
    private const string Cell = "padding:6px 14px 6px 0;border-bottom:1px solid #888;text-align:left;vertical-align:top",
        Body = "margin:0;padding:16px;max-width:44em;font:16px/1.5 'Segoe UI',Roboto,Arial,sans-serif",
        Pressed = "display:inline-block;padding:10px 22px;border:1px solid #1d4e89;border-radius:4px;background:#1d4e89;"
            + "color:#ffffff;font-weight:600;text-decoration:none";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public OutgoingMail Write(string key, Mailbox to, string language, bool isReminder, Instant at)
    {
        var words = new RoundText(language);
        var lines = Dates.Select(date => words.Line(date, NameOf)).ToList();
        string[] before =
        [
            words.Greeting(to.Name ?? to.Address), words.Opening(Collaboration, Round.Year, Round.Number),
            .. isReminder ? [words.Missing, words.Latest(Round.Until)] : new[] { words.Request(Round.Until) },
        ];
        string[] after = [words.Closing, words.Questions(Collaboration)];
        return new OutgoingMail(key, to, words.Subject(Collaboration, Round.Year, isReminder),
            TextOf(before, lines, after), at) { Html = HtmlOf(words, before, lines, after) };
    }

    private string TextOf(string[] before, IReadOnlyList<RoundLine> lines, string[] after)
    {
        var dates = lines.Select(line => $"{line.Day}, {line.Time}\n  {line.What}"
            + (line.Place.Length > 0 ? $"\n  {line.Place}" : ""));
        return string.Join("\n\n", [.. before, Link.AbsoluteUri, .. dates, .. after]);
    }

    private string HtmlOf(RoundText words, string[] before, IReadOnlyList<RoundLine> lines, string[] after)
    {
        var html = new StringBuilder($"<!doctype html>\n<html lang=\"{words.Language}\"><head><meta charset=\"utf-8\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
            .Append(Html.Encode(words.Subject(Collaboration, Round.Year, isReminder: false)))
            .Append($"</title></head>\n<body style=\"{Body}\">\n");
        Paragraphs(html, before);
        html.Append($"<p><a href=\"{Html.Encode(Link.AbsoluteUri)}\" style=\"{Pressed}\">{words.Button}</a></p>\n");
        Table(html, words, lines);
        Paragraphs(html, after);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Paragraphs(StringBuilder html, string[] paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            html.Append($"<p>{Html.Encode(paragraph)}</p>\n");
        }
    }

    private static void Table(StringBuilder html, RoundText words, IReadOnlyList<RoundLine> lines)
    {
        var hasPlaces = lines.Any(line => line.Place.Length > 0);
        html.Append("<table style=\"border-collapse:collapse\">\n");
        Row(html, "th", words.Headings, hasPlaces);
        foreach (var line in lines)
        {
            Row(html, "td", (line.Day, line.Time, line.What, line.Place), hasPlaces);
        }

        html.Append("</table>\n");
    }

    private static void Row(
        StringBuilder html, string kind, (string Day, string Time, string What, string Place) cells, bool hasPlaces)
    {
        html.Append("<tr>");
        foreach (var cell in hasPlaces ? new[] { cells.Day, cells.Time, cells.What, cells.Place }
            : [cells.Day, cells.Time, cells.What])
        {
            var whole = cell == cells.Time ? ";white-space:nowrap" : "";
            html.Append($"<{kind}{(kind == "th" ? " scope=\"col\"" : "")} style=\"{Cell}{whole}\">{Html.Encode(cell)}</{kind}>");
        }

        html.Append("</tr>\n");
    }
}
