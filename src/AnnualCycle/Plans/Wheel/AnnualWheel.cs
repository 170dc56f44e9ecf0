namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws a year of collaboration as an annual wheel (årshjul) for the wall and for the screen.</summary>
public static class AnnualWheel
{
    internal const string Fonts = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
    private const double Margin = 36;
    private const double PageWidth = 1680;
    private const double PageHeight = 1188;
    private const double Centre = Margin + Face.Rim;

    /// <summary>The wheel as an SVG document; the same year gives the same bytes.</summary>
    public static string Draw(WheelYear year, WheelSize size = WheelSize.Page)
    {
        var face = Face.Of(Tidy.Year(year), new Dial(year.Year, Centre, PageHeight / 2));
        var svg = new Svg();
        var id = Identity(face.Year, size);
        Open(svg, id, size);
        Words(svg, id, face);
        svg.Shape("rect", ("width", PageWidth), ("height", PageHeight), ("fill", Palette.Paper));
        Wheel(svg, id, face, size);
        if (size == WheelSize.Page)
        {
            var left = 2 * Centre + 6;
            new ListDrawing(svg, face, left, PageWidth - left - Margin).Draw(Margin - 8, PageHeight - Margin);
        }

        svg.Close();
        return svg.ToString();
    }

    private static void Open(Svg svg, string id, WheelSize size)
    {
        var (width, top, height) = size == WheelSize.Page
            ? (PageWidth, 0, PageHeight)
            : (2 * Centre, PageHeight / 2 - Centre, 2 * Centre);
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("lang", "sv"), ("xml:lang", "sv"),
            ("aria-labelledby", $"{id}-title {id}-desc"),
            ("viewBox", $"0 {Svg.Number(top)} {Svg.Number(width)} {Svg.Number(height)}"),
            ("width", $"{Svg.Number(width / 4)}mm"), ("height", $"{Svg.Number(height / 4)}mm"),
            ("style", "max-width:100%;height:auto"), ("font-family", Fonts));
    }

    private static void Words(Svg svg, string id, Face face)
    {
        svg.Words("title", face.Year.Title, ("id", $"{id}-title"));
        svg.Words("desc", Description.Of(face.Year, face.Periods), ("id", $"{id}-desc"));
        var hatched = face.Periods.Where(arc => !arc.Certain).Select(arc => arc.Kind).Distinct().Order().ToList();
        if (hatched.Count > 0)
        {
            svg.Open("defs");
            hatched.ForEach(kind => Hatch(svg, id, kind));
            svg.Close();
        }
    }

    private static void Hatch(Svg svg, string id, WheelPeriodKind kind)
    {
        var closed = kind == WheelPeriodKind.Closed;
        svg.Open("pattern", ("id", $"{id}-{(closed ? "closed" : "break")}"), ("width", 6), ("height", 6),
            ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        svg.Shape("rect", ("width", 6), ("height", 6), ("fill", Palette.Paper));
        svg.Shape("rect", ("width", 2.6), ("height", 6), ("fill", closed ? Palette.ClosedEdge : Palette.Break));
        svg.Close();
    }

    private static void Wheel(Svg svg, string id, Face face, WheelSize size)
    {
        var rim = new RimDrawing(svg, face, id);
        var rings = new RingDrawing(svg, face, id);
        var hub = new HubDrawing(svg, face);
        rim.Draw();
        rings.DrawRings();
        rim.DrawAcross();
        hub.DrawHand();
        rings.DrawMarks();
        hub.Draw(size == WheelSize.Square);
        var low = PageHeight / 2 + Centre - Margin;
        new KeyDrawing(svg, face, id).Draw(Margin, PageHeight - low, low);
    }

    /// <summary>Keeps two wheels on one web page apart.</summary>
    private static string Identity(WheelYear year, WheelSize size)
    {
        var groups = string.Join('|', year.Rings.Select(ring => ring.Name));
        return Svg.Identity("hjul", $"{size} {year.Year} {year.Title} {groups}");
    }
}
