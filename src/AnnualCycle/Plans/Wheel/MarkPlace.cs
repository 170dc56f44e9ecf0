namespace AnnualCycle.Plans.Wheel;

/// <summary>Where a mark stands on its ring; marks too near each other share the ring's thickness.</summary>
/// <param name="Radius">Of an ordinary disc here.</param>
internal sealed record MarkPlace(WheelMark Mark, double Degrees, double Distance, double Radius)
{
    private const double LargestDisc = 17;

    /// <summary>Lets the mark's date decide the angle always; only the distance from the centre gives way.</summary>
    public static IReadOnlyList<MarkPlace> On(Band band, Dial dial)
    {
        var radius = FullRadius(band);
        List<MarkPlace> places = [];
        foreach (var near in Clusters(band, dial, radius * 1.7))
        {
            var lanes = Math.Min(near.Count, 3);
            places.AddRange(near.Select((mark, index) => new MarkPlace(
                mark,
                dial.Noon(mark.Date),
                band.Middle + ((index % lanes + 0.5) / lanes - 0.5) * band.Thickness,
                lanes == 1 ? radius : Math.Min(radius, band.Thickness * 0.58 / lanes))));
        }

        return places;
    }

    /// <summary>How far along the ring this mark is from the one before it.</summary>
    public double Along(MarkPlace before) => (Degrees - before.Degrees) * Math.PI / 180 * Distance;

    /// <summary>Radius of a disc that has its ring's thickness to itself.</summary>
    public static double FullRadius(Band band) => Math.Min(LargestDisc, band.Thickness * 0.46);

    private static List<List<WheelMark>> Clusters(Band band, Dial dial, double least)
    {
        List<List<WheelMark>> clusters = [];
        foreach (var mark in band.Ring.Marks)
        {
            var apart = clusters.Count == 0
                ? double.MaxValue
                : (dial.Noon(mark.Date) - dial.Noon(clusters[^1][^1].Date)) * Math.PI / 180 * band.Middle;
            if (apart >= least)
            {
                clusters.Add([]);
            }

            clusters[^1].Add(mark);
        }

        return clusters;
    }
}
