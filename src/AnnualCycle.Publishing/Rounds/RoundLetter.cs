using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Rounds;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>The mail by which one person is asked about all dates of a round, and the one that reminds them.</summary>
/// <param name="Dates">In order.</param>
/// <param name="Link">Full address of the page with the person's questions.</param>
internal sealed record RoundLetter(Round Round, IReadOnlyList<RoundMeeting> Dates, Uri Link)
{
    public OutgoingMail Write(string key, Mailbox to, string language, bool isReminder, Instant at)
    {
        var words = new RoundText(language);
        var letter = new Letter(language, words.Subject(Round.Name, Round.Year, isReminder))
            .Paragraph(words.Greeting(to.Name ?? to.Address))
            .Paragraph(words.Opening(Round.Name, Round.Year, Round.Number));
        letter = isReminder ? letter.Paragraph(words.Missing).Paragraph(words.Latest(Round.Until))
            : letter.Paragraph(words.Request(Round.Until));
        var lines = Dates.Select(words.Line);
        return letter.Button(words.Button, Link)
            .Table(words.Headings, [.. lines.Select(line => (string[])[$"{line.Day}, {line.Time}", line.What, line.Place])])
            .Paragraph(words.Closing).Paragraph(words.Questions(Round.Name)).Mail(key, to, at);
    }
}
