using AnnualCycle.Planning;
using AnnualCycle.Planning.Demands;
using AnnualCycle.Plans.Again;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>A solved year while its plan is put together: what the rooms of this folder read from.</summary>
internal sealed class PlanDraft
{
    public PlanDraft(YearInput input, CompiledYear year, Solution solution, KeptNetwork? kept = null)
    {
        (Input, Year, Solution, Kept) = (input, year, solution, kept);
        Sheet = ScoreSheet.Of(year.Problem, solution.Slots);
        Meetings = [.. Places().Where(place => place.Chain < (kept?.Demanded ?? int.MaxValue)
            && solution.Slots[place.Chain][place.Occurrence] is not null)];
    }

    public YearInput Input { get; }

    public CompiledYear Year { get; }

    public Solution Solution { get; }

    /// <summary>What the plan before says; null when the year is planned for the first time.</summary>
    public KeptNetwork? Kept { get; }

    public ScoreSheet Sheet { get; }

    /// <summary>Every meeting that has a slot and a rule that demands it.</summary>
    public IReadOnlyList<OccurrenceAt> Meetings { get; }

    public IEnumerable<OccurrenceAt> Unplaced => Places()
        .Where(place => SlotOf(place) is null
            && Year.Problem.Chains[place.Chain].Occurrences[place.Occurrence].SkipMedium > 0);

    public MeetingSeries SeriesOf(OccurrenceAt at) => Year.Network.Series[at.Chain];

    public DemandedMeeting DemandOf(OccurrenceAt at) => SeriesOf(at).Meetings[at.Occurrence];

    public Slot? SlotOf(OccurrenceAt at) => Solution.Slots[at.Chain][at.Occurrence];

    /// <summary>The meeting of the plan before that this one is; null for a new one.</summary>
    public KeptMeeting? KeptAt(OccurrenceAt at) => Kept?.Kept.GetValueOrDefault(at);

    public LocalDate DateOf(OccurrenceAt at) => Year.Problem.DateOf(SlotOf(at)!.Value.Day);

    public static LocalTime TimeOf(Slot slot) => new(slot.Start / 60, slot.Start % 60);

    /// <summary>Place of a meeting among those of its rule, from 1, in the order they are to be held.</summary>
    public int OrdinalOf(OccurrenceAt at) =>
        Places().Where(place => DemandOf(place).Rule == DemandOf(at).Rule).TakeWhile(place => place != at).Count() + 1;

    private IEnumerable<OccurrenceAt> Places() => Year.Network.Series.SelectMany(
        (series, chain) => series.Meetings.Select((_, place) => new OccurrenceAt(chain, place)));
}
