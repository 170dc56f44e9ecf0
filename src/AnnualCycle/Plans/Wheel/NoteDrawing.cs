namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws red days, breaks and closed weeks in words at the foot of the page.</summary>
internal sealed class NoteDrawing(Svg svg, Face face, double left, double width)
{
    private const double LineFactor = 1.42;

    /// <summary>How the notes may be set, the roomiest first: letter size and whether each has its own line.</summary>
    public static readonly IReadOnlyList<(double Size, bool LinePerNote)> FromRoomy =
        [(14, true), (12, true), (12, false), (10.5, false)];

    /// <summary>The groups' list comes first: notes are never set larger than it, but for the smallest.</summary>
    public static double SmallestList((double Size, bool LinePerNote) setting) => setting.Size > 11 ? setting.Size : 0;

    private IReadOnlyList<(string Heading, IReadOnlyList<string> Items)> Parts { get; } =
    [
        ("Röda dagar", [.. face.Year.RedDays.Select(day => $"{SwedishDay.WithWeekday(day.Date)} {day.Name}")]),
        ("Lov och stängda veckor", [.. face.Periods.Select(arc => $"{arc.Name} ({arc.When.Replace(' ', '\u00A0')})")]),
    ];

    public double Height((double Size, bool LinePerNote) setting) =>
        Lines(setting).Count * setting.Size * LineFactor;

    public void Draw(double top, (double Size, bool LinePerNote) setting)
    {
        var y = top;
        foreach (var (text, more, bold) in Lines(setting))
        {
            y += setting.Size * LineFactor;
            Write(text, left, y, setting.Size, bold);
            Write(more, left + width / 2, y, setting.Size, bold);
        }
    }

    private IReadOnlyList<(string Text, string More, bool Bold)> Lines((double Size, bool LinePerNote) setting) =>
    [
        .. Parts.Where(part => part.Items.Count > 0).SelectMany(part => Body(part.Items, setting)
            .Prepend((part.Heading, "", true)).Prepend(("", "", false))),
    ];

    private IEnumerable<(string, string, bool)> Body(
        IReadOnlyList<string> items, (double Size, bool LinePerNote) setting) => setting.LinePerNote
        ? Pairs(items, setting.Size)
        : Wording.Wrap(string.Join(" · ", items).Split(' '), " ", setting.Size, width)
            .Select(line => (line, "", false));

    /// <summary>Two columns where every item is short enough, read downwards; else a line each.</summary>
    private IEnumerable<(string, string, bool)> Pairs(IReadOnlyList<string> items, double size)
    {
        if (items.Any(item => Wording.Width(item, size) > width / 2 - 8))
        {
            return items.SelectMany(item => Wording.Lines(item, size, width, 4)).Select(line => (line, "", false));
        }

        var half = (items.Count + 1) / 2;
        return Enumerable.Range(0, half).Select(row => (items[row], items.ElementAtOrDefault(row + half) ?? "", false));
    }

    private void Write(string text, double x, double y, double size, bool bold)
    {
        if (text.Length > 0)
        {
            svg.Text(text, x, y, size, bold ? Palette.Ink : Palette.Quiet, bold ? "600" : "400");
        }
    }
}
