using AnnualCycle.Calendars.Holidays;

namespace AnnualCycle.Charters;

/// <summary>What a charter says about planning together before storhelger and looking back after them.</summary>
/// <param name="AsNeeded">True for "vid behov": the convener is asked, and no meeting exists before a yes.</param>
/// <param name="Holidays">The storhelger that it is about.</param>
/// <param name="Minutes">How long a meeting is that is held for this alone.</param>
public sealed record HolidayCoordination(
    RuleSource Source, bool AsNeeded, IReadOnlyList<Holiday> Holidays, int Minutes)
{
    /// <summary>Days from the meeting before to the first day off; null where none is held.</summary>
    public DayRange? Before { get; init; }

    /// <summary>Days from the last day off to the meeting after; null where none is held.</summary>
    public DayRange? After { get; init; }

    /// <summary>The three that charters mean by storhelger.</summary>
    public static IReadOnlyList<Holiday> Usual { get; } = [Holiday.Easter, Holiday.Midsummer, Holiday.Christmas];

    public DayRange? Range(HolidayPart part) => part == HolidayPart.Before ? Before : After;
}

/// <summary>From so few days to so many.</summary>
public sealed record DayRange(int Min, int Max);

/// <summary>The storhelger that a fixed meeting prepares or looks back on.</summary>
public sealed record MeetingHolidays(IReadOnlyList<Holiday> Before, IReadOnlyList<Holiday> After)
{
    public static MeetingHolidays None { get; } = new([], []);

    public IReadOnlyList<Holiday> Of(HolidayPart part) => part == HolidayPart.Before ? Before : After;
}
