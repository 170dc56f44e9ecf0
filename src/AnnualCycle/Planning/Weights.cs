namespace AnnualCycle.Planning;

/// <summary>What the collaboration as a whole puts on meetings left out and on people's load.</summary>
/// <param name="Medium">Points that one demanded meeting left out stands for where one number is needed; never part of
/// the shown score.</param>
/// <param name="SameDay">Points per person and meeting beyond the first on a day. 0 when the same day is
/// neutral.</param>
/// <param name="WeekLoad">Points per person for the first meeting beyond the week's limit, twice that for the second,
/// and so on.</param>
public sealed record Weights(int Medium = 50_000, int SameDay = 15, int WeekLoad = 8);
