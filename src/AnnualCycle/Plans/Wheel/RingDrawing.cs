using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws a ring per group: its tint, its name where the year is empty, its number, its marks.</summary>
internal sealed class RingDrawing(Svg svg, Face face, string id)
{
    private const double DateLabelFrom = 64;
    private const double DateLabelWidth = 80;
    private const double NumberHeight = 9;
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
            var places = MarkPlace.On(band, dial);
            var above = false;
            foreach (var (place, before) in places.Zip(places.Prepend(null)))
            {
                above = !above && before is not null && place.Along(before) < DateLabelWidth;
                Mark(band, place, above);
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
            var (inner, outer) = (same.Min(one => one.band.Middle), same.Max(one => one.band.Middle));
            svg.Line(dial.At(degrees, inner), dial.At(degrees, outer), Palette.Ink, 1.4);
        }
    }

    private void Mark(Band band, MarkPlace place, bool labelAbove)
    {
        var mark = place.Mark;
        svg.Open("g", ("class", "mark"), ("data-date", LocalDatePattern.Iso.Format(mark.Date)),
            ("transform", Svg.Place(dial.At(place.Degrees, place.Distance))));
        svg.Words("title", $"{SwedishDay.Full(mark.Date)}: {band.FullName}. {MarkWords.Text(band.Ring, mark)}");
        MarkShape.Draw(svg, mark.Kind, mark.Certain, band.Colour, place.Radius, mark.Date.Day);
        if (band.Thickness >= DateLabelFrom && place.Distance == band.Middle)
        {
            DateLabel(mark, place, labelAbove);
        }

        svg.Close();
    }

    private void DateLabel(WheelMark mark, MarkPlace place, bool above) => svg.Words(
        "text", SwedishDay.WithWeekday(mark.Date), ("y", above ? -place.Radius - 6 : place.Radius + 14),
        ("text-anchor", "middle"), ("font-size", 14), ("font-weight", "600"), ("fill", Palette.Ink),
        ("paint-order", "stroke"), ("stroke", Palette.Paper), ("stroke-width", 3));

    private void Names()
    {
        var (from, to) = Quietest();
        var names = face.Families.SelectMany(family => family.Rings.Select(family.OwnName)).ToList();
        foreach (var band in face.Bands.Where(band => band.Thickness >= 10.4))
        {
            var size = Math.Clamp(band.Thickness * 0.6, 10, 15);
            var marks = band.Thickness >= DateLabelFrom ? DateLabelWidth : 2 * MarkPlace.FullRadius(band) + 4;
            var room = (to - from) / 180 * Math.PI * band.Middle - marks;
            var name = Wording.Fit(names[band.Number - 1], size, room);
            if (name.Length > 0)
            {
                svg.Shape("path", ("id", $"{id}-r{band.Number}"), ("fill", "none"),
                    ("d", dial.Baseline((from + to) / 2, 60, band.Middle, size)));
                svg.WordsAlong($"{id}-r{band.Number}", name, ("text-anchor", "middle"), ("font-size", size),
                    ("fill", Palette.Ink));
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

        var step = (int)Math.Ceiling(NumberHeight / face.Bands[0].Thickness);
        foreach (var band in face.Bands.Where(band => (band.Number - 1) % step == 0))
        {
            var size = Math.Clamp(band.Thickness * 0.88, 10, 13);
            var (x, y) = dial.At(0, band.Middle);
            var height = Math.Clamp(band.Thickness - 1, NumberHeight, size * 1.7);
            svg.Shape("rect", ("x", x - size * 0.8), ("y", y - height / 2), ("width", size * 1.6), ("height", height),
                ("fill", band.Colour));
            svg.Centred(band.Number.ToString(CultureInfo.InvariantCulture), x, y, size, Palette.Paper);
        }
    }
}
