namespace AnnualCycle.Phrases.Words;

/// <summary>
/// Finds how often things happen. Counts ("minst fyra ordinarie möten") and periods ("per år", "varje termin") are
/// found apart and then joined, since Swedish puts them in either order with other words between.
/// </summary>
internal sealed class Frequencies
{
    private const int GapAfter = 7;
    private const int GapBefore = 12;

    private static readonly WordSet Adjectives = new("*a *e !inte !de !alla !bada !gånga !varje !ske");

    private static readonly WordSet AtLeast = new("minst lägst åtminstone");

    private readonly Sentence s;
    private readonly Func<int, bool> taken;
    private readonly List<Found<(Amount Amount, Counted Counted)>> counts = [];
    private readonly List<Found<PeriodWords>> periods = [];

    private Frequencies(Sentence sentence, Func<int, bool> taken) => (s, this.taken) = (sentence, taken);

    /// <param name="sentence">The phrase.</param>
    /// <param name="taken">Whether a token already belongs to a named time.</param>
    public static IReadOnlyList<Found<Frequency>> In(Sentence sentence, Func<int, bool> taken)
    {
        var frequencies = new Frequencies(sentence, taken);
        frequencies.Scan();
        frequencies.JoinBounds();
        return [.. frequencies.Join().OrderBy(found => found.Start)];
    }

    private void Scan()
    {
        for (var i = 0; i < s.Count;)
        {
            var count = taken(i) ? null : CountAt(i);
            var period = count is null && !taken(i) ? Periods.At(s, i) : null;
            if (count is not null)
            {
                counts.Add(count);
            }
            else if (period is not null)
            {
                periods.Add(period);
            }

            i = count?.End ?? period?.End ?? i + 1;
        }
    }

    // "minst fyra gånger", "två gemensamma möten", "fyra halvdagar"; "4 per år" counts what is not said.
    private Found<(Amount, Counted)>? CountAt(int start)
    {
        if (Amounts.At(s, start) is not { } amount)
        {
            return null;
        }

        for (var i = amount.End; i <= amount.End + 3; i++)
        {
            if (NounAt(i) is { } counted)
            {
                return counted == Counted.Days && IsLength(start) ? null : new((amount.Value, counted), start, i + 1);
            }

            var compound = s.Is(i, TokenKind.Dash) || s.Is(i, "och", "till");
            if (!s.Is(i, Adjectives) && !compound)
            {
                break;
            }
        }

        var told = s.Is(amount.End, TokenKind.Slash) || s.Is(amount.End, "per", "om");
        return told && Periods.At(s, amount.End) is not null && !s.Is(start - 1, "den")
            ? new((amount.Value, Counted.Unsaid), start, amount.End) : null;
    }

    // "tre möten à två timmar per termin": the hours are how long each is.
    private bool IsLength(int start) =>
        s.Is(start - 1, "à", "á", "a", "om", "på") && counts.Count > 0 && s.EndOfSentence(counts[^1].End) > start;

    private Counted? NounAt(int i) =>
        s.Is(i, Vocabulary.Occasions) ? Counted.Occasions
        : s.Is(i, Vocabulary.MeetingNouns) ? Counted.Meetings
        : s.Is(i, Vocabulary.ReportNouns) ? Counted.Reports
        : s.Is(i, Vocabulary.DayNouns) || s.Is(i, Vocabulary.MeetingDays) ? Counted.Days : null;

    // "minst två och högst fyra gånger", "minst två gånger och högst fyra gånger"
    private void JoinBounds()
    {
        for (var i = counts.Count - 1; i > 0; i--)
        {
            var (first, second) = (counts[i - 1], counts[i]);
            var bounds = first.Value.Amount.High is null && second.Value.Amount.Low is null
                && second.Start - first.End <= 3;
            if (bounds && first.Value.Amount.Low is not null)
            {
                counts[i - 1] = new((first.Value.Amount.Narrowed(second.Value.Amount), second.Value.Counted),
                    first.Start, second.End);
                counts.RemoveAt(i);
            }
        }
    }

    private IEnumerable<Found<Frequency>> Join()
    {
        var free = new HashSet<Found<PeriodWords>>(periods, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < counts.Count; i++)
        {
            var period = Following(i, free) ?? Preceding(i, free);
            _ = period is not null && free.Remove(period);
            yield return Joined(counts[i], period);
        }

        foreach (var alone in periods.Where(period => free.Contains(period) && period.Value.Alone != Alone.Nothing))
        {
            var counted = alone.Value.Alone == Alone.Report ? Counted.Reports : Counted.Unsaid;
            var floor = s.Is(alone.Start - 1, AtLeast) ? new Amount(1, null, 1) : null;
            yield return new(new Frequency(floor, counted, alone.Value.Cycle), alone.Start, alone.End);
        }
    }

    private static Found<Frequency> Joined(Found<(Amount Amount, Counted Counted)> count, Found<PeriodWords>? period) =>
        new(new Frequency(count.Value.Amount, count.Value.Counted, period?.Value.Cycle),
            Math.Min(count.Start, period?.Start ?? count.Start), Math.Max(count.End, period?.End ?? count.End));

    private Found<PeriodWords>? Following(int count, HashSet<Found<PeriodWords>> free)
    {
        var end = counts[count].End;
        var next = count + 1 < counts.Count ? counts[count + 1].Start + 1 : s.Count;
        var limit = Math.Min(Math.Min(end + GapAfter, s.EndOfSentence(end)), next);
        return periods.Find(period => period.Start >= end && period.Start < limit && free.Contains(period)
            && period.Value.Cycle.Per != Period.Meeting);
    }

    private Found<PeriodWords>? Preceding(int count, HashSet<Found<PeriodWords>> free)
    {
        var start = counts[count].Start;
        return periods.FindLast(period =>
            period.End <= start && period.Start > start - GapBefore && free.Contains(period)
            && s.EndOfSentence(period.End) >= start && period.Value.Cycle.Per != Period.Meeting);
    }
}
