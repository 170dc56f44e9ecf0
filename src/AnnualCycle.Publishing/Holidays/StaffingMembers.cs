using AnnualCycle.Charters;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>Somebody who answers for an organisation's staffing on a staffing day.</summary>
/// <param name="Organisations">
/// As the list of people has them; the municipality or the seat where it has none. More than one for somebody on seats for
/// several.
/// </param>
public sealed record StaffingMember(string Email, string Name, IReadOnlyList<string> Organisations)
{
    /// <summary>"Ale och Orust".</summary>
    public string Organisation => Named("och");

    /// <summary>All of them in a row.</summary>
    /// <param name="and">The word before the last one.</param>
    public string Named(string and) => Organisations.Count < 2 ? Organisations[0]
        : $"{string.Join(", ", Organisations.SkipLast(1))} {and} {Organisations[^1]}";
}

/// <summary>Knows who is asked about a collaboration's staffing days.</summary>
public static class StaffingMembers
{
    /// <summary>
    /// Those on the seats of the groups that plan storhelger together, or of all groups where the charter names none; by
    /// organisation and name.
    /// </summary>
    public static IReadOnlyList<StaffingMember> Of(
        Collaboration collaboration, IReadOnlyList<Membership> people, LocalDate today)
    {
        var planning = collaboration.Groups.Where(group => group.HolidayCoordination is not null).ToList();
        var seats = (planning.Count > 0 ? planning : collaboration.Groups).SelectMany(group => group.Seats)
            .GroupBy(seat => seat.Id).ToDictionary(same => same.Key, same => same.First().Name);
        return
        [
            .. people.Where(member => seats.ContainsKey(member.Seat) && !member.Substitute
                    && member.IsIn(new DateInterval(today, today)))
                .GroupBy(member => member.Email).Select(own => Of([.. own], seats))
                .OrderBy(member => member.Organisation, StringComparer.Ordinal)
                .ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Email, StringComparer.Ordinal),
        ];
    }

    private static StaffingMember Of(IReadOnlyList<Membership> own, Dictionary<string, string> seats) => new(
        own[0].Email, own[0].Name, [.. own.Select(member => member.Organisation ?? member.Municipality ?? seats[member.Seat])
            .Distinct().Order(StringComparer.Ordinal)]);
}
