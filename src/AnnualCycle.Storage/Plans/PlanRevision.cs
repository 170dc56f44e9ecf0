using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Storage.Plans;

/// <summary>Where a collaboration's plan for a year stands.</summary>
public enum PlanState
{
    /// <summary>Not shown to anybody outside; at most one for each collaboration and year.</summary>
    Draft,

    /// <summary>In force: feeds carry it as tentative, members are asked.</summary>
    Proposed,

    /// <summary>In force: confirmed.</summary>
    Adopted,

    /// <summary>A later revision took its place.</summary>
    Superseded,

    /// <summary>A draft that nobody wanted.</summary>
    Discarded,
}

/// <summary>A collaboration's year as it was published, or as it is drafted.</summary>
public sealed class PlanRevision
{
    public long Id { get; init; }

    public required string Collaboration { get; init; }

    public required int Year { get; init; }

    /// <summary>From 1 at the first publication; null until published.</summary>
    public int? Number { get; set; }

    public required PlanState State { get; set; }

    public required Plan Plan { get; set; }

    /// <summary>What changed and why, for people; one line each.</summary>
    public required string Reason { get; set; }

    /// <summary>What it was planned from; another print means that it should be looked at again.</summary>
    public required PlanInputs Inputs { get; set; }

    public required Instant Created { get; init; }

    public required string CreatedBy { get; init; }

    public Instant? Published { get; set; }

    /// <summary>True when nobody is to get a mail about this publication.</summary>
    public bool HeldBack { get; set; }
}
