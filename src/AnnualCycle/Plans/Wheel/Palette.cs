using System.Globalization;

namespace AnnualCycle.Plans.Wheel;

/// <summary>
/// The wheel's colours. Ring colours keep 4.5:1 against white (WCAG 2.2, 1.4.3) both as text and under white figures,
/// and differ in lightness and along the blue-yellow axis, so that neighbours part for the colour-blind too.
/// </summary>
internal static class Palette
{
    public const string Ink = "#1B2430";
    public const string Quiet = "#566170";
    public const string Paper = "#FFFFFF";
    public const string Line = "#C9CFD6";
    public const string MonthOdd = "#E9EDF1";
    public const string MonthEven = "#F5F7F9";
    public const string Red = "#C4122F";
    public const string RedLine = "#E48A98";
    public const string Break = "#F4D58D";
    public const string BreakEdge = "#A87B18";
    public const string Closed = "#CFD5DB";
    public const string ClosedEdge = "#7B8794";

    private static readonly string[] Rings =
        ["#1D4E89", "#B04A17", "#0B6B5D", "#7B2D6B", "#6A6012", "#3D4C8F", "#7A4A2A", "#41606B"];

    /// <summary>The colour of a section, or of a ring where there is one section only.</summary>
    public static string Ring(int index) => Rings[index % Rings.Length];

    /// <summary>The colour mixed with white; <paramref name="part"/> 0 is white, 1 the colour itself.</summary>
    public static string Tint(string colour, double part)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        int Mix(int channel) => (int)Math.Round(255 + (channel - 255) * part, MidpointRounding.AwayFromZero);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Mix(value >> 16):X2}{Mix((value >> 8) & 0xFF):X2}{Mix(value & 0xFF):X2}");
    }
}
