using AnnualCycle.Charters;
using AnnualCycle.Plans;
using AnnualCycle.Storage.People;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>A feed that there should be.</summary>
/// <param name="Collaborations">Ids of those whose plans it shows.</param>
internal sealed record WantedFeed(
    string Id, bool IsPublic, IReadOnlySet<string> Collaborations, Func<PlanFeeds, byte[]> Render)
{
    public bool Touches(IReadOnlyCollection<string> changed) => changed.Any(Collaborations.Contains);
}

/// <summary>What decides beside plans what a person's feed shows.</summary>
/// <param name="Invited">By address: UIDs of meetings that an invite shows already.</param>
/// <param name="Chartered">Collaborations in the order of their ids, as their charters in force say.</param>
/// <param name="Host">The host part of UIDs.</param>
internal sealed record WantedDay(
    LocalDate Today, ILookup<string, string> Invited, IReadOnlyList<Collaboration> Chartered, string Host)
{
    /// <summary>By address: the work around meetings that the person answers for.</summary>
    public required ILookup<string, PlannedDeadline> Work { get; init; }
}

/// <summary>Which feeds there should be: one for each collaboration, group and person, and one of storhelger.</summary>
internal static class WantedFeeds
{
    public static IEnumerable<WantedFeed> Of(
        IReadOnlyList<Plan> plans, IReadOnlyList<StoredMembership> people, WantedDay day)
    {
        // What a collaboration or group is called and whether it is public is as its latest year says.
        var latest = plans.OrderBy(plan => plan.Year).ToList();
        var collaborations = latest.SelectMany(plan => plan.Collaborations)
            .GroupBy(collaboration => collaboration.Id).ToDictionary(same => same.Key, same => same.Last());
        var groups = latest.SelectMany(plan => plan.Groups).GroupBy(group => group.Id)
            .Select(same => same.Last()).Where(group => group.HasFeed).ToList();
        var partners = PartnersOf(plans);
        return collaborations.Values.Select(one => new WantedFeed(one.Id, one.Public,
                Sharing(partners, [one.Id]), feeds => feeds.Collaboration(one)))
            .Concat(groups.Select(group => new WantedFeed(group.Id, collaborations[group.Collaboration].Public,
                Sharing(partners, [group.Collaboration]), feeds => feeds.Group(group))))
            .Concat(Holidays(day, collaborations.Values.Where(one => one.Public).Select(one => one.Id).ToHashSet()))
            .Concat(PersonFeeds.Of(people, groups, day, ids => Sharing(partners, ids)));
    }

    private static IEnumerable<WantedFeed> Holidays(WantedDay day, IReadOnlySet<string> open)
    {
        var chartered = day.Chartered.Where(own => open.Contains(own.Id)).ToList();
        return HolidayFeed.IsWanted(chartered) && !open.Contains(HolidayFeed.Id)
            ? [new WantedFeed(HolidayFeed.Id, true, open, feeds => feeds.Holidays(chartered, day.Host))] : [];
    }

    public static string CollaborationOf(string group) => group.Split('/')[0];

    // A joint meeting stands in one collaboration's plan and in the other's feeds.
    private static ILookup<string, string> PartnersOf(IReadOnlyList<Plan> plans) => plans
        .SelectMany(plan => plan.Meetings)
        .SelectMany(meeting => meeting.Groups.SelectMany(one => meeting.Groups.Select(other =>
            (One: CollaborationOf(one), Other: CollaborationOf(other)))))
        .Distinct().ToLookup(pair => pair.One, pair => pair.Other);

    private static HashSet<string> Sharing(ILookup<string, string> partners, IEnumerable<string> collaborations) =>
        [.. collaborations.SelectMany(collaboration => partners[collaboration].Append(collaboration))];
}
