using AnnualCycle.Plans;
using AnnualCycle.Storage.People;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>The feeds of persons: one for each address, with all groups in which the person has a seat.</summary>
public static class PersonFeeds
{
    private const string Prefix = "person:";

    /// <summary>The feed's id for an address.</summary>
    public static string IdOf(string email) => Prefix + email.ToLowerInvariant();

    /// <summary>Whose a person's own feed is.</summary>
    internal static string EmailOf(string id) => id[Prefix.Length..];

    /// <summary>Whether a feed is a person's own.</summary>
    public static bool IsPerson(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <param name="groups">As they are in the latest plan.</param>
    internal static IEnumerable<WantedFeed> Of(IReadOnlyList<StoredMembership> people,
        IReadOnlyList<PlannedGroup> groups, WantedDay day, Func<IEnumerable<string>, IReadOnlySet<string>> sharing)
    {
        var today = day.Today;
        var seats = groups.SelectMany(group => group.Seats.Select(seat => (seat, group.Id)))
            .ToLookup(pair => pair.seat, pair => pair.Id);
        return people.GroupBy(row => row.Email).OrderBy(person => person.Key, StringComparer.Ordinal).Select(person =>
        {
            // Who has left everything keeps an address, and finds nothing more there.
            var now = person.Where(row => row.To is null || row.To >= today).SelectMany(row => seats[row.Seat]);
            var ever = person.SelectMany(row => seats[row.Seat]).Select(WantedFeeds.CollaborationOf);
            return new WantedFeed(IdOf(person.Key), IsPublic: false, sharing(ever),
                feeds => feeds.Person(NameOf(person), now.ToHashSet(), day.Invited[person.Key].ToHashSet(),
                    [.. day.Work[person.Key]]));
        });
    }

    // As on the seat that is held longest from now on: earlier seats still have the name that somebody changed.
    private static string NameOf(IEnumerable<StoredMembership> person) =>
        person.OrderBy(row => row.To ?? LocalDate.MaxIsoValue).ThenBy(row => row.Id).Last().Name;
}
