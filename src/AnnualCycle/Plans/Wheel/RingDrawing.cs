using System.Globalization;
using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws the groups: a tinted ring each, its name where the year is empty, its number at New Year, its marks.</summary>
internal sealed class RingDrawing(Svg svg, Face face, string id)
{
    private const double DateLabelFrom = 64;
    private readonly Dial dial = face.Dial;

    public void DrawRings()
    {
        foreach (var band in face.Bands)
        {
            svg.Open("g", ("class", "ring"));
            svg.Words("title", $"{band.Number}. {band.FullName}");
            svg.Shape("circle", ("cx", dial.X), ("cy", dial.Y), ("r", band.Middle), ("fill", "none"),
                ("stroke", band.Tint), ("stroke-width", band.Thickness - 1));
            svg.Close();
        }

        foreach (var days in face.Periods.Select(arc => (arc.Days, arc.Kind)).Distinct())
        {
            Wash(days.Days, days.Kind);
        }
    }

    public void DrawMarks()
    {
        JointLines();
        Names();
        foreach (var band in face.Bands)
        {
            foreach (var place in MarkPlace.On(band, dial))
            {
                Mark(band, place);
            }
        }

        Numbers();
    }

    private void Wash(DateInterval days, WheelPeriodKind kind) => svg.Shape("path",
        ("d", dial.Sector(dial.Start(days.Start), dial.End(days.End), face.Hub, face.RingsOuter)),
        ("fill", kind == WheelPeriodKind.Closed ? Palette.ClosedEdge : Palette.Break),
        ("fill-opacity", kind == WheelPeriodKind.Closed ? 0.22 : 0.3), ("pointer-events", "none"));

    /// <summary>A joint meeting is one meeting: a line ties the rings that carry it.</summary>
    private void JointLines()
    {
        var joint = face.Bands.SelectMany(band => band.Ring.Marks
            .Where(mark => mark.Kind == WheelMarkKind.JointMeeting).Select(mark => (mark.Date, mark.Title, band)));
        foreach (var same in joint.GroupBy(one => (one.Date, one.Title)).Where(same => same.Count() > 1))
        {
            var degrees = dial.Noon(same.Key.Date);
            var (from, to) = (dial.At(degrees, same.Min(one => one.band.Middle)), dial.At(degrees, same.Max(one => one.band.Middle)));
            svg.Shape("line", ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y), ("stroke", Palette.Ink), ("stroke-width", 1.4));
        }
    }

    private void Mark(Band band, MarkPlace place)
    {
        var (x, y) = dial.At(place.Degrees, place.Distance);
        var mark = place.Mark;
        svg.Open("g", ("class", "mark"), ("data-date", mark.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
            ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)})"));
        svg.Words("title", $"{SwedishDay.Full(mark.Date)}: {band.FullName}. {MarkWords.Text(band.Ring, mark)}");
        MarkShape.Draw(svg, mark.Kind, mark.Certain, band.Colour, place.Radius, mark.Date.Day);
        if (band.Thickness >= DateLabelFrom && place.Distance == band.Middle)
        {
            DateLabel(mark, place);
        }

        svg.Close();
    }

    private void DateLabel(WheelMark mark, MarkPlace place) => svg.Words("text", SwedishDay.Brief(mark.Date),
        ("y", place.Radius + 14), ("text-anchor", "middle"), ("font-size", 14), ("font-weight", "600"), ("fill", Palette.Ink),
        ("paint-order", "stroke"), ("stroke", Palette.Paper), ("stroke-width", 3));

    private void Names()
    {
        var (from, to) = Quietest();
        foreach (var band in face.Bands.Where(band => band.Thickness >= 10.4))
        {
            var size = Math.Clamp(band.Thickness * 0.6, 10, 15);
            var room = (to - from) / 180 * Math.PI * band.Middle - 2 * MarkPlace.FullRadius(band) - 4;
            var name = Wording.Fit(band.Ring.Name, size, room);
            if (name.Length > 0)
            {
                svg.Shape("path", ("id", $"{id}-r{band.Number}"), ("fill", "none"),
                    ("d", dial.Baseline((from + to) / 2, 60, band.Middle, size)));
                svg.WordsAlong($"{id}-r{band.Number}", name, ("text-anchor", "middle"), ("font-size", size), ("fill", Palette.Ink));
            }
        }
    }

    /// <summary>The longest stretch of the year without a mark on any ring; most often the summer.</summary>
    private (double From, double To) Quietest()
    {
        var edges = face.Year.Rings.SelectMany(ring => ring.Marks).Select(mark => dial.Noon(mark.Date))
            .Append(4).Append(356).Order().ToList();
        return edges.Zip(edges.Skip(1)).MaxBy(gap => gap.Second - gap.First);
    }

    private void Numbers()
    {
        if (face.Bands.Count < 2)
        {
            return;
        }

        foreach (var band in face.Bands)
        {
            var size = Math.Clamp(band.Thickness * 0.75, 8.5, 13);
            var (x, y) = dial.At(0, band.Middle);
            svg.Shape("rect", ("x", x - size * 0.75), ("y", y - band.Thickness / 2 + 0.5), ("width", size * 1.5),
                ("height", band.Thickness - 1), ("fill", band.Colour));
            svg.Words("text", band.Number.ToString(CultureInfo.InvariantCulture), ("x", x), ("y", y), ("dy", "0.36em"),
                ("text-anchor", "middle"), ("font-size", size), ("font-weight", "600"), ("fill", Palette.Paper));
        }
    }
}
