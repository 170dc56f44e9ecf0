using AnnualCycle.Publishing.Letters;
using AnnualCycle.Storage.Access;

namespace AnnualCycle.Publishing.Messages;

/// <summary>All that the service writes to people, from the files where the organisation keeps its words.</summary>
public sealed class MessageBook
{
    /// <summary>A folder of files for each.</summary>
    public static IReadOnlyList<string> Languages { get; } = [PersonChoice.Swedish, PersonChoice.English];

    private readonly Dictionary<(string Kind, string Language), MessageFile> _files = [];

    private MessageBook()
    {
    }

    /// <summary>Reads sv/KIND.md and en/KIND.md of every kind, and tries each with its sample.</summary>
    /// <returns>Null after a mistake; all mistakes of all files are told.</returns>
    public static MessageBook? Read(string folder, ICollection<Mistake> mistakes)
    {
        var (book, before) = (new MessageBook(), mistakes.Count);
        Strangers(folder, mistakes);
        foreach (var (language, kind) in Languages.SelectMany(language => MessageKinds.All.Select(kind => (language, kind))))
        {
            var file = Path.Combine(folder, language, $"{kind.Name}.md");
            if (TextOf(file, kind, mistakes) is { } text
                && MessageFile.Read(file, text, (kind, language), mistakes) is { } message)
            {
                book._files.Add((kind.Name, language), message);
            }
        }

        return mistakes.Count == before ? book : null;
    }

    private static string? TextOf(string file, MessageKind kind, ICollection<Mistake> mistakes)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(away is FileNotFoundException or DirectoryNotFoundException
                ? new Mistake(file, 0, $"filen saknas ({kind.WhatItIs})",
                    "Kopiera den från mappen config/messages som följer med programmet")
                : new Mistake(file, 0, "filen går inte att läsa"));
            return null;
        }
    }

    /// <summary>A mail of a kind.</summary>
    /// <param name="language">"sv" or "en"; Swedish for any other.</param>
    /// <param name="values">The same names as the kind's sample.</param>
    /// <exception cref="ArgumentException">A value of the kind is not given, or one that it has not.</exception>
    public Letter Write(MessageKind kind, string language, MessageValues values) =>
        FileOf(kind, language, values).Write(values, kind.Group);

    /// <summary>The subject alone.</summary>
    /// <inheritdoc cref="Write"/>
    public string Subject(MessageKind kind, string language, MessageValues values) =>
        FileOf(kind, language, values).Subject(values);

    private MessageFile FileOf(MessageKind kind, string language, MessageValues values)
    {
        Require(kind.Name, kind.Sample, values);
        return _files[(kind.Name, Languages.Contains(language) ? language : PersonChoice.Swedish)];
    }

    // What a file may ask for it was tried with; whoever writes a mail gives no less.
    private static void Require(string of, object? sample, object? given)
    {
        if (sample is MessageValues known && given is MessageValues values)
        {
            if (!known.Keys.ToHashSet().SetEquals(values.Keys))
            {
                throw new ArgumentException($"{of} has {string.Join(", ", known.Keys)}, not {string.Join(", ", values.Keys)}");
            }

            foreach (var (name, value) in known)
            {
                Require($"{of}.{name}", value, values[name]);
            }
        }
        else if (sample is IEnumerable<object> one && given is IEnumerable<object> many)
        {
            many.ToList().ForEach(item => Require(of, one.First(), item));
        }
    }

    private static IReadOnlyList<string> FoldersIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)] : [];

    private static void Strangers(string folder, ICollection<Mistake> mistakes)
    {
        foreach (var own in FoldersIn(folder))
        {
            var language = Path.GetFileName(own);
            if (!Languages.Contains(language))
            {
                mistakes.Add(new Mistake(own, 0, $"språket ”{language}” finns inte", "De som finns är sv och en"));
                continue;
            }

            var names = MessageKinds.All.Select(kind => kind.Name).ToList();
            var unknown = Directory.GetFiles(own, "*.md").Order(StringComparer.Ordinal)
                .Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file)))
                .Select(file => new Mistake(file, 0, $"inget mejl heter ”{Path.GetFileNameWithoutExtension(file)}”",
                    Suggestion.Advice(Path.GetFileNameWithoutExtension(file), names, "annualcycle messages visar vad de heter")));
            unknown.ToList().ForEach(mistakes.Add);
        }
    }
}
