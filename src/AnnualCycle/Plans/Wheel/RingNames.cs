namespace AnnualCycle.Plans.Wheel;

/// <summary>Writes each group's name along its ring where the year has no marks, most often in the summer.</summary>
internal sealed class RingNames(Svg svg, Face face, string id)
{
    /// <summary>Thinner rings have no room for letters of 7 points; their names stand in the list alone.</summary>
    private const double ThinnestRing = 10.4;
    private readonly Dial dial = face.Dial;

    public void Draw()
    {
        var names = face.Families.SelectMany(family => family.Rings.Select(family.OwnName)).ToList();
        var bands = face.Bands.Where(band => band.Thickness >= ThinnestRing).ToList();
        var (middle, half) = Places().MaxBy(place =>
            bands.Count(band => Fitted(band, names, place.Half) == names[band.Number - 1]));
        foreach (var band in bands)
        {
            var name = Fitted(band, names, half);
            if (name.Length > 0)
            {
                Write(band, name, middle);
            }
        }
    }

    /// <summary>The closed weeks within the quietest stretch, and the stretch itself: the first wins a tie.</summary>
    private IEnumerable<(double Middle, double Half)> Places()
    {
        var (from, to) = Quietest();
        foreach (var arc in face.Periods.Where(arc => arc.Kind == WheelPeriodKind.Closed))
        {
            var middle = (dial.Start(arc.Days.Start) + dial.End(arc.Days.End)) / 2;
            if (middle > from && middle < to)
            {
                yield return (middle, Math.Min(middle - from, to - middle));
            }
        }

        yield return ((from + to) / 2, (to - from) / 2);
    }

    /// <summary>The longest stretch of the year without a mark on any ring; New Year belongs to the numbers.</summary>
    private (double From, double To) Quietest()
    {
        var edges = face.Year.Rings.SelectMany(ring => ring.Marks).Select(mark => dial.Noon(mark.Date))
            .Append(4).Append(356).Order().ToList();
        return edges.Zip(edges.Skip(1)).MaxBy(gap => gap.Second - gap.First);
    }

    private static string Fitted(Band band, List<string> names, double half)
    {
        var marks = band.Thickness >= RingDrawing.DateLabelFrom
            ? RingDrawing.DateLabelWidth
            : 2 * MarkPlace.FullRadius(band) + 4;
        var room = half / 90 * Math.PI * band.Middle - marks;
        return Wording.Fit(names[band.Number - 1], Size(band), room);
    }

    private void Write(Band band, string name, double middle)
    {
        var path = $"{id}-r{band.Number}";
        svg.Shape("path", ("id", path), ("fill", "none"), ("d", dial.Baseline(middle, 60, band.Middle, Size(band))));
        svg.WordsAlong(path, name, ("text-anchor", "middle"), ("font-size", Size(band)), ("fill", Palette.Ink));
    }

    private static double Size(Band band) => Math.Clamp(band.Thickness * 0.6, 10, 15);
}
