namespace AnnualCycle.Publishing.Letters;

/// <summary>Some words of a letter that look one way.</summary>
/// <param name="Link">Where they lead; null for words alone.</param>
public sealed record Phrase(string Text, Uri? Link = null)
{
    public bool IsStrong { get; init; }

    public bool IsEmphasised { get; init; }
}

/// <summary>Words that stand together in a letter: a paragraph, a cell, a line of a list.</summary>
public sealed record Passage(IReadOnlyList<Phrase> All)
{
    public bool IsEmpty => All.All(phrase => string.IsNullOrWhiteSpace(phrase.Text));

    /// <summary>As text: an address stands after the words that lead there.</summary>
    public string Text => string.Concat(All.Select(phrase =>
        phrase.Link is not { } link || phrase.Text == link.AbsoluteUri ? phrase.Text : $"{phrase.Text} ({Shown(link)})"));

    public static implicit operator Passage(string text) => new([new Phrase(text)]);

    private static string Shown(Uri link) => link.Scheme == Uri.UriSchemeMailto
        ? link.AbsoluteUri["mailto:".Length..] : link.AbsoluteUri;
}
