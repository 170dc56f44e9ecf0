using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Publishing.Feeds;

/// <summary>What feeds are made of: a plan and the instant it last changed.</summary>
/// <param name="Changed">
/// DTSTAMP and LAST-MODIFIED of every event; the same plan and instant give the same bytes.
/// </param>
public sealed record FeedSource(Plan Plan, Instant Changed);
