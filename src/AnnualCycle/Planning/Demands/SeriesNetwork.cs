
namespace AnnualCycle.Planning.Demands;

/// <summary>Every series that the charters demand in a year, and the order between them.</summary>
public sealed record SeriesNetwork(IReadOnlyList<MeetingSeries> Series, IReadOnlyList<SeriesLink> Links)
{
    public static SeriesNetwork Of(YearInput input)
    {
        IReadOnlyList<GivenDate> given = [.. input.Given.Where(date => input.Days.Contains(date.Date))];
        var holidays = new HolidayNeeds(input);
        var (series, links) = (new List<MeetingSeries>(), new List<SeriesLink>());
        foreach (var collaboration in input.Collaborations)
        {
            var own = new CollaborationSeries(collaboration, input.Spans, given);
            var preparing = new PreparatorySeries(own.Build());
            preparing.Tie(collaboration.Groups);
            series.AddRange(preparing.Series);
            series.AddRange(collaboration.Groups.SelectMany(group => HolidaySeries.Of(group, holidays)));
            links.AddRange(preparing.Links);
        }

        return new SeriesNetwork(series, links);
    }
}
