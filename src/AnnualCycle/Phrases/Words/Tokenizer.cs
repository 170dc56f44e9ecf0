// Long because a tokenizer is one state machine over the characters of a phrase, and splitting it would hide it.
using System.Globalization;
using System.Text;
using NodaTime;

namespace AnnualCycle.Phrases.Words;

/// <summary>Cuts a phrase into words, numbers, dates and marks, in the ways that Swedish charters write them.</summary>
internal sealed class Tokenizer
{
    /// <summary>A phrase is a sentence or two; what follows after so many tokens is not read.</summary>
    private const int Most = 600;

    private const int LongestWord = 60;

    private readonly string text;
    private readonly List<Token> tokens = [];
    private int at;

    private Tokenizer(string phrase) => text = Compose(phrase);

    public static IReadOnlyList<Token> Cut(string phrase)
    {
        var tokenizer = new Tokenizer(phrase);
        while (tokenizer.at < tokenizer.text.Length && tokenizer.tokens.Count < Most)
        {
            tokenizer.Next();
        }

        return tokenizer.tokens;
    }

    private void Next()
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            Digits();
        }
        else if (char.IsLetter(c))
        {
            Letters();
        }
        else
        {
            at++;
            Mark(c);
        }
    }

    private void Mark(char c)
    {
        switch (c)
        {
            case '-' or '‐' or '‑' or '‒' or '–' or '—' or '−': Add(TokenKind.Dash); break;
            case '/': Add(TokenKind.Slash); break;
            case ',': Add(TokenKind.Comma); break;
            case ':': Add(TokenKind.Colon); break;
            case '%': Add(TokenKind.Percent); break;
            case '§': Add(TokenKind.Section); break;
            case '(' or '[': Add(TokenKind.Open); break;
            case ')' or ']': Add(TokenKind.Close); break;
            case '½': Add(TokenKind.Decimal, 5); break;
            case '!' or '?' or ';' or '•' or '|': Add(TokenKind.Stop); break;
            case '.' when EndsSentence(): Add(TokenKind.Stop); break;
        }
    }

    // "v. 6" and "ca. 4" go on; a sentence ends where a capital follows, or nothing.
    private bool EndsSentence()
    {
        var next = at;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var abbreviated = tokens.Count > 0 && Abbreviations.Contains(tokens[^1].Text);
        return next == text.Length || (next > at && char.IsUpper(text[next]) && !abbreviated);
    }

    private void Letters()
    {
        if (Abbreviations.At(text, at) is var (word, length) && length > 0)
        {
            at += length;
            Add(TokenKind.Word, word);
            return;
        }

        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        Add(TokenKind.Word, text[start..Math.Min(at, start + LongestWord)].ToLowerInvariant());
    }

    private void Digits()
    {
        var length = Run(at);
        var groups = Groups(at);
        if (groups.Text.Length > 0
            && (TryDate(groups) || TryDayMonth(groups) || TryClock(groups) || TryDecimal(groups) || TryCode(groups)))
        {
            at += groups.Text.Length;
        }
        else if (length > 4 || (length > 1 && text[at] == '0' && length > 2))
        {
            at += length;
            Add(TokenKind.Code);
        }
        else
        {
            Number(int.Parse(text.AsSpan(at, length), CultureInfo.InvariantCulture), length);
        }
    }

    private void Number(int value, int length)
    {
        at += length;
        if (at < text.Length && text[at] == '½')
        {
            at++;
            Add(TokenKind.Decimal, (value * 10) + 5);
        }
        else if (OrdinalEnding() is var ending && ending > 0)
        {
            at += ending;
            Add(TokenKind.Ordinal, value);
        }
        else
        {
            Add(TokenKind.Number, value);
        }
    }

    // "2:a", "6:e", "14:de"
    private int OrdinalEnding()
    {
        foreach (var ending in (string[])[":de", ":a", ":e"])
        {
            var end = at + ending.Length;
            if (string.CompareOrdinal(text, at, ending, 0, ending.Length) == 0
                && (end >= text.Length || !char.IsLetter(text[end])))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    private sealed record Joined(string Text, int[] Numbers, int[] Lengths, char Mark);

    // Digits joined by one kind of mark without a space: 2024-12-01, 1/12, 18.00, 1,5, 3.7.3.0, 0455-73.
    private Joined Groups(int from)
    {
        var end = from + Run(from);
        var marks = new List<char>();
        while (end + 1 < text.Length && Joins(text[end], marks) && char.IsAsciiDigit(text[end + 1]))
        {
            marks.Add(text[end]);
            end += 1 + Run(end + 1);
        }

        if (marks.Count == 0)
        {
            return new Joined("", [], [], ' ');
        }

        var parts = text[from..end].Split(marks[0]);
        int[] numbers = [.. parts.Select(part => part.Length > 6 ? -1 : int.Parse(part, CultureInfo.InvariantCulture))];
        return new Joined(text[from..end], numbers, [.. parts.Select(part => part.Length)], marks[0]);
    }

    // A new mark begins something new, as in "9.00-16.00", and a hyphen after a whole date a span.
    private static bool Joins(char mark, List<char> marks) =>
        mark is '-' or '/' or '.' or ',' or ':' && (marks.Count == 0 || marks[0] == mark)
            && marks.Count < (mark == '-' ? 2 : 8);

    private bool TryDate(Joined g) => g switch
    {
        { Mark: '-' or '/' or '.', Numbers: [>= 1900 and <= 2100, _, _], Lengths: [4, 2, 2] } =>
            AddDate(g.Numbers[0], g.Numbers[1], g.Numbers[2]),
        { Mark: '/' or '.', Numbers: [_, _, >= 1900 and <= 2100] } => AddDate(g.Numbers[2], g.Numbers[1], g.Numbers[0]),
        _ => false,
    };

    private bool AddDate(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.Date, "", 0, 0, new LocalDate(year, month, day)));
        return true;
    }

    // "1/12" and, as in Finland, "1.12." when no clock could mean it.
    private bool TryDayMonth(Joined g)
    {
        var written = g is { Numbers: [>= 1 and <= 31, >= 1 and <= 12], Lengths: [<= 2, <= 2] };
        var dated = g.Mark == '/' || (g.Mark == '.' && (g.Lengths is [_, 1] || g.Numbers[0] > 23 || Announced()));
        if (!written || !dated)
        {
            return false;
        }

        tokens.Add(new Token(TokenKind.DayMonth, "", g.Numbers[0], g.Numbers[1]));
        return true;
    }

    private bool Announced() => tokens.Count > 0 && tokens[^1].Text is "senast" or "före" or "innan" or "den" or "per";

    private bool TryClock(Joined g)
    {
        var clock = g is { Mark: '.' or ':', Numbers: [<= 24, <= 59], Lengths: [<= 2, 2] };
        return clock && Add(TokenKind.Clock);
    }

    private bool TryDecimal(Joined g)
    {
        var weeks = tokens.Count > 0 && tokens[^1].Text is "v" or "vecka" or "veckorna";
        var tenths = g is { Mark: ',', Numbers: [<= 99, _], Lengths: [<= 2, 1] } && !weeks;
        return tenths && Add(TokenKind.Decimal, (g.Numbers[0] * 10) + g.Numbers[1]);
    }

    // Case numbers, section numbers, telephone numbers. Years (2022-2025), spans (4-5) and lists (6,14,22) stay
    // numbers.
    private bool TryCode(Joined g)
    {
        var span = g is { Mark: '-' or '/', Numbers.Length: 2 } && g.Lengths.All(l => l is 1 or 2 or 4)
            && text[at] != '0';
        return !span && g.Mark != ',' && Add(TokenKind.Code);
    }

    private int Run(int from)
    {
        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - from;
    }

    private bool Add(TokenKind kind, int value = 0)
    {
        tokens.Add(new Token(kind, "", value));
        return true;
    }

    private void Add(TokenKind kind, string word) => tokens.Add(new Token(kind, word));

    // Text copied out of a PDF often has the rings and dots of å, ä, ö as characters of their own (U+030A, U+0308).
    private static string Compose(string phrase)
    {
        var composed = new StringBuilder(phrase.Length);
        foreach (var c in phrase)
        {
            var before = composed.Length > 0 ? composed[^1] : ' ';
            var joined = before is 'a' or 'A' && c == '\u030A' ? Ringed(before) : c == '\u0308' ? Dotted(before) : '\0';
            if (joined != '\0')
            {
                composed[^1] = joined;
            }
            else if (c is not ('\u00AD' or '*' or '_'))
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static char Ringed(char letter) => letter == 'a' ? 'å' : 'Å';

    private static char Dotted(char letter) =>
        letter switch { 'a' => 'ä', 'o' => 'ö', 'A' => 'Ä', 'O' => 'Ö', _ => '\0' };
}
