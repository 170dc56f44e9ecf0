using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>
/// Which principal chairs a group when. A group that is in step with another one passes its chair on the same days; where
/// nobody has said when a period began, or who chaired then, nothing is guessed.
/// </summary>
internal sealed class ChairPeriods(IReadOnlyList<Collaboration> collaborations)
{
    // Longer than any chair period has been looked back or ahead.
    private const int Years = 100;

    /// <summary>The days on which the chair passes on, up to a day; the first day that was given is none of them.</summary>
    public IEnumerable<LocalDate> ShiftsOf(Group group, LocalDate until) => StartOf(group) is not { } since
        || group.Chair?.Months is not { } months ? []
        : Enumerable.Range(1, Years * 12 / months).Select(period => since.PlusMonths(period * months))
            .TakeWhile(day => day <= until);

    /// <summary>Every term up to a day; empty where it is not known who chairs.</summary>
    public IReadOnlyList<ChairTerm> Of(Group group, LocalDate until) =>
        StartOf(group) is { } since && group.Chair is { Holds: { } holder, Alternates: { Count: > 0 } all }
            ? [.. ShiftsOf(group, until).Prepend(since).Select((day, index) => Term(day, all, IndexOf(all, holder) + index))]
            : [];

    /// <summary>The first day of a period that somebody has given, for this group or for the one it keeps step with.</summary>
    public LocalDate? StartOf(Group group) => group.Chair?.Since ?? Partner(group)?.Chair?.Since;

    /// <summary>The group that it is to keep step with; null when there is none in the charters.</summary>
    public Group? Partner(Group group) => group.Chair?.InStepWith is { } partner
        ? collaborations.SelectMany(own => own.Groups).FirstOrDefault(other => other.Id == partner) : null;

    private static ChairTerm Term(LocalDate day, IReadOnlyList<string> all, int index) =>
        new(day, all[index % all.Count], all.Count == 2 ? all[(index + 1) % 2] : null);

    private static int IndexOf(IReadOnlyList<string> all, string holder) => all.TakeWhile(one => one != holder).Count();
}
