using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>All that one Graph knows; whoever reads or changes it holds <see cref="Sync"/>.</summary>
internal sealed class GraphState
{
    public GraphState(TimeProvider clock)
    {
        Clock = clock;
        Ledger = new(Sync, Settings);
    }

    public Lock Sync { get; } = new();
    public TimeProvider Clock { get; }
    public GraphSettings Settings { get; } = new();
    public MailLedger Ledger { get; }
    public Dictionary<string, GraphMailbox> Mailboxes { get; } = new(StringComparer.OrdinalIgnoreCase);
    public HashSet<string> Refusing { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    /// <exception cref="GraphRefusal">403 for a mailbox outside the scope, 404 for one that is none.</exception>
    public GraphMailbox Mailbox(GraphCall call) =>
        Mailboxes.TryGetValue(call.Mailbox!, out var mailbox) ? mailbox
        : Refusing.Contains(call.Mailbox!)
            ? throw GraphRefusal.Of(403, "ErrorAccessDenied", "Access is denied. Check credentials.", call)
            : throw GraphRefusal.Of(404, "ErrorInvalidUser", $"The requested user '{call.Mailbox}' is invalid.", call);

    /// <exception cref="GraphRefusal">404: no such event, or it is in Deleted Items.</exception>
    public ExchangeEvent Event(GraphCall call) =>
        Mailbox(call).Find(call.EventId!) ?? throw GraphRefusal.NotFound(call);
}
