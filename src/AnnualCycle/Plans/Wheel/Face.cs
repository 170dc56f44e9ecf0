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
    private const double SmallestHub = 86;
    private const double ThickestRing = 84;

    private Face(WheelYear year, Dial dial, IReadOnlyList<PeriodArc> periods)
    {
        (Year, Dial, Periods) = (year, dial, periods);
        Sections = [.. year.Rings.Select(ring => ring.Section).Distinct()];
        RingsOuter = WeeksInner - Gap - LaneHeight * (periods.Count == 0 ? 0 : periods.Max(arc => arc.Lane) + 1);
        Families = RingFamily.Of(year.Rings);
        Bands = LayOut();
        Hub = Bands.Count == 0 ? RingsOuter - ThickestRing : Bands[^1].Inner - 3;
    }

    public WheelYear Year { get; }

    public Dial Dial { get; }

    public IReadOnlyList<PeriodArc> Periods { get; }

    public IReadOnlyList<string?> Sections { get; }

    public IReadOnlyList<RingFamily> Families { get; }

    public IReadOnlyList<Band> Bands { get; }

    public double RingsOuter { get; }

    public double Hub { get; }

    public static Face Of(WheelYear year, Dial dial) => new(year, dial, PeriodArc.From(year.Periods));

    /// <summary>Outer radius of a period lane; 0 is the outermost.</summary>
    public static double LaneOuter(int lane) => WeeksInner - 3 - lane * LaneHeight;

    /// <summary>Inner radius of a period lane.</summary>
    public static double LaneInner(int lane) => LaneOuter(lane) - LaneHeight + 1.5;

    /// <summary>
    /// One colour per section; in a wheel of one section one per ring, where rings whose own names begin alike
    /// ("Att växa upp Karlshamn", "Att växa upp Ronneby") share theirs.
    /// </summary>
    private List<int> Colours()
    {
        if (Sections.Count > 1)
        {
            return [.. Year.Rings.Select(ring => Sections.ToList().IndexOf(ring.Section))];
        }

        var starts = Families.SelectMany(family => family.Rings
            .Select(ring => (family, family.OwnName(ring).Split(' ')[0]))).ToList();
        var colour = 0;
        return [.. starts.Select((start, index) => index > 0 && start != starts[index - 1] ? ++colour : colour)];
    }

    private IReadOnlyList<Band> LayOut()
    {
        var rings = Year.Rings;
        var between = Sections.Count > 1 ? Gap : 0;
        var breaks = rings.Zip(rings.Skip(1)).Count(pair => pair.First.Section != pair.Second.Section);
        var thickness = rings.Count == 0
            ? 0
            : Math.Min(ThickestRing, (RingsOuter - SmallestHub - breaks * between) / rings.Count);
        var colours = Colours();
        var outer = RingsOuter;
        List<Band> bands = [];
        for (var index = 0; index < rings.Count; index++)
        {
            outer -= index > 0 && rings[index].Section != rings[index - 1].Section ? between : 0;
            bands.Add(Place(index, outer, thickness, Palette.Ring(colours[index])));
            outer -= thickness;
        }

        return bands;
    }

    private Band Place(int index, double outer, double thickness, string colour)
    {
        var ring = Year.Rings[index];
        return new(ring, index + 1, outer - thickness, outer, colour,
            Palette.Tint(colour, index % 2 == 0 ? 0.15 : 0.08));
    }
}
