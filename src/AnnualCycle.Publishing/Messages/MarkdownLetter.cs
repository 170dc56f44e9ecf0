using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages.Liquid;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AnnualCycle.Publishing.Messages;

/// <summary>
/// Puts a letter together from Markdown: headings, paragraphs, lists, simple tables, links and stress, and nothing else. A
/// paragraph that is one link alone is a button; what follows a rule is the small print at the letter's foot; a table
/// whose head is empty tells facts.
/// </summary>
/// <param name="mistake">Told line, text and advice of what a letter cannot hold.</param>
internal sealed class MarkdownLetter(Rendering message, Letter letter, Action<int, string, string?> mistake)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly List<Uri> _links = [];
    private bool _isFoot;

    /// <summary>All that the letter leads to.</summary>
    public IReadOnlyList<Uri> Links => _links;

    public void Write()
    {
        foreach (var block in Markdig.Markdown.Parse(message.Text, Markdown))
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            // Words above a rule are no heading: whoever forgets the empty line between them means the foot.
            case HeadingBlock { IsSetext: true, Level: 2 } words:
                letter.Paragraph(Of(words));
                _isFoot = true;
                break;
            case HeadingBlock { Level: 1 } heading:
                letter.Heading(Of(heading));
                break;
            case HeadingBlock heading:
                letter.Part(Of(heading));
                break;
            case ParagraphBlock paragraph when !_isFoot && Button(paragraph) is { } button:
                letter.Button(button.Text, button.Link!);
                break;
            case ParagraphBlock paragraph:
                _ = _isFoot ? letter.Small(Of(paragraph)) : letter.Paragraph(Of(paragraph));
                break;
            case ListBlock list:
                letter.List(list.OfType<ListItemBlock>().Select(Item).ToList());
                break;
            case Table table:
                Write(table);
                break;
            case ThematicBreakBlock:
                _isFoot = true;
                break;
            default:
                Refuse(block);
                break;
        }
    }

    private void Write(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Cell).ToList()).ToList();
        var width = rows[0].Count;
        rows.ForEach(row => row.AddRange(Enumerable.Repeat<Passage>("", Math.Max(0, width - row.Count))));
        if (rows[0].All(cell => cell.IsEmpty) && width == 2)
        {
            letter.Facts([.. rows.Skip(1).Select(row => (row[0], row[1]))]);
            return;
        }

        letter.Table(rows[0], [.. rows.Skip(1)]);
    }

    private Passage Cell(TableCell cell) =>
        new([.. cell.OfType<LeafBlock>().SelectMany(block => Of(block).All)]);

    private Passage Item(ListItemBlock item)
    {
        foreach (var other in item.Where(block => block is not ParagraphBlock))
        {
            Refuse(other);
        }

        return new Passage([.. item.OfType<ParagraphBlock>().SelectMany(block => Of(block).All)]);
    }

    private Phrase? Button(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LinkInline { NextSibling: null }
            && Of(paragraph).All is [{ Link: not null } only] ? only : null;

    private Passage Of(LeafBlock block)
    {
        var phrases = new List<Phrase>();
        Add(block.Inline, new Phrase(""), block.Line, phrases);
        return new Passage(phrases);
    }

    private void Add(ContainerInline? words, Phrase look, int line, List<Phrase> phrases)
    {
        foreach (var inline in words ?? Enumerable.Empty<Inline>())
        {
            Add(inline, look, inline.Line > 0 ? inline.Line : line, phrases);
        }
    }

    private void Add(Inline inline, Phrase look, int line, List<Phrase> phrases)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Say(message.Plain(literal.Content.ToString()), look, phrases);
                break;
            case HtmlEntityInline entity:
                Say(entity.Transcoded.ToString(), look, phrases);
                break;
            case LineBreakInline lineBreak:
                Say(lineBreak.IsHard ? "\n" : " ", look, phrases);
                break;
            case EmphasisInline emphasis:
                Add(emphasis, emphasis.DelimiterCount > 1
                    ? look with { IsStrong = true } : look with { IsEmphasised = true }, line, phrases);
                break;
            case LinkInline { IsImage: false } link:
                Add(link, look with { Link = Address(link.Url ?? "", line) }, line, phrases);
                break;
            case AutolinkInline link:
                Say(link.Url, look with { Link = Address(link.IsEmail ? $"mailto:{link.Url}" : link.Url, line) }, phrases);
                break;
            // What a table's parser left behind is words.
            case DelimiterInline delimiter:
                Say(message.Plain(delimiter.ToLiteral()), look, phrases);
                Add(delimiter, look, line, phrases);
                break;
            default:
                mistake(message.LineOf(line), $"{Name(inline)} går inte att ha i ett mejl", Advice);
                break;
        }
    }

    private static void Say(string text, Phrase look, List<Phrase> phrases)
    {
        if (phrases is [.., var last] && last with { Text = "" } == look)
        {
            phrases[^1] = last with { Text = last.Text + text };
            return;
        }

        phrases.Add(look with { Text = text });
    }

    // A value that is no address leads nowhere, whatever it says.
    private Uri? Address(string written, int line)
    {
        if (Uri.TryCreate(message.Address(written), UriKind.Absolute, out var link)
            && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeMailto))
        {
            _links.Add(link);
            return link;
        }

        mistake(message.LineOf(line), $"länken leder inte till någon adress: ”{message.Plain(written)}”",
            "Skriv hela adressen, med https:// eller mailto:, eller ett värde som är en adress");
        return null;
    }

    private const string Advice = "Skriv rubriker, stycken, listor, tabeller, länkar och **betoning**";

    private void Refuse(Block block) => mistake(message.LineOf(block.Line), $"{Name(block)} går inte att ha i ett mejl", Advice);

    private static string Name(MarkdownObject part) => part switch
    {
        HtmlBlock or HtmlInline => "HTML",
        FencedCodeBlock or CodeBlock or CodeInline => "kod",
        QuoteBlock => "ett citat",
        LinkInline => "en bild",
        ListBlock => "en lista i en lista",
        _ => "det som står här",
    };
}
