namespace AnnualCycle.Testing.Graph;

/// <summary>A mailbox that the application may use, with its calendar.</summary>
public sealed class GraphMailbox
{
    private readonly Lock _sync;
    private readonly List<ExchangeEvent> _events = [];

    internal GraphMailbox(string address, string name, Lock sync) => (Address, Name, _sync) = (address, name, sync);

    public string Address { get; }
    public string Name { get; }

    /// <summary>Without it an online meeting silently does not come about: the flag comes back false.</summary>
    public bool HasTeams { get; set; } = true;

    /// <summary>What the calendar says; one without a licence may say teamsForBusiness all the same.</summary>
    public IReadOnlyList<string> AllowedOnlineMeetingProviders { get; set; } = ["teamsForBusiness"];

    /// <summary>All events there have been, in the order of their creation, those in Deleted Items too.</summary>
    public IReadOnlyList<ExchangeEvent> Events
    {
        get
        {
            lock (_sync)
            {
                return [.. _events];
            }
        }
    }

    public IReadOnlyList<ExchangeEvent> Live => [.. Events.Where(entry => !entry.IsDeleted)];

    /// <summary>The live event with this value of an extended property.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public ExchangeEvent One(string property, string value) => Live.Single(entry => entry.Property(property) == value);

    /// <summary>By either of its ids; null when there is none, or it is in Deleted Items.</summary>
    internal ExchangeEvent? Find(string id) =>
        _events.Find(entry => !entry.IsDeleted && (entry.Id == id || entry.MovingId == id));

    internal ExchangeEvent? OfTransaction(string? id) =>
        id is null ? null : _events.Find(entry => entry.TransactionId == id);

    internal int NextNumber => _events.Count + 1;

    internal void Put(ExchangeEvent entry)
    {
        var place = _events.FindIndex(other => other.Id == entry.Id);
        if (place < 0)
        {
            _events.Add(entry);
        }
        else
        {
            _events[place] = entry;
        }
    }

    // Archiving and exporting do this: only ids that were asked for as immutable ones go on working.
    internal void MoveItems(int round)
    {
        for (var place = 0; place < _events.Count; place++)
        {
            _events[place] = _events[place] with
            {
                MovingId = ExchangeEvent.NewId("AQMkAD", $"{Address}/{round}", place + 1),
            };
        }
    }
}
