using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>The year as a circle: January at the top, clockwise, every day equally wide.</summary>
internal sealed class Dial(int year, double centreX, double centreY)
{
    private readonly int days = CalendarSystem.Iso.GetDaysInYear(year);

    public int Year => year;

    public double X => centreX;

    public double Y => centreY;

    /// <summary>All of the year, both days included.</summary>
    public DateInterval Whole { get; } = new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    /// <summary>Degrees clockwise from the top where the day begins.</summary>
    public double Start(LocalDate day) => 360.0 * (day.DayOfYear - 1) / days;

    /// <summary>Degrees where the day ends; 360 for New Year's Eve.</summary>
    public double End(LocalDate day) => 360.0 * day.DayOfYear / days;

    /// <summary>Degrees of noon, where the day's mark stands.</summary>
    public double Noon(LocalDate day) => 360.0 * (day.DayOfYear - 0.5) / days;

    public (double X, double Y) At(double degrees, double radius)
    {
        var radians = degrees * Math.PI / 180;
        return (centreX + radius * Math.Sin(radians), centreY - radius * Math.Cos(radians));
    }

    /// <summary>Path of the piece of a ring between two angles; never the whole turn.</summary>
    public string Sector(double from, double to, double inner, double outer)
    {
        var large = to - from > 180 ? 1 : 0;
        return $"M{Pair(from, outer)}A{Radius(outer)} 0 {large} 1 {Pair(to, outer)}"
            + $"L{Pair(to, inner)}A{Radius(inner)} 0 {large} 0 {Pair(from, inner)}Z";
    }

    /// <summary>Path of an arc around an angle that text can follow upright: turned around on the lower half.</summary>
    public string Baseline(double middle, double halfWidth, double radius, double size)
    {
        var under = IsUnder(middle);
        var foot = radius + (under ? 0.36 : -0.36) * size;
        var (from, to) = under ? (middle + halfWidth, middle - halfWidth) : (middle - halfWidth, middle + halfWidth);
        return $"M{Pair(from, foot)}A{Radius(foot)} 0 {(halfWidth > 90 ? 1 : 0)} {(under ? 0 : 1)} {Pair(to, foot)}";
    }

    /// <summary>Degrees to turn a text that stands along the rim, upright on both halves.</summary>
    public static double Upright(double degrees) => IsUnder(degrees) ? degrees - 180 : degrees;

    private static bool IsUnder(double degrees) => degrees is > 90 and < 270;

    private string Pair(double degrees, double radius)
    {
        var (x, y) = At(degrees, radius);
        return $"{Svg.Number(x)} {Svg.Number(y)}";
    }

    private static string Radius(double radius) => $"{Svg.Number(radius)} {Svg.Number(radius)}";
}
