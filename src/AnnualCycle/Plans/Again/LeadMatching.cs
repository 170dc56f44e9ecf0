using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans.Again;

/// <summary>
/// Where one rule has meetings in several series, some preparing one body and some another, tells them apart by the
/// distance they keep to what they prepare.
/// </summary>
internal sealed class LeadMatching(
    Dictionary<MeetingAt, KeptMeeting> matched, IReadOnlyList<DemandedPlace> places, IReadOnlyList<SeriesLink> links)
{
    /// <summary>Days that a broken order or distance is as bad as.</summary>
    private const int Broken = 1000;

    /// <summary>Exchanges meetings of a rule between its series as long as that mends more than it breaks.</summary>
    public Dictionary<MeetingAt, KeptMeeting> Improve()
    {
        foreach (var rule in places.Where(place => matched.ContainsKey(place.At)).GroupBy(place => place.Rule))
        {
            Improve([.. rule]);
        }

        return matched;
    }

    private void Improve(List<DemandedPlace> rule)
    {
        var pairs = rule.SelectMany(one => rule.Where(other =>
            string.CompareOrdinal(one.At.Series, other.At.Series) < 0).Select(other => (one, other))).ToList();
        while (pairs.Any(pair => Exchange(rule, pair.one.At, pair.other.At)))
        {
        }
    }

    private bool Exchange(List<DemandedPlace> rule, MeetingAt one, MeetingAt other)
    {
        var before = Cost(rule);
        (matched[one], matched[other]) = (matched[other], matched[one]);
        if (Cost(rule) < before)
        {
            return true;
        }

        (matched[one], matched[other]) = (matched[other], matched[one]);
        return false;
    }

    private int Cost(List<DemandedPlace> rule) =>
        rule.Sum(place => place.DaysOutside(matched[place.At].Meeting.Date))
        + rule.GroupBy(place => place.At.Series).Sum(series => Broken * Disorder([.. series]))
        + links.Where(link => rule.Any(place => place.At == link.Earlier || place.At == link.Later)).Sum(Cost);

    private int Disorder(List<DemandedPlace> series)
    {
        var dates = series.OrderBy(place => place.At.Place).Select(place => matched[place.At].Meeting.Date).ToList();
        return dates.Zip(dates.Skip(1)).Count(pair => pair.First > pair.Second);
    }

    private int Cost(SeriesLink link)
    {
        if (!matched.TryGetValue(link.Earlier, out var earlier) || !matched.TryGetValue(link.Later, out var later))
        {
            return 0;
        }

        var days = NodaTime.Period.DaysBetween(earlier.Meeting.Date, later.Meeting.Date);
        return (days < link.Lead.Min || days > link.Lead.Max ? Broken : 0) + Math.Abs(days - link.Lead.Ideal);
    }
}
