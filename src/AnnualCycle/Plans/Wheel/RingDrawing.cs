using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws a ring per group: its tint, its name where the year is empty, its number, its marks.</summary>
internal sealed class RingDrawing(Svg svg, Face face, string id)
{
    public const double DateLabelFrom = 64;
    public const double DateLabelWidth = 80;
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
        new RingNames(svg, face, id).Draw();
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
            var (x, y) = (NumberPlace(band, size * 0.8), dial.Y - band.Middle);
            var height = Math.Clamp(band.Thickness - 1, NumberHeight, size * 1.7);
            svg.Shape("rect", ("x", x - size * 0.8), ("y", y - height / 2), ("width", size * 1.6), ("height", height),
                ("fill", band.Colour));
            svg.Centred(band.Number.ToString(CultureInfo.InvariantCulture), x, y, size, Palette.Paper);
        }
    }

    /// <summary>At New Year; beside a mark that stands there already.</summary>
    private double NumberPlace(Band band, double half)
    {
        var near = MarkPlace.On(band, dial)
            .Select(place => (At: dial.At(place.Degrees, place.Distance), Reach: place.Radius + half))
            .Where(mark => mark.At.Y < dial.Y && Math.Abs(mark.At.X - dial.X) < mark.Reach).ToList();
        return near.Count == 0 ? dial.X
            : near[0].At.X < dial.X ? near.Max(mark => mark.At.X + mark.Reach) + 2
            : near.Min(mark => mark.At.X - mark.Reach) - 2;
    }
}
