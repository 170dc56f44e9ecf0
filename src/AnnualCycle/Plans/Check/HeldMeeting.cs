using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>A meeting of the existing calendar together with the groups that hold it.</summary>
/// <param name="Groups">At least one; several hold a joint meeting.</param>
public sealed record HeldMeeting(HeldEvent Event, IReadOnlyList<Group> Groups)
{
    public LocalDate Date => Event.Date;

    public string Title => Event.Title;

    public bool Is(string group) => Groups.Any(owner => owner.Id == group);

    /// <summary>
    /// When it takes place; null for whole days. Where the calendar gives no end, the first group's usual length is
    /// taken.
    /// </summary>
    internal (LocalDateTime Start, LocalDateTime End)? Time => Event.Start is not { } start ? null
        : (Date + start, Event.End is { } end ? Date + end : (Date + start).PlusMinutes(Groups[0].Form.Minutes));

    /// <summary>"tisdag 9 februari" with "09:00" when it has a time.</summary>
    internal string When => SwedishDates.Long(Date) + (Event.Start is { } start ? $" {SwedishDates.Clock(start)}" : "");
}
