using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>
/// Ties preparatory meetings to the meetings they prepare, and adds those that a charter demands before each.
/// </summary>
internal sealed class PreparatorySeries(List<MeetingSeries> series)
{
    private readonly List<SeriesLink> _links = [];

    public IReadOnlyList<MeetingSeries> Series => series;

    public IReadOnlyList<SeriesLink> Links => _links;

    /// <summary>
    /// Groups whose own meetings are prepared by others come first: where A prepares B and B prepares C, B's meetings
    /// before C must exist when A is tied to B.
    /// </summary>
    public void Tie(IReadOnlyList<Group> groups)
    {
        var pairs = groups
            .SelectMany(group => group.Prepares.Where(p => p.BeforeEach).Select(p => (group, p))).ToList();
        foreach (var level in pairs.GroupBy(pair => Depth(pair.p.For, pairs)).OrderBy(level => level.Key))
        {
            TieAll([.. level]);
        }
    }

    // Meetings before dates that are decided elsewhere come first, as they leave fewer of the group's own to place.
    private void TieAll(List<(Group Group, Preparation Preparation)> level)
    {
        var ties = level.SelectMany(pair => series.Where(main => IsFor(main, pair.Group, pair.Preparation))
            .Select(main => (pair.Group, pair.Preparation, main.Id, IsElsewhere: IsDecidedElsewhere(main)))).ToList();
        foreach (var (group, preparation, id, _) in ties.OrderByDescending(tie => tie.IsElsewhere))
        {
            var main = series.First(main => main.Id == id);
            if (IsFor(main, group, preparation))
            {
                Tie(group, preparation, main);
            }
        }
    }

    private static int Depth(string group, List<(Group group, Preparation p)> pairs) =>
        pairs.Where(pair => pair.group.Id == group)
            .Select(pair => 1 + Depth(pair.p.For, pairs)).DefaultIfEmpty(0).Max();

    // A joint meeting of the group that is prepared needs it as much as its own, but once.
    private bool IsFor(MeetingSeries main, Group group, Preparation preparation) =>
        main.Owners.Any(owner => owner.Id == preparation.For) && main.Owners.All(owner => owner.Id != group.Id)
        && main.Kind != SeriesKind.Preparatory && !main.IsOnGivenDays
        && (main.Kind != SeriesKind.Joint || IsDecidedElsewhere(main))
        && !_links.Any(link => link.Later.Series == main.Id && IsOf(SeriesOf(link.Earlier), group.Id));

    private static bool IsDecidedElsewhere(MeetingSeries main) =>
        main.Kind == SeriesKind.Given || main.Owners.Any(owner => owner.Dates == DatesFrom.Given);

    private MeetingSeries SeriesOf(MeetingAt meeting) => series.First(own => own.Id == meeting.Series);

    private static bool IsOf(MeetingSeries main, string group) =>
        main.Kind != SeriesKind.Joint && main.Owners[0].Id == group;

    private void Tie(Group group, Preparation preparation, MeetingSeries main)
    {
        var index = series.FindIndex(own => IsOf(own, group.Id) && own.Spread
            && !_links.Any(link => link.Earlier.Series == own.Id));
        if (index < 0 || IsDecidedElsewhere(main))
        {
            var before = Before(group, preparation, main) with { Id = $"{RuleIds.Of(group, preparation)}/{main.Id}" };
            var added = index < 0 ? before : Counted(before, index, group);
            Add(added, preparation, main, [.. Enumerable.Range(0, main.Meetings.Count)]);
            return;
        }

        var places = Places(series[index].Meetings.Count, main.Meetings.Count);
        series[index] =
            series[index] with { Meetings = Needed(series[index].Meetings, main, places), IsPreparatory = true };
        Link(series[index], preparation, main, places);
    }

    // A meeting before a given date is one of the group's "6–8": so many fewer are planned freely, though never so few
    // that another group's meetings go unprepared.
    private MeetingSeries Counted(MeetingSeries before, int index, Group group)
    {
        var own = series[index];
        var tied = group.Prepares.Where(preparation => preparation.BeforeEach)
            .SelectMany(preparation => series.Where(main => !IsDecidedElsewhere(main) && IsOf(main, preparation.For)))
            .Select(main => main.Meetings.Count).DefaultIfEmpty(0).Max();
        var spare = Math.Clamp(own.Meetings.Count - Math.Max(tied, 1), 0, before.Meetings.Count);
        series[index] = own with { Meetings = [.. own.Meetings.Skip(spare)] };
        return before with { Meetings =
            [.. before.Meetings.Select(meeting => meeting with { Rule = own.Meetings[0].Rule })] };
    }

    // The first and the last of the preparing group's meetings serve the first and the last main one, the rest evenly.
    private static IReadOnlyList<int> Places(int own, int main) => main switch
    {
        1 => [own / 2],
        _ when own <= main => [.. Enumerable.Range(0, own)],
        _ => [.. Enumerable.Range(0, main).Select(k => (int)Math.Round(k * (own - 1) / (double)(main - 1)))],
    };

    // A meeting that prepares a demanded one is demanded too; the others keep the number that the rule demands.
    private static IReadOnlyList<DemandedMeeting> Needed(
        IReadOnlyList<DemandedMeeting> own, MeetingSeries main, IReadOnlyList<int> places)
    {
        var free = own.Count(meeting => meeting.Need == Need.Demanded) - places.Count;
        return [.. own.Select((meeting, place) => meeting with
        {
            Need = IndexOf(places, place) is { } k ? main.Meetings[k].Need : free-- > 0 ? Need.Demanded : Need.Wanted,
        })];
    }

    private static int? IndexOf(IReadOnlyList<int> places, int place)
    {
        var index = places.ToList().IndexOf(place);
        return index < 0 ? null : index;
    }

    private static MeetingSeries Before(Group group, Preparation preparation, MeetingSeries main) => new()
    {
        Id = RuleIds.Of(group, preparation),
        Owners = [group],
        Kind = SeriesKind.Preparatory,
        Title = group.Name,
        Form = group.Form,
        Meetings = [.. main.Meetings.Select(meeting => Before(meeting, group, preparation))],
        IsPreparatory = true,
    };

    private static DemandedMeeting Before(DemandedMeeting main, Group group, Preparation preparation)
    {
        var year = main.Window.Start.Year;
        var from = LocalDate.Max(main.Window.Start.PlusDays(-preparation.Lead.Max), new LocalDate(year, 1, 1));
        var to = LocalDate.Max(main.Window.End.PlusDays(-preparation.Lead.Min), from);
        return main with { Rule = RuleIds.Of(group, preparation), Window = new DateInterval(from, to), Ideal = null };
    }

    private void Add(MeetingSeries added, Preparation preparation, MeetingSeries main, IReadOnlyList<int> places)
    {
        series.Add(added);
        Link(added, preparation, main, places);
    }

    private void Link(MeetingSeries own, Preparation preparation, MeetingSeries main, IReadOnlyList<int> places) =>
        _links.AddRange(places.Select((place, k) => new SeriesLink(
            new MeetingAt(own.Id, place), new MeetingAt(main.Id, k), preparation.Lead, preparation.Source)));
}
