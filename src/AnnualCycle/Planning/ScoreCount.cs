namespace AnnualCycle.Planning;

// Over 200 lines because the terms of the model stand together here, one method each, in the order of the model's
// definition: this is the one place that says what a plan costs, and the search must agree with it.

/// <summary>Goes through a plan part by part and writes down what each part breaks and pays.</summary>
internal sealed class ScoreCount(PlanningProblem problem, IReadOnlyList<IReadOnlyList<Slot?>> slots)
{
    private readonly List<HardBreak> breaks = [];
    private readonly List<Charge> charges = [];
    private readonly UsualSlot?[] usual = new UsualSlot?[problem.Chains.Count];
    private readonly int[]?[] clocks = new int[problem.Calendars.Count][];
    private readonly Dictionary<(OccurrenceAt, string, OccurrenceAt?), int> shared = [];
    private int unplaced;

    public ScoreSheet Sheet() => new(breaks, unplaced, charges, usual);

    public void AddChain(int c)
    {
        var chain = problem.Chains[c];
        usual[c] = UsualChoice.For(problem, chain, slots[c]);
        OccurrenceAt? previous = null;
        for (var i = 0; i < chain.Occurrences.Count; i++)
        {
            var at = new OccurrenceAt(c, i);
            if (slots[c][i] is not { } slot)
                AddSkipped(at, chain.Occurrences[i]);
            else if (AddPlaced(at, slot))
            {
                AddSpacing(previous, at);
                previous = at;
            }
        }
    }

    private void AddSkipped(OccurrenceAt at, Occurrence occurrence)
    {
        unplaced += occurrence.SkipMedium;
        Pay(at, Terms.Count, occurrence.SkipSoft);
        if (occurrence.Fixed is not null)
            breaks.Add(new(HardRule.Pin, at));
    }

    /// <summary>
    /// False when the slot is none the chain could ever have, so that nothing more can be said of it.
    /// </summary>
    private bool AddPlaced(OccurrenceAt at, Slot slot)
    {
        var occurrence = At(at);
        Pay(at, Terms.Count, occurrence.Place);
        if (!IsChoice(at) && !Obeys(at, slot))
            return false;
        if (occurrence.Fixed is { } pin && pin != slot)
            breaks.Add(new(HardRule.Pin, at));
        AddDayAndStart(at, slot);
        AddIdeal(at, slot);
        AddStability(at, slot);
        return true;
    }

    private bool Obeys(OccurrenceAt at, Slot slot)
    {
        var chain = problem.Chains[at.Chain];
        var occurrence = At(at);
        if (!problem.Calendars[chain.Calendar].IsOpen(slot.Day))
            return Broken(HardRule.OpenDay, at);
        if (slot.Day < occurrence.From || slot.Day > occurrence.To)
            breaks.Add(new(HardRule.Window, at));
        return chain.Starts.Any(start => start.Start == slot.Start) || Broken(HardRule.AllowedStart, at);
    }

    private bool Broken(HardRule rule, OccurrenceAt at)
    {
        breaks.Add(new(rule, at));
        return false;
    }

    private void AddDayAndStart(OccurrenceAt at, Slot slot)
    {
        var chain = problem.Chains[at.Chain];
        var calendar = problem.Calendars[chain.Calendar];
        var weekday = problem.WeekdayOf(slot.Day);
        if (calendar.IsOpen(slot.Day))
            Pay(at, Terms.Calendar, calendar.Cost[slot.Day]);
        if (weekday < chain.WeekdayCost.Count)
            Pay(at, Terms.Weekday, chain.WeekdayCost[weekday]);
        Pay(at, Terms.Start, chain.Starts.FirstOrDefault(start => start.Start == slot.Start).Cost);
        if (usual[at.Chain] is { } habit && (habit.Weekday != weekday || habit.Start != slot.Start))
            Pay(at, Terms.Usual, habit.Cost);
    }

    private void AddIdeal(OccurrenceAt at, Slot slot)
    {
        var occurrence = At(at);
        if (occurrence.Ideal is { } ideal)
            Pay(at, Terms.Ideal, occurrence.Weight * Math.Max(0, Math.Abs(slot.Day - ideal) - occurrence.Tolerance));
    }

    private void AddStability(OccurrenceAt at, Slot slot)
    {
        var chain = problem.Chains[at.Chain];
        if (At(at) is not { Published: { } published, Fixed: null })
            return;
        if (slot.Day != published.Day)
            Pay(at, Terms.Stability, chain.StabilityDay * chain.Invitees);
        else if (slot.Start != published.Start)
            Pay(at, Terms.Stability, chain.StabilityTime * chain.Invitees);
    }

    private void AddSpacing(OccurrenceAt? before, OccurrenceAt at)
    {
        if (before is not { } previous)
            return;
        var chain = problem.Chains[at.Chain];
        var (from, to) = (SlotAt(previous).Day, SlotAt(at).Day);
        if (to - from < chain.Gap.Min && !IsChoice(previous, at))
            breaks.Add(new(HardRule.Gap, at, previous));
        var clock = ClockOf(chain.Calendar);
        var off = Math.Max(0, Math.Abs(clock[to] - clock[from] - chain.Gap.Ideal) - chain.Gap.Tolerance);
        Pay(at, Terms.Spacing, chain.Gap.Weight * off * off, previous);
    }

