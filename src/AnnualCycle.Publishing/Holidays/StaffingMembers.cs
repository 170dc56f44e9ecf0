using AnnualCycle.Charters;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>Somebody who answers for an organisation's staffing on a staffing day.</summary>
/// <param name="Organisation">As the list of people has it; the municipality or the seat where it has none.</param>
public sealed record StaffingMember(string Email, string Name, string Organisation);

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
                .GroupBy(member => member.Email).Select(own => Of(own.First(), seats))
                .OrderBy(member => member.Organisation, StringComparer.Ordinal)
                .ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Email, StringComparer.Ordinal),
        ];
    }

    private static StaffingMember Of(Membership member, Dictionary<string, string> seats) => new(
        member.Email, member.Name, member.Organisation ?? member.Municipality ?? seats[member.Seat]);
}
