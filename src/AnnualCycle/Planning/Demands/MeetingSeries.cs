using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>What a series is to the groups that hold it.</summary>
public enum SeriesKind
{
    Ordinary,

    /// <summary>Owned by several groups; counts for each.</summary>
    Joint,

    /// <summary>Held to prepare another group's meetings.</summary>
    Preparatory,

    /// <summary>Decided elsewhere; stands where it stands.</summary>
    Given,

    /// <summary>Held because of a storhelg, beside the group's own meetings.</summary>
    Holiday,
}

/// <summary>The ordered meetings that a group, or several together, are to hold in a year.</summary>
public sealed record MeetingSeries
{
    /// <summary>Full id: that of its rule, or of its group when several rules name the times.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<Group> Owners { get; init; }

    public required SeriesKind Kind { get; init; }

    public required string Title { get; init; }

    public required MeetingForm Form { get; init; }

    /// <summary>In the order in which they are to be held.</summary>
    public required IReadOnlyList<DemandedMeeting> Meetings { get; init; }

    /// <summary>True when the meetings should spread evenly instead of standing in named times.</summary>
    public bool Spread { get; init; }

    /// <summary>True for meetings that may stand close to Christmas: those that prepare others'.</summary>
    public bool IsPreparatory { get; init; }

    /// <summary>True for joint meetings held on the days that one of the owners meets anyway.</summary>
    public bool IsOnGivenDays { get; init; }

    /// <summary>For given dates: where each meeting stands.</summary>
    public IReadOnlyList<GivenDate> Given { get; init; } = [];

    /// <summary>
    /// By place, when a year is planned again: where each meeting stands; null for one that is new. Empty otherwise.
    /// </summary>
    public IReadOnlyList<Standing?> Standing { get; init; } = [];
}

/// <summary>The slot that a meeting has in the plan before.</summary>
/// <param name="IsFixed">True when it stays there whatever speaks against it; else it moves reluctantly.</param>
public sealed record Standing(LocalDate Date, LocalTime Start, bool IsFixed);

/// <summary>A meeting of this series must come some days before a meeting of another.</summary>
/// <param name="Earlier">Series id and place in it, from 0.</param>
public sealed record SeriesLink(MeetingAt Earlier, MeetingAt Later, LeadDays Lead, RuleSource Source);

/// <summary>A meeting by its series and its place there, from 0.</summary>
public readonly record struct MeetingAt(string Series, int Place);
