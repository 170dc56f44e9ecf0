using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>What the requests did in Exchange: mails, letters, events' lives, and what was against its rules.</summary>
public sealed class MailLedger
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly Lock _sync;
    private readonly GraphSettings _settings;
    private readonly List<SentMail> _mails = [];
    private readonly List<GraphLetter> _letters = [];
    private readonly List<EventHistory> _history = [];
    private readonly List<GraphViolation> _violations = [];
    private readonly Dictionary<string, Queue<Instant>> _recent = new(StringComparer.OrdinalIgnoreCase);

    internal MailLedger(Lock sync, GraphSettings settings) => (_sync, _settings) = (sync, settings);

    /// <summary>In the order in which they went.</summary>
    public IReadOnlyList<SentMail> Mails => Copy(_mails);

    public IReadOnlyList<GraphLetter> Letters => Copy(_letters);
    public IReadOnlyList<EventHistory> History => Copy(_history);
    public IReadOnlyList<GraphViolation> Violations => Copy(_violations);

    internal void Send(IReadOnlyList<SentMail> mails)
    {
        _mails.AddRange(mails);
        if (mails is [{ ByPerson: false } first, ..])
        {
            Pace(first.Mailbox, first.At, mails.Count);
        }
    }

    internal void Take(GraphLetter letter)
    {
        _letters.Add(letter);
        Pace(letter.Mailbox, letter.At, 1);
    }

    internal void Tell(EventHistory step) => _history.Add(step);

    internal void Blame(GraphViolation violation)
    {
        lock (_sync)
        {
            _violations.Add(violation);
        }
    }

    // An invitation to more people than a minute's mails cannot be split: alone in its minute it is let be.
    private void Pace(string mailbox, Instant at, int count)
    {
        if (!_recent.TryGetValue(mailbox, out var recent))
        {
            _recent[mailbox] = recent = new();
        }

        while (recent.TryPeek(out var oldest) && at - oldest >= Minute)
        {
            recent.Dequeue();
        }

        if (recent.Count > 0 && recent.Count + count > _settings.MailsPerMinute)
        {
            Blame(new(at, ViolationKind.TooManyMails, mailbox,
                $"{mailbox} sends {recent.Count + count} mails a minute, {_settings.MailsPerMinute} are let through"));
        }

        foreach (var _ in Enumerable.Range(0, count))
        {
            recent.Enqueue(at);
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_sync)
        {
            return [.. list];
        }
    }
}