    public void AddLink(Link link)
    {
        if (slots[link.Earlier.Chain][link.Earlier.Occurrence] is not { } earlier ||
            slots[link.Later.Chain][link.Later.Occurrence] is not { } later)
            return;
        var lead = later.Day - earlier.Day;
        if ((lead < link.Min || lead > link.Max) && !IsChoice(link.Earlier, link.Later))
            breaks.Add(new(HardRule.Lead, link.Later, link.Earlier));
        Pay(link.Later, Terms.Lead, link.Weight * Math.Abs(lead - link.Ideal), link.Earlier);
    }

    public void AddResource(int resource, IReadOnlyList<int> chains)
    {
        var meetings = chains.SelectMany(MeetingsOf).OrderBy(m => SlotAt(m).Day).ThenBy(m => SlotAt(m).Start).ToList();
        foreach (var day in meetings.GroupBy(m => SlotAt(m).Day))
            AddDay(resource, [.. day]);
        foreach (var week in meetings.GroupBy(m => problem.WeekOf(SlotAt(m).Day)))
            AddWeek(resource, [.. week]);
    }

    /// <summary>
    /// A chain's meetings that could take place at all; the others are broken already and meet nobody.
    /// </summary>
    private IEnumerable<OccurrenceAt> MeetingsOf(int c)
    {
        var chain = problem.Chains[c];
        var calendar = problem.Calendars[chain.Calendar];
        return Enumerable.Range(0, chain.Occurrences.Count).Select(i => new OccurrenceAt(c, i)).Where(at =>
            slots[at.Chain][at.Occurrence] is { } slot &&
            (IsChoice(at) || calendar.IsOpen(slot.Day) && chain.Starts.Any(start => start.Start == slot.Start)));
    }

    private void AddDay(int resource, List<OccurrenceAt> meetings)
    {
        var person = problem.Resources[resource];
        foreach (var at in meetings.Where(at => !IsChoice(at)))
            foreach (var busy in person.Busy)
                if (busy.Day == SlotAt(at).Day && SlotAt(at).Start < busy.To && busy.From < EndOf(at))
                    breaks.Add(new(HardRule.Busy, at, null, resource));
        for (var later = 1; later < meetings.Count; later++)
            for (var earlier = 0; earlier < later; earlier++)
                AddOverlap(resource, meetings[earlier], meetings[later]);
        AddSameDay(resource, meetings);
    }

    private void AddOverlap(int resource, OccurrenceAt earlier, OccurrenceAt later)
    {
        var overlaps = SlotAt(later).Start < EndOf(earlier) + problem.Buffer
            && SlotAt(earlier).Start < EndOf(later) + problem.Buffer;
        if (overlaps && !IsChoice(earlier, later))
            breaks.Add(new(HardRule.Overlap, later, earlier, resource));
    }

    private void AddSameDay(int resource, List<OccurrenceAt> meetings)
    {
        var stacks = new HashSet<int>();
        var counted = meetings.Where(at => problem.Chains[at.Chain].Stack is not { } stack || stacks.Add(stack))
            .ToList();
        foreach (var further in counted.Skip(1))
            Pay(further, Terms.SameDay, problem.Weights.SameDay * problem.Resources[resource].Multiplicity, counted[0],
                resource);
    }

    private void AddWeek(int resource, List<OccurrenceAt> meetings)
    {
        var person = problem.Resources[resource];
        for (var beyond = 1; person.WeekLimit + beyond <= meetings.Count; beyond++)
        {
            var at = person.WeekLimit + beyond - 1;
            var cost = problem.Weights.WeekLoad * person.Multiplicity * beyond;
            Pay(meetings[at], Terms.WeekLoad, cost, at > 0 ? meetings[at - 1] : null, resource);
        }
    }

    private void Pay(OccurrenceAt at, string term, int cost, OccurrenceAt? with = null)
    {
        if (cost != 0)
            charges.Add(new(at, term, cost, with, []));
    }

    /// <summary>
    /// What several people's days or weeks cost between the same two meetings is one charge that names them all.
    /// </summary>
    private void Pay(OccurrenceAt at, string term, int cost, OccurrenceAt? with, int resource)
    {
        if (cost == 0)
            return;
        if (!shared.TryGetValue((at, term, with), out var index))
            (index, shared[(at, term, with)]) = (charges.Count, charges.Count);
        if (index == charges.Count)
            charges.Add(new(at, term, 0, with, []));
        var charge = charges[index];
        charges[index] = charge with { Cost = charge.Cost + cost, Resources = [.. charge.Resources, resource] };
    }

    private Occurrence At(OccurrenceAt at) => problem.Chains[at.Chain].Occurrences[at.Occurrence];

    private Slot SlotAt(OccurrenceAt at) => slots[at.Chain][at.Occurrence]!.Value;

    private int EndOf(OccurrenceAt at) => SlotAt(at).Start + problem.Chains[at.Chain].Duration;

    /// <summary>Whether a meeting stands where a person put it knowing that it breaks rules.</summary>
    private bool IsChoice(OccurrenceAt at) => At(at).PinFree is { } pin && pin == slots[at.Chain][at.Occurrence];

    /// <summary>
    /// Whether people alone are behind what two meetings do to each other: both are fixed and one is a choice.
    /// </summary>
    private bool IsChoice(OccurrenceAt one, OccurrenceAt other) =>
        (IsChoice(one) || IsChoice(other)) && At(one).Fixed is not null && At(other).Fixed is not null;

    /// <summary>By day: open days before it.</summary>
    private int[] ClockOf(int calendar) => clocks[calendar] ??= OpenDayClock.Of(problem.Calendars[calendar]);
}
