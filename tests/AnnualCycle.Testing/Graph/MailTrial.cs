namespace AnnualCycle.Testing.Graph;

/// <summary>
/// Follows what each person was mailed about each incarnation of a meeting: asked once, told of a revision at most
/// once, called off once.
/// </summary>
internal sealed class MailTrial(string meetingProperty, string revisionProperty, MailLedger ledger)
{
    private readonly HashSet<(string Incarnation, string Person)> _asked = [];
    private readonly HashSet<(string Incarnation, string Person, string Revision)> _told = [];
    private readonly List<string> _found = [];

    /// <param name="standing">Who must be asked in the end, and to which incarnation.</param>
    public IReadOnlyList<string> Violations(IReadOnlySet<(string Incarnation, string Person)> standing)
    {
        foreach (var mail in ledger.Mails)
        {
            Take(mail, mail.Property(meetingProperty) ?? "", mail.Recipient.ToLowerInvariant());
        }

        var endedByPeople = ledger.History.Where(step => step is { ByPerson: true, Step: not EventStep.Created })
            .Select(step => step.Event.Property(meetingProperty)).ToHashSet(StringComparer.Ordinal);
        _found.AddRange(standing.Except(_asked).Order()
            .Select(one => $"{one.Person} has no invitation to {one.Incarnation}"));
        _found.AddRange(_asked.Except(standing).Where(one => !endedByPeople.Contains(one.Incarnation)).Order()
            .Select(one => $"{one.Person} was never told that {one.Incarnation} is off for them"));
        return _found;
    }

    private void Take(SentMail mail, string incarnation, string person)
    {
        if (incarnation.Length == 0)
        {
            _found.Add($"A mail about no meeting of ours: {mail}");
            return;
        }

        switch (mail.Kind)
        {
            case MailKind.Invitation:
                Expect(_asked.Add((incarnation, person)), mail, "is asked twice");
                _told.Add((incarnation, person, Revision(mail)));
                break;
            case MailKind.Update when !mail.ByPerson:
                Expect(_asked.Contains((incarnation, person)), mail, "was never asked and gets an update");
                Expect(_told.Add((incarnation, person, Revision(mail))), mail, "is told of the revision twice");
                break;
            case MailKind.Cancellation:
                Expect(_asked.Remove((incarnation, person)), mail, "is not asked and gets a cancellation");
                break;
        }
    }

    private string Revision(SentMail mail) => mail.Property(revisionProperty) ?? "";

    private void Expect(bool isSo, SentMail mail, string words)
    {
        if (!isSo)
        {
            _found.Add($"{mail.Recipient} {words}: {mail}");
        }
    }
}
