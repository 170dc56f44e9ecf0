using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>That a group's convener has said yes to a meeting before or after a storhelg.</summary>
/// <param name="Group">Full id of the group.</param>
/// <param name="Year">The storhelg's year.</param>
public sealed record HolidayMeeting(string Group, Holiday Holiday, int Year, HolidayPart Part);

/// <summary>A check-in before a storhelg or a follow-up after it, as a group's charter asks for.</summary>
/// <param name="Facts">The storhelg in its year.</param>
/// <param name="Window">The days among which it is held, with some open ones among them.</param>
/// <param name="TiedTo">
/// Full ids of the group's rules whose meetings are this one: those that name the storhelg, else one that always falls in
/// the window. Empty when it needs a meeting of its own.
/// </param>
public sealed record HolidayNeed(
    Group Group, HolidayFacts Facts, HolidayPart Part, DateInterval Window, IReadOnlyList<string> TiedTo)
{
    /// <summary>Full id of the rule that a meeting of its own has: <c>simba/ledningsgrupp/storhelg-pask-fore</c>.</summary>
    public string Rule => RuleIds.Of(Group, Facts.Holiday, Part);

    public HolidayMeeting Meeting => new(Group.Id, Facts.Holiday, Facts.Year, Part);

    /// <summary>True when only a yes makes a meeting.</summary>
    public bool AsNeeded => Group.HolidayCoordination!.AsNeeded;

    /// <summary>"Avstämning inför påsk".</summary>
    public string Title => TitleOf(Facts.Holiday, Part);

    public static string TitleOf(Holiday holiday, HolidayPart part) => part == HolidayPart.Before
        ? $"Avstämning inför {HolidayNames.Name(holiday)}"
        : $"Uppföljning efter {HolidayNames.Name(holiday)}";
}
