using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Server.Years;

/// <summary>A year as it was last published: its plan, what it was made from, and when it last changed.</summary>
public sealed record PublishedYear(Plan Plan, YearInput Input, Instant Changed);
