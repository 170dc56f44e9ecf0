using System.Globalization;
using System.Text;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Writes SVG as text: every value escaped, every number in the same form on every machine.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    public void Open(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Tag(element, attributes);
        text.Append(">\n");
        open.Push(element);
    }

    public void Close() => Indent(open.Count - 1).Append("</").Append(open.Pop()).Append(">\n");

    public void Shape(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Tag(element, attributes);
        text.Append("/>\n");
    }

    public void Words(string element, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Tag(element, attributes);
        text.Append('>').Append(Escape(content)).Append("</").Append(element).Append(">\n");
    }

    /// <summary>A line of text.</summary>
    public void Text(
        string content, double x, double y, double size, string colour,
        string weight = "400", string anchor = "start") => Words(
        "text", content, ("x", x), ("y", y), ("text-anchor", anchor), ("font-size", size), ("font-weight", weight),
        ("fill", colour));

    /// <summary>A line of text around a point, both ways.</summary>
    public void Centred(string content, double x, double y, double size, string colour, string weight = "600") =>
        Text(content, x, y + size * 0.36, size, colour, weight, "middle");

    public void Line((double X, double Y) from, (double X, double Y) to, string colour, double width) => Shape(
        "line", ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y),
        ("stroke", colour), ("stroke-width", width));

    /// <summary>What follows is drawn around the point, turned clockwise.</summary>
    public void OpenAt((double X, double Y) point, double degrees = 0) =>
        Open("g", ("transform", Place(point, degrees)));

    public static string Place((double X, double Y) point, double degrees = 0) =>
        $"translate({Number(point.X)} {Number(point.Y)})" + (degrees == 0 ? "" : $" rotate({Number(degrees)})");

    /// <summary>A text that follows the path with the given id, centred on it.</summary>
    public void WordsAlong(string pathId, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Tag("text", attributes);
        text.Append($"><textPath href=\"#{pathId}\" startOffset=\"50%\">{Escape(content)}</textPath></text>\n");
    }

    public override string ToString() => text.ToString();

    /// <summary>Two decimals at most, a hundredth being 0.0025 mm on the page; no minus before zero.</summary>
    public static string Number(double value) =>
        (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Keeps two pictures on one web page apart: FNV-1a over what tells them apart.</summary>
    public static string Identity(string kind, string what)
    {
        var hash = 2166136261u;
        foreach (var letter in what)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{hash:x8}");
    }

    private void Tag(string element, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Indent(open.Count).Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            text.Append(' ').Append(name).Append("=\"").Append(Escape(Form(value))).Append('"');
        }
    }

    private StringBuilder Indent(int depth) => text.Append(' ', 2 * depth);

    private static string Form(object value) => value switch
    {
        double number => Number(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
