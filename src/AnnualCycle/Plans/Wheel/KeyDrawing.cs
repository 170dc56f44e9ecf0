namespace AnnualCycle.Plans.Wheel;

/// <summary>Explains the signs that occur, in the corners beside the wheel: days above, marks below.</summary>
internal sealed class KeyDrawing(Svg svg, Face face, string id)
{
    private const double RowHeight = 20;
    private const double Size = 12;

    public void Draw(double left, double top, double bottom)
    {
        var days = Days().ToList();
        for (var row = 0; row < days.Count; row++)
        {
            DayRow(days[row], left, top + 10 + row * RowHeight);
        }

        var marks = Marks().ToList();
        for (var row = 0; row < marks.Count; row++)
        {
            MarkRow(marks[row], left, bottom - 10 - (marks.Count - 1 - row) * RowHeight);
        }
    }

    private IEnumerable<(string Text, string Fill, string Edge)> Days()
    {
        if (face.Year.RedDays.Count > 0)
        {
            yield return ("Röd dag", Palette.Red, Palette.Red);
        }

        foreach (var (kind, certain) in face.Periods.Select(arc => (arc.Kind, arc.Certain)).Distinct()
            .OrderBy(sort => sort.Kind).ThenByDescending(sort => sort.Certain))
        {
            var closed = kind == WheelPeriodKind.Closed;
            yield return (
                (closed ? "Inga möten" : "Skollov") + (certain ? "" : ", inte fastställt"),
                certain ? closed ? Palette.Closed : Palette.Break : $"url(#{id}-{(closed ? "closed" : "break")})",
                closed ? Palette.ClosedEdge : Palette.BreakEdge);
        }
    }

    private IEnumerable<(WheelMarkKind Kind, bool Certain, string Text)> Marks()
    {
        var marks = face.Year.Rings.SelectMany(ring => ring.Marks).ToList();
        foreach (var kind in marks.Select(mark => mark.Kind).Distinct().Order())
        {
            yield return (kind, true, MarkWords.Kind(kind));
        }

        if (marks.Any(mark => !mark.Certain))
        {
            yield return (WheelMarkKind.Meeting, false, "Preliminärt");
        }
    }

    private void DayRow((string Text, string Fill, string Edge) day, double left, double middle)
    {
        var red = day.Fill == Palette.Red;
        svg.Shape("rect", ("x", red ? left + 7.5 : left), ("y", middle - 6), ("width", red ? 3 : 18), ("height", 12),
            ("fill", day.Fill), ("stroke", day.Edge), ("stroke-width", red ? 0 : 0.8));
        Row(day.Text, left, middle);
    }

    private void MarkRow((WheelMarkKind Kind, bool Certain, string Text) mark, double left, double middle)
    {
        svg.OpenAt((left + 9, middle));
        MarkShape.Draw(svg, mark.Kind, mark.Certain, Palette.Ink, 7);
        svg.Close();
        Row(mark.Text, left, middle);
    }

    private void Row(string text, double left, double middle) =>
        svg.Text(text, left + 26, middle + Size * 0.36, Size, Palette.Ink);
}
