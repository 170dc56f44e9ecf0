namespace AnnualCycle.Plans.Wheel;

/// <summary>One ring as it is laid out: where it lies and which colour it has.</summary>
/// <param name="Number">From 1, outermost first; the key between the wheel and the list.</param>
internal sealed record Band(WheelRing Ring, int Number, double Inner, double Outer, string Colour, string Tint)
{
    public double Middle => (Inner + Outer) / 2;

    public double Thickness => Outer - Inner;

    /// <summary>"3. Ledningsgrupp (SIMBA)".</summary>
    public string FullName => Ring.Section is null ? Ring.Name : $"{Ring.Name} ({Ring.Section})";
}

/// <summary>The laid-out face of the wheel: how far out months, weeks, periods and rings lie.</summary>
/// <remarks>Lengths are quarter millimetres on the A3 page, so 10 of them is a letter of 7 points.</remarks>
internal sealed class Face
{
    public const double Rim = 530;
    public const double MonthsInner = 498;
    public const double WeeksInner = 476;
    private const double LaneHeight = 15;
    private const double Gap = 5;
    private const double SmallestHub = 104;
    private const double ThickestRing = 84;

    private Face(WheelYear year, Dial dial, IReadOnlyList<PeriodArc> periods)
    {
        (Year, Dial, Periods) = (year, dial, periods);
        Sections = [.. year.Rings.Select(ring => ring.Section).Distinct()];
        RingsOuter = WeeksInner - Gap - LaneHeight * (periods.Count == 0 ? 0 : periods.Max(arc => arc.Lane) + 1);
        Bands = LayOut();
        Hub = Bands.Count == 0 ? RingsOuter - ThickestRing : Bands[^1].Inner - 3;
    }

    public WheelYear Year { get; }

    public Dial Dial { get; }

    public IReadOnlyList<PeriodArc> Periods { get; }

    public IReadOnlyList<string?> Sections { get; }

    public IReadOnlyList<Band> Bands { get; }

    public double RingsOuter { get; }

    public double Hub { get; }

    public static Face Of(WheelYear year, Dial dial) => new(year, dial, PeriodArc.From(year.Periods));

    /// <summary>Outer radius of a period lane; 0 is the outermost.</summary>
    public static double LaneOuter(int lane) => WeeksInner - 3 - lane * LaneHeight;

    /// <summary>Inner radius of a period lane.</summary>
    public static double LaneInner(int lane) => LaneOuter(lane) - LaneHeight + 1.5;

    private IReadOnlyList<Band> LayOut()
    {
        var rings = Year.Rings;
        var between = Sections.Count > 1 ? Gap : 0;
        var breaks = rings.Zip(rings.Skip(1)).Count(pair => pair.First.Section != pair.Second.Section);
        var thickness = rings.Count == 0
            ? 0
            : Math.Min(ThickestRing, (RingsOuter - SmallestHub - breaks * between) / rings.Count);
        var outer = RingsOuter;
        List<Band> bands = [];
        for (var index = 0; index < rings.Count; index++)
        {
            outer -= index > 0 && rings[index].Section != rings[index - 1].Section ? between : 0;
            bands.Add(Place(index, outer, thickness));
            outer -= thickness;
        }

        return bands;
    }

    private Band Place(int index, double outer, double thickness)
    {
        var ring = Year.Rings[index];
        var colour = Palette.Ring(Sections.Count > 1 ? Sections.ToList().IndexOf(ring.Section) : index);
        return new(ring, index + 1, outer - thickness, outer, colour,
            Palette.Tint(colour, index % 2 == 0 ? 0.15 : 0.08));
    }
}
