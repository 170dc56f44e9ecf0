namespace AnnualCycle.Testing.Graph;

/// <summary>
/// Says what was wrong with everything that happened in a Graph: a meeting twice, a mail too many or too few, a rule of
/// the service broken. An empty list is acquittal.
/// </summary>
/// <param name="meetingProperty">Id of the extended property that holds "key/incarnation".</param>
/// <param name="revisionProperty">Id of the one that holds the revision.</param>
public sealed class GraphJudge(string meetingProperty, string revisionProperty)
{
    /// <summary>Rules of the service that this run may break.</summary>
    public IReadOnlySet<ViolationKind> Overlooked { get; init; } = new HashSet<ViolationKind>();

    /// <summary>Everything that was wrong, when nothing is under way any longer.</summary>
    public IReadOnlyList<string> Violations(GraphFake fake, params IReadOnlyList<WantedMeeting> wanted) =>
    [
        .. Doubles(fake.Ledger.History),
        .. AtRest([.. fake.Mailboxes.SelectMany(mailbox => mailbox.Live)], wanted),
        .. new MailTrial(meetingProperty, revisionProperty, fake.Ledger).Violations(Standing(fake, wanted)),
        .. BrokenRules(fake),
    ];

    /// <summary>Only what can be said while work is under way: doubles, and rules of the service.</summary>
    public IReadOnlyList<string> ViolationsSoFar(GraphFake fake) =>
        [.. Doubles(fake.Ledger.History), .. BrokenRules(fake)];

    private IEnumerable<string> BrokenRules(GraphFake fake) => fake.Ledger.Violations
        .Where(violation => !Overlooked.Contains(violation.Kind)).Select(violation => violation.ToString());

    // At every moment, not only in the end: a double that is tidied away was mailed all the same.
    private List<string> Doubles(IReadOnlyList<EventHistory> history)
    {
        var live = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var step in history)
        {
            var key = Key(step.Event);
            if (step.Step != EventStep.Created)
            {
                live.Remove(step.Event.Id);
            }
            else if (key is null)
            {
                found.Add($"An event was created without a meeting: {Name(step.Event)}");
            }
            else
            {
                live.Add(step.Event.Id, key);
                var same = live.Values.Count(other => other == key);
                found.AddRange(same == 1 ? [] : [$"{same} live events of {key} at {step.At}: {Name(step.Event)}"]);
            }
        }

        return found;
    }

    private IEnumerable<string> AtRest(IReadOnlyList<ExchangeEvent> live, IReadOnlyList<WantedMeeting> wanted)
    {
        var ours = live.Where(entry => Key(entry) is not null).ToLookup(entry => Key(entry)!, StringComparer.Ordinal);
        var known = wanted.Select(meeting => meeting.Key).ToHashSet(StringComparer.Ordinal);
        return wanted.SelectMany(meeting => ours[meeting.Key].ToList() is [var only]
                ? Differences(meeting, only)
                : [$"{ours[meeting.Key].Count()} live events of {meeting.Key}, 1 is wanted"])
            .Concat(ours.Where(group => !known.Contains(group.Key))
                .SelectMany(group => group.Select(entry => $"Nobody wants {group.Key} any longer: {Name(entry)}")));
    }

    private IEnumerable<string> Differences(WantedMeeting meeting, ExchangeEvent entry)
    {
        string? Differs(string what, object? wanted, object? stands) =>
            wanted is null || Equals(wanted, stands) ? null : $"{meeting.Key}: {what} is {stands}, wanted is {wanted}";

        return new[]
        {
            Differs("the revision", meeting.Revision, entry.Property(revisionProperty)),
            Differs("the mailbox", meeting.Mailbox, entry.Mailbox),
            Differs("the subject", meeting.Subject, entry.Subject),
            Differs("the start", meeting.Start, entry.Start),
            Differs("the end", meeting.End, entry.End),
            Differs("who is asked", Names(meeting.Attendees), Names(entry.Attendees.Select(guest => guest.Address))),
        }.OfType<string>();
    }

    // What each person who is asked to a wanted meeting must be left with: an invitation to what stands.
    private HashSet<(string Incarnation, string Person)> Standing(GraphFake fake, IReadOnlyList<WantedMeeting> wanted)
    {
        var attendees = wanted.ToLookup(meeting => meeting.Key, meeting => meeting.Attendees, StringComparer.Ordinal);
        return [.. from mailbox in fake.Mailboxes
            from entry in mailbox.Live
            where Key(entry) is { } key && attendees.Contains(key)
            from person in attendees[Key(entry)!].First()
            where !ExchangeEvent.Same(person, entry.Organizer)
            select (entry.Property(meetingProperty)!, person.ToLowerInvariant())];
    }

    private string? Key(ExchangeEvent entry) => entry.Property(meetingProperty)?.Split('/')[0];

    private static string Names(IEnumerable<string> addresses) =>
        string.Join(", ", addresses.Select(address => address.ToLowerInvariant()).Order(StringComparer.Ordinal));

    private static string Name(ExchangeEvent entry) => $"“{entry.Subject}” in {entry.Mailbox}";
}
