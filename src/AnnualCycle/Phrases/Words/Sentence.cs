namespace AnnualCycle.Phrases.Words;

/// <summary>
/// The tokens of a phrase; outside of it every token is <see cref="TokenKind.End"/>, so that recognisers may look
/// ahead.
/// </summary>
internal sealed class Sentence(string phrase)
{
    private readonly IReadOnlyList<Token> tokens = Tokenizer.Cut(phrase);

    private static readonly Token Outside = new(TokenKind.End);

    public int Count => tokens.Count;

    public Token this[int index] => index >= 0 && index < tokens.Count ? tokens[index] : Outside;

    public bool Is(int index, TokenKind kind) => this[index].Kind == kind;

    public bool Is(int index, params ReadOnlySpan<string> words) =>
        Is(index, TokenKind.Word) && words.Contains(this[index].Text);

    public bool Is(int index, WordSet words) => Is(index, TokenKind.Word) && words.Contains(this[index].Text);

    /// <summary>The index after these words when they stand here, else the same index.</summary>
    public int Skip(int index, params ReadOnlySpan<string> words) => Is(index, words) ? index + 1 : index;

    public bool Any(WordSet words) => IndexOf(words, 0, Count) >= 0;

    public int IndexOf(WordSet words, int from, int to)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, Count); i++)
        {
            if (Is(i, words))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the sentence that holds this token ends.</summary>
    public int EndOfSentence(int index)
    {
        while (index < Count && !Is(index, TokenKind.Stop))
        {
            index++;
        }

        return index;
    }
}
