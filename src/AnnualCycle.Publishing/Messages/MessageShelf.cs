namespace AnnualCycle.Publishing.Messages;

/// <summary>Holds the book that the service writes from, and takes up the files anew without putting it down.</summary>
/// <param name="folder">With a folder for each language.</param>
public sealed class MessageShelf(string folder)
{
    private volatile MessageBook? _book;

    /// <summary>As the files were when they last were right.</summary>
    /// <exception cref="WrongMessagesException">They have never been.</exception>
    public MessageBook Book => _book ?? (Read() is { Count: > 0 } mistakes ? throw new WrongMessagesException(mistakes) : _book!);

    /// <summary>Reads the files anew; after a mistake the book stays the one before.</summary>
    public IReadOnlyList<Mistake> Read()
    {
        var mistakes = new List<Mistake>();
        _book = MessageBook.Read(folder, mistakes) ?? _book;
        return mistakes;
    }
}

/// <summary>Nothing can be written to anybody: the files of messages have mistakes.</summary>
public sealed class WrongMessagesException(IReadOnlyList<Mistake> mistakes) : Exception(string.Join('\n', mistakes))
{
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
