using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Times;

/// <summary>All times that a phrase names, and which of its tokens they took.</summary>
internal sealed class Timeline
{
    // The order decides: a deadline is more than its date, and a date is more than its month.
    private static readonly Func<Sentence, int, Found<NamedTimes>?>[] Recognisers =
    [
        PeriodEnds.At, RelativeTimes.At, Deadlines.At, WeekTimes.At, DateSpans.At, WeekdayTimes.At, MonthTimes.At,
        SeasonTimes.At,
    ];

    private readonly bool[] taken;

    public Timeline(Sentence s)
    {
        taken = new bool[s.Count];
        List<Found<NamedTimes>> named = [];
        List<Found<Omitted>> omitted = [];
        for (var i = 0; i < s.Count;)
        {
            var left = Exceptions.At(s, i);
            var found = left is null
                ? Recognisers.Select(recognise => recognise(s, i)).FirstOrDefault(time => time is not null) : null;
            var end = left?.End ?? found?.End ?? i + 1;
            _ = left is null || Keep(omitted, left);
            _ = found is null || Keep(named, found);
            i = Math.Max(end, i + 1);
        }

        Named = named;
        Omitted = omitted;
    }

    public IReadOnlyList<Found<NamedTimes>> Named { get; }

    public IReadOnlyList<Found<Omitted>> Omitted { get; }

    public bool Took(int token) => token >= 0 && token < taken.Length && taken[token];

    private bool Keep<T>(List<Found<T>> list, Found<T> found)
    {
        list.Add(found);
        Array.Fill(taken, true, found.Start, Math.Min(found.End, taken.Length) - found.Start);
        return true;
    }
}
