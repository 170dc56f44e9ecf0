using NodaTime;

namespace AnnualCycle.Plans.Wheel;

/// <summary>A year of collaboration as the annual wheel shows it: the groups' rings and the days around them.</summary>
/// <param name="Title">Heading, for example "Årshjul 2027 – SIMBA".</param>
/// <param name="Subtitle">One or two sentences under the heading, or null.</param>
/// <param name="Today">Where the hand points; null, or a day of another year, draws no hand.</param>
/// <param name="Rings">The outermost first; rings of one section stand together.</param>
public sealed record WheelYear(
    int Year,
    string Title,
    string? Subtitle,
    LocalDate? Today,
    IReadOnlyList<WheelRing> Rings,
    IReadOnlyList<WheelDay> RedDays,
    IReadOnlyList<WheelPeriod> Periods);

/// <summary>One group's ring.</summary>
/// <param name="Section">The collaboration or theme whose colour the ring carries; null when there is only one.</param>
public sealed record WheelRing(string Name, string? Section, IReadOnlyList<WheelMark> Marks);

/// <summary>One meeting or due day on a group's ring.</summary>
/// <param name="Title">What the day is for; when it only repeats the group's name it is not shown.</param>
/// <param name="Certain">False while it is proposed, or rests on something unconfirmed: drawn dashed.</param>
public sealed record WheelMark(LocalDate Date, WheelMarkKind Kind, string Title, bool Certain = true);

/// <summary>What happens on a marked day; each kind has a shape of its own, as colour never stands alone.</summary>
public enum WheelMarkKind
{
    /// <summary>An ordinary meeting of the group.</summary>
    Meeting,

    /// <summary>A meeting owned by several groups; rings with the same date and title are tied by a line.</summary>
    JointMeeting,

    /// <summary>A meeting that prepares another group's meeting.</summary>
    Preparatory,

    /// <summary>Last day for a report or a notice.</summary>
    Deadline,

    /// <summary>The chair changes hands.</summary>
    Handover,

    /// <summary>A meeting whose date is decided elsewhere.</summary>
    GivenDate,
}

/// <summary>A red day and its name.</summary>
public sealed record WheelDay(LocalDate Date, string Name);

/// <summary>Days on which the year looks different: a school break, or weeks when nobody meets.</summary>
/// <param name="Name">For example "Sportlov Ale"; periods of the same kind and days are drawn as one.</param>
/// <param name="Interval">Both days included; days outside the year are cut off.</param>
/// <param name="Certain">False when the days are not yet published: drawn hatched.</param>
public sealed record WheelPeriod(string Name, WheelPeriodKind Kind, DateInterval Interval, bool Certain = true);

/// <summary>Why a period stands out.</summary>
public enum WheelPeriodKind
{
    /// <summary>A municipality's schools are closed.</summary>
    SchoolBreak,

    /// <summary>Nothing is planned: summer weeks, Christmas.</summary>
    Closed,
}

/// <summary>What is drawn.</summary>
public enum WheelSize
{
    /// <summary>An A3 page in landscape: the wheel with a list of every group's dates.</summary>
    Page,

    /// <summary>The wheel alone, for a web page or a README.</summary>
    Square,
}
