namespace AnnualCycle.Plans.Changes;

/// <summary>
/// What two plans of a year say otherwise beside their dates: sentences, names, who may see them, how they are kept.
/// </summary>
public static class CharterChanges
{
    /// <returns>A line in Swedish for each change; empty when both say the same.</returns>
    public static IReadOnlyList<string> Between(Plan before, Plan after) =>
    [
        .. Pairs(before.Collaborations, after.Collaborations, own => own.Id).SelectMany(pair => Of(pair.Old, pair.New)),
        .. Pairs(before.Groups, after.Groups, group => group.Id).SelectMany(pair => Of(pair.Old, pair.New)),
        .. before.Questions.SequenceEqual(after.Questions) ? [] : new[] { "De öppna frågorna är ändrade." },
    ];

    private static IEnumerable<string> Of(PlannedCollaboration? before, PlannedCollaboration? after)
    {
        if (before is null || after is null)
        {
            yield break;
        }

        if (before.Name != after.Name)
        {
            yield return $"{before.Name} heter nu {after.Name}.";
        }

        if (before.Public != after.Public)
        {
            yield return after.Public ? $"{after.Name} är nu öppen för alla."
                : $"{after.Name} är inte längre öppen: kalendrarna får hemliga adresser.";
        }
    }

    private static IEnumerable<string> Of(PlannedGroup? before, PlannedGroup? after) => (before, after) switch
    {
        (null, { } added) => [$"Ny grupp: {added.Name}."],
        // One without sentences left the charter before; it is kept for its cancelled meetings.
        ({ Rules.Count: > 0 } gone, null) => [$"Gruppen {gone.Name} är borta."],
        ({ } old, { } now) =>
        [
            .. old.Name == now.Name ? [] : new[] { $"{old.Name} heter nu {now.Name}." },
            .. old.Seats.SequenceEqual(now.Seats) ? [] : new[] { $"{now.Name}: platserna är ändrade." },
            .. Pairs(old.Rules, now.Rules, rule => rule.Id).SelectMany(pair => Of(pair.Old, pair.New))
                .Select(text => $"{now.Name}: {text}"),
        ],
        _ => [],
    };

    private static IEnumerable<string> Of(RuleOutcome? before, RuleOutcome? after) => (before, after) switch
    {
        (null, { } added) => [$"ny mening ”{added.Phrase}”."],
        ({ } gone, null) => [$"meningen ”{gone.Phrase}” är borta."],
        ({ } old, { } now) when old.Phrase != now.Phrase => [$"”{old.Phrase}” är nu ”{now.Phrase}”."],
        ({ } old, { } now) when old.Status != now.Status =>
            [$"”{now.Phrase}” var {Words.Of(old.Status)} och är nu {Words.Of(now.Status)}."],
        ({ } old, { } now) when old != now => [$"det som sägs om ”{now.Phrase}” är ändrat."],
        _ => [],
    };

    // In the order of the later plan, and last what only the earlier one has.
    private static IEnumerable<(T? Old, T? New)> Pairs<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id)
        where T : class
    {
        var (olds, news) = (before.ToLookup(id), after.ToLookup(id));
        return after.Select(now => (olds[id(now)].FirstOrDefault(), (T?)now))
            .Concat(before.Where(old => !news.Contains(id(old))).Select(old => ((T?)old, default(T))));
    }
}
