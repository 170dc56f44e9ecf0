using System.Globalization;
using NodaTime.Text;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws the middle: the year, and below it the title or a single group's name; and today's hand.</summary>
internal sealed class HubDrawing(Svg svg, Face face)
{
    private readonly Dial dial = face.Dial;

    public void Draw(bool withTitle)
    {
        svg.Shape("circle", ("cx", dial.X), ("cy", dial.Y), ("r", face.Hub), ("fill", Palette.Paper),
            ("stroke", Palette.Line), ("stroke-width", 1));
        var size = Math.Min(face.Hub * 0.56, 120);
        var name = withTitle ? face.Year.Title : face.Bands.Count == 1 ? face.Bands[0].Ring.Name : "";
        var lines = Wording.Lines(name, TitleSize(size), face.Hub * (withTitle ? 1.45 : 0.8), 3, true);
        var top = dial.Y + size * 0.36 - lines.Count * TitleSize(size) * 0.6;
        var year = face.Year.Year.ToString(CultureInfo.InvariantCulture);
        svg.Text(year, dial.X, top, size, Palette.Ink, "700", "middle");
        new HubCalls(svg, face).Draw();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            var y = top + (index + 1.35) * TitleSize(size) * 1.2;
            svg.Text(line, dial.X, y, TitleSize(size), Palette.Quiet, "600", "middle");
        }
    }

    /// <summary>A hand from the hub past the months, with the day on a flag at the rim; marks go above it.</summary>
    public void DrawHand()
    {
        if (face.Year.Today is not { } today)
        {
            return;
        }

        var degrees = dial.Noon(today);
        svg.Open("g", ("class", "today"), ("data-date", LocalDatePattern.Iso.Format(today)));
        svg.Words("title", $"I dag: {SwedishDay.Full(today)}");
        var (from, to) = (dial.At(degrees, face.Hub), dial.At(degrees, Face.Rim + 6));
        svg.Line(from, to, Palette.Paper, 6);
        svg.Line(from, to, Palette.Ink, 2.6);
        Flag(degrees, $"i dag {SwedishDay.Brief(today)}");
        svg.Close();
    }

    private void Flag(double degrees, string text)
    {
        var half = Wording.Width(text, 13, true) / 2 + 7;
        svg.OpenAt(dial.At(degrees, Face.Rim + 15), Dial.Upright(degrees));
        svg.Shape("rect", ("x", -half), ("y", -10), ("width", 2 * half), ("height", 20), ("rx", 10),
            ("fill", Palette.Ink));
        svg.Centred(text, 0, 0, 13, Palette.Paper);
        svg.Close();
    }

    private static double TitleSize(double yearSize) => Math.Clamp(yearSize * 0.26, 11, 26);
}
