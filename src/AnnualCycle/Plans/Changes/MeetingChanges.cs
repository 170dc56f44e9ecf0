namespace AnnualCycle.Plans.Changes;

/// <summary>What happened to each meeting between two versions of a plan.</summary>
internal sealed class MeetingChanges(DiffTexts texts)
{
    /// <summary>In the order of the days on which the meetings now are, or were.</summary>
    public IEnumerable<PlanChange> Between(
        IReadOnlyList<PlannedMeeting> before, IReadOnlyList<PlannedMeeting> after)
    {
        var (known, now) = (before.ToDictionary(one => one.Uid), after.ToDictionary(one => one.Uid));
        return MeetingsOfYear.InOrder(after.Concat(before.Where(gone => !now.ContainsKey(gone.Uid))))
            .SelectMany(one => Of(known.GetValueOrDefault(one.Uid), now.GetValueOrDefault(one.Uid)));
    }

    // What was cancelled is gone already; removing it afterwards, or cancelling what nobody saw, is no news.
    private IEnumerable<PlanChange> Of(PlannedMeeting? before, PlannedMeeting? after) => (before, after) switch
    {
        (null or { IsCancelled: true }, { IsCancelled: false }) => [Change(ChangeKind.New, null, after)],
        ({ IsCancelled: false }, null) => [Change(ChangeKind.Removed, before, null)],
        ({ IsCancelled: false }, { IsCancelled: true }) => [Change(ChangeKind.Cancelled, before, after)],
        ({ IsCancelled: false }, { IsCancelled: false }) =>
            Kinds(before, after).Select(kind => Change(kind, before, after)),
        _ => [],
    };

    private PlanChange Change(ChangeKind kind, PlannedMeeting? before, PlannedMeeting? after) =>
        new(kind, texts.Of(kind, before, after)) { MeetingBefore = before, MeetingAfter = after };

    private static IEnumerable<ChangeKind> Kinds(PlannedMeeting before, PlannedMeeting after)
    {
        if ((before.Date, before.Start, before.End) != (after.Date, after.Start, after.End))
        {
            yield return ChangeKind.Moved;
        }

        if (before.Status != after.Status)
        {
            yield return ChangeKind.StatusChanged;
        }

        if (MeetingWords.Changed(before, after).Any())
        {
            yield return ChangeKind.Reworded;
        }
    }
}

/// <summary>The words that stand in an invitation.</summary>
internal static class MeetingWords
{
    /// <summary>What they are about, as "rubrik" or "plats", where they differ.</summary>
    public static IEnumerable<string> Changed(PlannedMeeting before, PlannedMeeting after)
    {
        (string Name, bool Same)[] parts =
        [
            ("rubrik", before.Title == after.Title),
            ("grupper", before.Groups.SequenceEqual(after.Groups)),
            ("plats", before.Where == after.Where),
            ("syfte", before.Purpose == after.Purpose),
            ("dagordning", before.Agenda.SequenceEqual(after.Agenda)),
            ("uppgifter", before.Tasks.SequenceEqual(after.Tasks)),
            ("uppdragsbeskrivningens mening", before.Sentence == after.Sentence),
        ];
        return parts.Where(part => !part.Same).Select(part => part.Name);
    }
}
