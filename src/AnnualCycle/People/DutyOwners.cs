using AnnualCycle.Charters;
using AnnualCycle.Plans;

namespace AnnualCycle.People;

/// <summary>
/// Knows which seats answer for a duty: those that the charter's words name, else the convener's. Where no seat is meant,
/// the process leaders answer for it.
/// </summary>
public sealed class DutyOwners(IReadOnlyList<Collaboration> collaborations)
{
    private const string Chair = "ordforande", ViceChair = "vice-ordforande", Leader = "processledare";

    /// <summary>Full ids of seats; empty when the charter names nobody who has one.</summary>
    public IReadOnlyList<string> SeatsOf(PlannedDeadline deadline)
    {
        if (Find(deadline.Group) is not { } group)
        {
            return [];
        }

        // A handover is both sides' business.
        return deadline.Kind == DeadlineKind.Handover ? BothSides(group)
            : deadline.From is null ? ConvenerOf(group)
            : Find(deadline.From) is { } other ? ConvenerOf(other)
            : Named(group, deadline.From) is { Count: > 0 } named ? named : ConvenerOf(group);
    }

    // Without a seat for the vice chair whoever calls the group together knows the other side.
    private static IReadOnlyList<string> BothSides(Group group) => Named(group, ViceChair).Count > 0
        ? Named(group, Chair, ViceChair) : [.. Named(group, Chair).Concat(ConvenerOf(group)).Distinct()];

    /// <summary>Full ids of the seats that call the group together: the convener's, else the chair's.</summary>
    public static IReadOnlyList<string> ConvenerOf(Group group) =>
        group.Convener is { } office && Named(group, office.Holder) is { Count: > 0 } named ? named
            : group.Convener is null ? Named(group, Chair) : [];

    /// <summary>Full ids of the seats of a collaboration's process leaders.</summary>
    public IReadOnlyList<string> LeadersOf(string collaboration) =>
    [
        .. collaborations.Where(own => own.Id == collaboration).SelectMany(own => own.Groups)
            .SelectMany(group => group.Seats).Where(seat => RoleOf(seat) == Leader).Select(seat => seat.Id).Distinct(),
    ];

    private Group? Find(string id) =>
        collaborations.SelectMany(own => own.Groups).FirstOrDefault(group => group.Id == id);

    private static IReadOnlyList<string> Named(Group group, params string[] holders)
    {
        var words = holders.SelectMany(holder => holder.Split(" och ")).Select(Slug.Of).ToList();
        return [.. group.Seats.Where(seat => words.Any(word => IsMeant(word, RoleOf(seat)) || IsMeant(word, Slug.Of(seat.Name))))
            .Select(seat => seat.Id).Distinct()];
    }

    // "Sekreteraren" is the secretary, "SIMBA:s processledare" the process leader, "Närvårdskontoret" its representative.
    private static bool IsMeant(string word, string role) => word == role
        || word.StartsWith(role, StringComparison.Ordinal) && word.Length - role.Length <= 2
        || word.EndsWith($"-{role}", StringComparison.Ordinal)
        || role.StartsWith($"{word}s-", StringComparison.Ordinal);

    private static string RoleOf(Seat seat)
    {
        var role = seat.Id[(seat.Id.LastIndexOf('/') + 1)..];
        return role[(role.LastIndexOf('.') + 1)..];
    }
}
