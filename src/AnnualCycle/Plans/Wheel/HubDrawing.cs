using System.Globalization;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws the middle: the year, the title where there is room, and today's hand.</summary>
internal sealed class HubDrawing(Svg svg, Face face)
{
    private readonly Dial dial = face.Dial;

    public void Draw(bool withTitle)
    {
        svg.Shape("circle", ("cx", dial.X), ("cy", dial.Y), ("r", face.Hub), ("fill", Palette.Paper),
            ("stroke", Palette.Line), ("stroke-width", 1));
        var size = Math.Min(face.Hub * 0.56, 120);
        var lines = withTitle ? Wording.Lines(face.Year.Title, TitleSize(size), face.Hub * 1.45, 3, true) : [];
        var top = dial.Y + size * 0.36 - lines.Count * TitleSize(size) * 0.6;
        svg.Words("text", face.Year.Year.ToString(CultureInfo.InvariantCulture), ("x", dial.X), ("y", top),
            ("text-anchor", "middle"), ("font-size", size), ("font-weight", "700"), ("fill", Palette.Ink));
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            svg.Words("text", line, ("x", dial.X), ("y", top + (index + 1.35) * TitleSize(size) * 1.2), ("text-anchor", "middle"),
                ("font-size", TitleSize(size)), ("font-weight", "600"), ("fill", Palette.Quiet));
        }
    }

    /// <summary>A hand from the hub past the months, with the day on a flag along the rim.</summary>
    public void DrawHand()
    {
        if (face.Year.Today is not { } today)
        {
            return;
        }

        var degrees = dial.Noon(today);
        svg.Open("g", ("class", "today"));
        svg.Words("title", $"I dag: {SwedishDay.Full(today)}");
        Line(degrees, Palette.Paper, 5.5);
        Line(degrees, Palette.Ink, 2.2);
        Flag(degrees, $"i dag {SwedishDay.Brief(today)}");
        svg.Close();
    }

    private void Line(double degrees, string colour, double width)
    {
        var (from, to) = (dial.At(degrees, face.Hub), dial.At(degrees, Face.Rim + 6));
        svg.Shape("line", ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y), ("stroke", colour),
            ("stroke-width", width), ("stroke-linecap", "round"));
    }

    private void Flag(double degrees, string text)
    {
        var (x, y) = dial.At(degrees, Face.Rim + 15);
        var half = Wording.Width(text, 13, true) / 2 + 7;
        svg.Open("g", ("transform", $"translate({Svg.Number(x)} {Svg.Number(y)}) rotate({Svg.Number(Dial.Upright(degrees))})"));
        svg.Shape("rect", ("x", -half), ("y", -10), ("width", 2 * half), ("height", 20), ("rx", 10), ("fill", Palette.Ink));
        svg.Words("text", text, ("dy", "0.36em"), ("text-anchor", "middle"), ("font-size", 13), ("font-weight", "600"),
            ("fill", Palette.Paper));
        svg.Close();
    }

    private static double TitleSize(double yearSize) => Math.Clamp(yearSize * 0.26, 11, 26);
}
