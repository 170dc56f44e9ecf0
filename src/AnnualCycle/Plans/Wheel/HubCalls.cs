namespace AnnualCycle.Plans.Wheel;

/// <summary>In a wheel of one group the middle has room to say, beside each mark, what the day is for.</summary>
internal sealed class HubCalls(Svg svg, Face face)
{
    private const double Size = 14;
    private const double LineHeight = 17;
    private const double Rim = 16;
    private const int MostLines = 5;

    public void Draw()
    {
        if (face.Bands.Count != 1)
        {
            return;
        }

        var calls = face.Year.Rings[0].Marks.Select(Call).Where(call => call.Lines.Count > 0).ToList();
        var sides = calls.GroupBy(call => call.Right).Select(side => side.OrderBy(call => call.Y).ToList()).ToList();
        if (sides.TrueForAll(Apart))
        {
            calls.ForEach(Write);
        }
    }

    private (double Degrees, bool Right, double Y, IReadOnlyList<string> Lines) Call(WheelMark mark)
    {
        var degrees = face.Dial.Noon(mark.Date);
        var extra = MarkWords.Extra(face.Year.Rings[0], mark);
        var lines = extra.Length == 0 ? [] : Even(extra);
        return (degrees, degrees < 180, face.Dial.At(degrees, face.Hub - Rim).Y, lines);
    }

    /// <summary>No more lines than needed, and those about equally long.</summary>
    private IReadOnlyList<string> Even(string text)
    {
        var room = face.Hub * 0.45;
        var lines = Wording.Lines(text, Size, room, MostLines);
        while (Wording.Lines(text, Size, room - 4, MostLines) is var closer && closer.Count == lines.Count
            && !closer.Any(line => line.EndsWith('…')) && room > 40)
        {
            (lines, room) = (closer, room - 4);
        }

        return lines;
    }

    /// <summary>Calls on one side must not run into each other; the year keeps the middle third.</summary>
    private bool Apart(List<(double Degrees, bool Right, double Y, IReadOnlyList<string> Lines)> side) =>
        side.Zip(side.Skip(1)).All(pair => pair.Second.Y - pair.First.Y
            > (pair.First.Lines.Count + pair.Second.Lines.Count) * LineHeight / 2 + 4);

    private void Write((double Degrees, bool Right, double Y, IReadOnlyList<string> Lines) call)
    {
        var edge = face.Dial.At(call.Degrees, face.Hub - Rim);
        var farthest = Math.Abs(edge.Y - face.Dial.Y) + (call.Lines.Count - 1) / 2.0 * LineHeight;
        var reach = Math.Sqrt(Math.Max(0, Math.Pow(face.Hub - Rim, 2) - Math.Pow(farthest, 2)));
        var x = face.Dial.X + (call.Right ? reach : -reach);
        for (var row = 0; row < call.Lines.Count; row++)
        {
            var y = edge.Y + (row - (call.Lines.Count - 1) / 2.0) * LineHeight;
            svg.Text(call.Lines[row], x, y + Size * 0.36, Size, Palette.Ink, anchor: call.Right ? "end" : "start");
        }
    }
}
