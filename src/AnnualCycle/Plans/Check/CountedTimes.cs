using AnnualCycle.Phrases;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Check;

/// <summary>Counts meetings in the periods that a charter counts in: years, half-years, terms, months.</summary>
/// <param name="isOpen">
/// Whether anybody can meet on a day; a period without such a day is not asked for meetings.
/// </param>
internal sealed class CountedTimes(YearSpans spans, Func<LocalDate, bool> isOpen)
{
    /// <summary>What one period holds against what it should.</summary>
    public sealed record Count(string Period, int Held, int Min, int? Max)
    {
        public bool IsShort => Held < Min;

        public bool IsOver => Held > Max;

        /// <summary>"hösten 2027: 1 av minst 2".</summary>
        public string Text => $"{Period}: {Held} av " +
            (IsOver ? $"högst {Max}" : Min == Max ? $"{Min}" : $"minst {Min}");
    }

    /// <summary>
    /// One for each period of the year; empty when the demand counts nothing in a year ("vid behov", "vartannat år").
    /// </summary>
    /// <param name="ceiling">
    /// The meetings that a ceiling is held against; those at a named time of their own are none of them.
    /// </param>
    public IReadOnlyList<Count> Of(
        PhraseRule demand, IReadOnlyList<HeldMeeting> meetings, IReadOnlyList<HeldMeeting> ceiling) =>
        demand.Min is null && demand.Max is null ? [] :
        [
            .. spans.Of(demand.Per, demand.N)
                .Where(block => !IsExcepted(block, demand) && block.Any(isOpen))
                .Select(block => new Count(
                    PeriodNames.Of(demand.Per, block), Fits(block, meetings, ceiling, demand),
                    demand.Min ?? 0, demand.Max)),
        ];

    private static int Fits(
        DateInterval block, IReadOnlyList<HeldMeeting> meetings, IReadOnlyList<HeldMeeting> ceiling, PhraseRule demand)
    {
        var (all, own) = (In(block, meetings), In(block, ceiling));
        return own < demand.Min ? Math.Min(all, demand.Min.Value) : own;
    }

    private static int In(DateInterval block, IReadOnlyList<HeldMeeting> meetings) =>
        meetings.Count(meeting => block.Contains(meeting.Date));

    private static bool IsExcepted(DateInterval block, PhraseRule demand)
    {
        var isMonth = block.Start.Month == block.End.Month;
        return isMonth && (demand.ExceptMonths.Contains(block.Start.Month) ||
            (block.Start.Month == 7 && demand.ExceptBreaks.Contains(Break.Summer)));
    }
}
