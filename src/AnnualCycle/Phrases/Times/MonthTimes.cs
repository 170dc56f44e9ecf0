using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>
/// Recognises months and parts of months: "början av februari", "i mars/april", "februari–maj", "maj och november".
/// </summary>
internal static class MonthTimes
{
    private static readonly WordSet Early = new("början inledningen primo");
    private static readonly WordSet Mid = new("mitten medio mitt");
    private static readonly WordSet Late = new("slutet ultimo sent slut");
    private static readonly WordSet Meeting = new("mötet sammanträdet träffen sammankomsten möte styrelsemötet");

    /// <param name="Month">1 to 12.</param>
    /// <param name="Part">The part of the month.</param>
    /// <param name="Joint">How it hangs on the month before it.</param>
    private readonly record struct Piece(int Month, PartOfMonth Part, int? Year, Joint Joint);

    private enum Joint { List, Range, Either }

    public static Found<NamedTimes>? At(Sentence s, int start)
    {
        List<Piece> pieces = [];
        var between = s.Is(start, "mellan");
        var (end, next, joint) = (start, s.Skip(start, "mellan", "från", "from"), Joint.List);
        while (PieceAt(s, next, joint, pieces.Count > 0) is { } piece)
        {
            pieces.Add(piece.Value);
            end = piece.End;
            (next, joint) = Onward(s, end, between);
            if (next == end)
            {
                break;
            }
        }

        return pieces.Count > 0 ? new Found<NamedTimes>(new NamedTimes(Windows(pieces)), start, end) : null;
    }

    private static (int Next, Joint Joint) Onward(Sentence s, int end, bool between)
    {
        var ranged = Separators.AfterRange(s, end, between);
        return ranged > end ? (ranged, Joint.Range)
            : (Separators.AfterList(s, end), Separators.Either(s, end) ? Joint.Either : Joint.List);
    }

    private static Found<Piece>? PieceAt(Sentence s, int start, Joint joint, bool later)
    {
        var i = s.Skip(start, "i", "under", "på", "vid", "omkring", "runt", "kring", "inom");
        var (part, at) = Part(s, i);
        at = s.Skip(at, "hela", "månadsskiftet", "skiftet");
        if ((later ? CalendarWords.MonthAfter(s, at) : CalendarWords.Month(s, at)) is not { } month)
        {
            return null;
        }

        var end = s.Skip(at + 1, "månad");
        var year = s[end].IsYear ? s[end].Value : (int?)null;
        return new Found<Piece>(new Piece(month, part, year, joint), start, year is null ? end : end + 1);
    }

    // "i början av", "mitten på", "medio", "tidigt i", "första veckan i", "senare delen av", "första mötet i"
    private static (PartOfMonth Part, int Next) Part(Sentence s, int i)
    {
        var named = s.Is(i, Early) ? PartOfMonth.Early
            : s.Is(i, Mid) ? PartOfMonth.Mid
            : s.Is(i, Late) ? PartOfMonth.Late : PartOfMonth.Whole;
        if (named != PartOfMonth.Whole)
        {
            return (named, s.Skip(i + 1, "av", "på", "i"));
        }

        if (s.Is(i, "tidigt", "sent"))
        {
            return (s.Is(i, "tidigt") ? PartOfMonth.Early : PartOfMonth.Late, s.Skip(i + 1, "i", "på"));
        }

        return OrderedPart(s, s.Skip(i, "den")) is var (part, end) && end > 0 ? (part, end) : (PartOfMonth.Whole, i);
    }

    private static (PartOfMonth Part, int Next) OrderedPart(Sentence s, int i)
    {
        var nth = s.Is(i, "tidigare", "förra") ? 1 : s.Is(i, "senare") ? -1 : Numerals.OrdinalAt(s, i) ?? 0;
        var linked = s.Is(i + 2, "i", "av", "under", "på") || CalendarWords.Month(s, i + 2) is not null;
        if (nth == 0 || !linked)
        {
            return (PartOfMonth.Whole, 0);
        }

        PartOfMonth? part = s.Is(i + 1, "veckan")
            ? nth switch { 1 => PartOfMonth.Early, 2 or 3 => PartOfMonth.Mid, _ => PartOfMonth.Late }
            : s.Is(i + 1, "hälften", "delen", "halvan", "dagarna") || s.Is(i + 1, Meeting)
                ? nth switch { 1 => PartOfMonth.Early, _ => PartOfMonth.Late }
            : null;
        return part is { } known ? (known, s.Skip(i + 2, "i", "av", "under", "på")) : (PartOfMonth.Whole, 0);
    }

    private static List<PhraseWindow> Windows(List<Piece> pieces)
    {
        List<PhraseWindow> windows = [];
        var shared = pieces.Skip(1).All(piece => piece.Part == PartOfMonth.Whole) ? pieces[0].Part : PartOfMonth.Whole;
        for (var i = 0; i < pieces.Count;)
        {
            var length = 1 + pieces.Skip(i + 1).TakeWhile(piece => piece.Joint != Joint.List).Count();
            windows.Add(length == 1 ? Single(pieces[i], shared, pieces[^1].Year) : Several(pieces.GetRange(i, length)));
            i += length;
        }

        return windows;
    }

    // "i början av februari och september" speaks of the beginning of both; a year after the last month holds for all.
    private static PhraseWindow.InMonth Single(Piece piece, PartOfMonth shared, int? year) =>
        new(piece.Month, piece.Part == PartOfMonth.Whole ? shared : piece.Part, piece.Year ?? year);

    private static PhraseWindow.InMonths Several(List<Piece> pieces)
    {
        List<int> months = [pieces[0].Month];
        foreach (var piece in pieces.Skip(1))
        {
            while (piece.Joint == Joint.Range && months[^1] != piece.Month && months.Count < 12)
            {
                months.Add((months[^1] % 12) + 1);
            }

            if (!months.Contains(piece.Month))
            {
                months.Add(piece.Month);
            }
        }

        return new PhraseWindow.InMonths(months);
    }
}
