namespace AnnualCycle.Phrases.Words;

/// <summary>What is counted: occasions ("gånger"), meetings, reports, or nothing said ("4 per år").</summary>
internal enum Counted { Occasions, Meetings, Reports, Days, Unsaid }

/// <summary>How often: an amount, what is counted and in which period, as far as each is said.</summary>
internal sealed record Frequency(Amount? Amount, Counted Counted, Cycle? Cycle);
