using AnnualCycle.Phrases.Words;

namespace AnnualCycle.Phrases.Duties;

/// <summary>
/// Reads how often the chair changes hands. Members' terms of office are no rule of a group; chairs' are.
/// </summary>
internal static class Rotations
{
    private static readonly WordSet Term = new("mandatperiod* mandattid* period perioden tidsperiod* löper");
    private static readonly WordSet Office = new("mandatperioden mandatperiod mandattiden valperioden");
    private static readonly WordSet Members = new("""
        ledamot* ledamöter* *ledamöter *ledamot ersättare suppleant* revisor* representant*
        """);
    private static readonly WordSet Chair = new("""
        *ordförande* presidi* *mötesledning* ordf sammankallande* president* *värdskap*
        """);

    public static PhraseRule? In(Facts facts)
    {
        var s = facts.Sentence;
        var rotates = s.IndexOf(Vocabulary.RotateVerbs, 0, s.Count);
        var appoints = s.IndexOf(Vocabulary.AppointVerbs, 0, s.Count);
        var office = s.IndexOf(Term, 0, s.Count);
        var verb = rotates >= 0 ? rotates : appoints >= 0 ? appoints : office;
        var chair = s.Any(Vocabulary.ChairNouns) && (s.Any(Chair) || !s.Any(Members)) && !s.Any(Vocabulary.Past);
        var members = rotates < 0 && appoints < 0 && s.Any(Vocabulary.MeetingVerbs);
        return !chair || verb < 0 || members ? null : Stated(facts, Period(facts, verb), rotates >= 0);
    }

    /// <summary>Where the place already says that the chair is meant.</summary>
    public static PhraseRule? Expected(Facts facts)
    {
        var s = facts.Sentence;
        return Stated(facts, Period(facts, 0)
            ?? (s.Any(Office) ? Cycle.TermOfOffice : null), s.Any(Vocabulary.RotateVerbs));
    }

    private static PhraseRule? Stated(Facts facts, Cycle? cycle, bool rotates)
    {
        var rule = facts.Rule(PhraseKind.Rotation) with { AsNeeded = false };
        return cycle is { } per ? rule with { Min = 1, Max = 1, Target = 1, Per = per.Per, N = per.N }
            : rotates ? rule : null;
    }

    private static Cycle? Period(Facts facts, int verb)
    {
        var s = facts.Sentence;
        var changes = s.Any(Vocabulary.AppointVerbs) || s.Any(Vocabulary.RotateVerbs);
        return Durations.FirstCycle(s, 0, s.Count)?.Value
            ?? facts.Frequencies.Where(found => IsOnce(found.Value) && Belongs(facts, found))
                .OrderBy(found => Math.Abs(found.Start - verb)).Select(found => found.Value.Cycle).FirstOrDefault()
            ?? (s.Any(Office) && changes ? Cycle.TermOfOffice : null);
    }

    private static bool IsOnce(Frequency frequency) =>
        frequency is { Amount: null or { Target: 1 }, Cycle: { } cycle } && cycle.Per != Phrases.Period.Meeting;

    // "… utser ordförande och träffas en gång i kvartalet": that quarter is of the meetings.
    private static bool Belongs(Facts facts, Found<Frequency> found)
    {
        var s = facts.Sentence;
        var held = s.Any(Vocabulary.MeetingNouns) ? s.IndexOf(Vocabulary.HoldVerbs, 0, s.Count) : -1;
        var meets = Math.Max(s.IndexOf(Vocabulary.MeetingVerbs, 0, s.Count), held);
        var appoints = Math.Max(s.IndexOf(Vocabulary.AppointVerbs, 0, s.Count),
            s.IndexOf(Vocabulary.RotateVerbs, 0, s.Count));
        return meets < 0 || appoints < 0 || Math.Abs(found.Start - appoints) < Math.Abs(found.Start - meets);
    }
}
