using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages.Liquid;

namespace AnnualCycle.Publishing.Messages;

/// <summary>One file: the subject and the text of a kind of mail in one language.</summary>
internal sealed class MessageFile
{
    private const string Begins = "subject:";

    private readonly LetterDates _dates;
    private readonly IReadOnlyList<Node> _subject;
    private readonly IReadOnlyList<Node> _body;

    private MessageFile(string language, IReadOnlyList<Node> subject, IReadOnlyList<Node> body)
    {
        (_dates, _subject, _body) = (new LetterDates(language), subject, body);
    }

    /// <summary>Null after a mistake.</summary>
    public static MessageFile? Read(
        string file, string text, (MessageKind Kind, string Language) of, ICollection<Mistake> mistakes)
    {
        var found = new List<Mistake>();
        var lines = Rendering.WithoutSigns(text.ReplaceLineEndings("\n").TrimStart('\uFEFF')).Split('\n');
        if (!lines[0].StartsWith(Begins, StringComparison.OrdinalIgnoreCase) || lines[0].Length == Begins.Length)
        {
            found.Add(new Mistake(file, 1, "ämnesraden saknas", "Börja filen med ”subject: ” och ämnet"));
            lines = [Begins, .. lines.Skip(1)];
        }

        // The first line is left empty so that each of the rest keeps its number.
        var message = new MessageFile(of.Language, LiquidReader.Read(lines[0][Begins.Length..].Trim(), Mistake),
            LiquidReader.Read(string.Join('\n', lines.Skip(1).Prepend("")), Mistake));
        if (found.Count == 0)
        {
            message.Check(of.Kind, Mistake);
        }

        found.Distinct().OrderBy(mistake => mistake.Line).ToList().ForEach(mistakes.Add);
        return found.Count == 0 ? message : null;

        void Mistake(int line, string what, string? advice) => found.Add(new Mistake(file, line, what, advice));
    }

    /// <param name="group">What its reader turns it off with.</param>
    public Letter Write(MessageValues values, MailGroup? group)
    {
        var letter = Write(values, (_, _, _) => { }).Letter;
        letter.WayOut = group is null ? null : new WayOut((Uri)values[MessageKind.WayOut]!, group.Name);
        return letter;
    }

    public string Subject(MessageValues values)
    {
        var subject = Rendering.Of(_subject, values, _dates);
        return string.Join(' ', subject.Plain(subject.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private (Letter Letter, IReadOnlyList<Uri> Links) Write(MessageValues values, Action<int, string, string?> mistake)
    {
        var letter = new Letter(_dates.Language, Subject(values));
        var markdown = new MarkdownLetter(Rendering.Of(_body, values, _dates), letter, mistake);
        markdown.Write();
        return (letter, markdown.Links);
    }

    private void Check(MessageKind kind, Action<int, string, string?> mistake)
    {
        var wrong = 0;
        var check = new Check(Count);
        check.Nodes(_subject, new Scope(kind.Sample));
        check.Nodes(_body, new Scope(kind.Sample));
        if (wrong > 0)
        {
            return;
        }

        var (letter, links) = Write(kind.Sample, Count);
        if (letter.Subject.Length == 0 || string.IsNullOrWhiteSpace(letter.Text))
        {
            mistake(letter.Subject.Length == 0 ? 1 : 0, "mejlet blir tomt", "Skriv både ämne och text");
        }

        if (kind.Group is not null && !links.Contains((Uri)kind.Sample[MessageKind.WayOut]!))
        {
            mistake(0, "vägen ut saknas: den som får mejlet måste kunna välja bort det",
                $"Lägg till en länk längst ner: [Välj vilka mejl du får]({{{{ {MessageKind.WayOut} }}}})");
        }

        void Count(int line, string what, string? advice)
        {
            wrong++;
            mistake(line, what, advice);
        }
    }
}
