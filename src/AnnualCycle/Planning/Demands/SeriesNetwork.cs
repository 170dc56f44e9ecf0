using AnnualCycle.Charters;

namespace AnnualCycle.Planning.Demands;

/// <summary>Every series that the charters demand in a year, and the order between them.</summary>
public sealed record SeriesNetwork(IReadOnlyList<MeetingSeries> Series, IReadOnlyList<SeriesLink> Links)
{
    /// <param name="given">Dates decided elsewhere; those of the year that is planned.</param>
    public static SeriesNetwork Of(
        IReadOnlyList<Collaboration> collaborations, YearSpans spans, IReadOnlyList<GivenDate> given)
    {
        var (series, links) = (new List<MeetingSeries>(), new List<SeriesLink>());
        foreach (var collaboration in collaborations)
        {
            var own = new CollaborationSeries(collaboration, spans, given);
            var preparing = new PreparatorySeries(own.Build());
            preparing.Tie(collaboration.Groups);
            series.AddRange(preparing.Series);
            links.AddRange(preparing.Links);
        }

        return new SeriesNetwork(series, links);
    }
}
