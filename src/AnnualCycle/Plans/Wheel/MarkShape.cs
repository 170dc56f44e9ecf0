using System.Globalization;

namespace AnnualCycle.Plans.Wheel;

/// <summary>The shape of each kind of mark around the origin, the same on the wheel, in list and key.</summary>
internal static class MarkShape
{
    /// <summary>Smallest figure that is still read on paper: 10 units, 7 points.</summary>
    private const double SmallestFigure = 10;

    /// <summary>Draws the mark; with a day, its figure stands in the mark where there is room.</summary>
    /// <param name="radius">Of an ordinary meeting's disc; the other kinds are drawn in proportion.</param>
    public static void Draw(Svg svg, WheelMarkKind kind, bool certain, string colour, double radius, int? day = null)
    {
        Body(svg, kind, certain, colour, radius);
        var size = radius * FigureScale(kind) * 1.2;
        if (day is { } figure && size >= SmallestFigure)
        {
            Figure(svg, figure, size, IsHollow(kind, certain) ? colour : Palette.Paper, kind);
        }
    }

    private static bool IsHollow(WheelMarkKind kind, bool certain) => !certain || kind == WheelMarkKind.Preparatory;

    // A table of shapes, longer than a method should be because each kind is a line of it.
    private static void Body(Svg svg, WheelMarkKind kind, bool certain, string colour, double radius)
    {
        var fill = certain ? kind == WheelMarkKind.Preparatory ? Palette.Paper : colour : Palette.Tint(colour, 0.14);
        var line = Math.Clamp(radius * 0.16, 1, 2.2);
        var dash = certain ? "none" : $"{Svg.Number(line * 1.6)} {Svg.Number(line * 1.1)}";
        void Outline(string path) => svg.Shape("path", ("d", path), ("fill", fill), ("stroke", colour),
            ("stroke-width", line), ("stroke-dasharray", dash), ("stroke-linejoin", "round"));
        void Disc(double size, string inside) => svg.Shape("circle", ("r", size - line / 2), ("fill", inside),
            ("stroke", colour), ("stroke-width", line), ("stroke-dasharray", dash));
        switch (kind)
        {
            case WheelMarkKind.Meeting:
                Disc(radius, fill);
                break;
            case WheelMarkKind.JointMeeting:
                Disc(radius * 1.16, Palette.Paper);
                svg.Shape("circle", ("r", radius * 0.84), ("fill", fill));
                break;
            case WheelMarkKind.Preparatory:
                Disc(radius * 0.74, fill);
                break;
            case WheelMarkKind.Deadline:
                Outline(Polygon(radius * 1.06, 0, 90, 180, 270));
                break;
            case WheelMarkKind.Handover:
                Outline(Polygon(radius * 1.1, 0, 120, 240));
                break;
            default:
                Outline(Polygon(radius * 1.12, 45, 135, 225, 315));
                break;
        }
    }

    private static double FigureScale(WheelMarkKind kind) => kind switch
    {
        WheelMarkKind.Meeting => 1,
        WheelMarkKind.JointMeeting => 0.9,
        WheelMarkKind.GivenDate => 0.95,
        WheelMarkKind.Handover => 0.6,
        WheelMarkKind.Deadline => 0.7,
        _ => 0.8,
    };

    private static void Figure(Svg svg, int day, double size, string colour, WheelMarkKind kind) => svg.Centred(
        day.ToString(CultureInfo.InvariantCulture), 0, kind == WheelMarkKind.Handover ? size * 0.2 : 0,
        Math.Min(size, 17), colour);

    private static string Polygon(double radius, params ReadOnlySpan<double> corners)
    {
        var points = new List<string>();
        foreach (var corner in corners)
        {
            var radians = corner * Math.PI / 180;
            points.Add($"{Svg.Number(radius * Math.Sin(radians))} {Svg.Number(-radius * Math.Cos(radians))}");
        }

        return $"M{string.Join('L', points)}Z";
    }
}
