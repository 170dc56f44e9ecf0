using System.Data.Common;
using AnnualCycle.Storage.Jobs;
using NodaTime;

namespace AnnualCycle.Storage.Deliveries;

/// <summary>
/// What the one sender of a database reads and writes, on a connection of its own that keeps other nodes' senders
/// waiting. In SQL, as each mail needs a claim and an end, and everything that is kept of it stays where it is.
/// </summary>
public sealed class SendingBook : IAsyncDisposable
{
    private const string Lock = "Outbox";

    // Strictly in order for each recipient: a summary before its invites, a cancellation after what it cancels.
    private const string NothingEarlier = """
        not exists (select 1 from delivery earlier where earlier.recipient = delivery.recipient
          and earlier.id < delivery.id and earlier.state in ('Waiting', 'Sending'))
        """;

    private const string Due = $"""
        select id, recipient, uid, content, created, not_before, attempts, unanswered from delivery
        where state = 'Waiting' and (not_before <= @now or not_before <= created) and {NothingEarlier}
          and (@day = 1 or kind not in ({DeliveryKind.ByDay}))
        order by not_before, id limit @most
        """;

    private const string Claim = $"""
        update delivery set state = 'Sending', claim = @claim, attempts = attempts + 1
        where id = @id and state = 'Waiting' and {NothingEarlier}
        """;

    private const string Settle = """
        update delivery set state = @state, claim = null, settled = @settled, not_before = @not_before,
          attempts = attempts - @uncounted, unanswered = unanswered + @unanswered, history = history || @line
        where id = @id and claim = @claim and state = 'Sending'
        """;

    // What is parked is of no use once there is something later about the same meeting for the same person.
    private const string Replace = """
        update delivery set state = 'Dropped', settled = @at, history = history || @line
        where uid = @uid and recipient = @recipient and state = 'Parked' and id < (select max(later.id)
          from delivery later where later.uid = @uid and later.recipient = @recipient and later.state <> 'Dropped')
        """;

    private const string Release =
        "update delivery set state = 'Waiting', claim = null, history = history || @line where state = 'Sending'";

    private const string Pause = """
        insert into outbox_pause (id, since, again, reason) values (1, @since, @again, @reason)
        on conflict (id) do update set since = @since, again = @again, reason = @reason
        """;

    private readonly Statements _statements;

    private readonly string _sender;

    /// <summary>Keeps nobody waiting.</summary>
    internal SendingBook(DbConnection connection, string sender) =>
        (_statements, _sender) = (new Statements(connection), sender);

    /// <summary>Waits until no other node sends.</summary>
    /// <param name="sender">Who claims; another name in every process.</param>
    public static async Task<SendingBook> OpenAsync(Database database, string sender, CancellationToken cancel) => new(
        database.Provider == Provider.Sqlite
            ? await database.ConnectAsync(cancel) : await NodeLock.TakeAsync(database, Lock, cancel), sender);

    /// <summary>Puts back what somebody had in hand who sends no more; how many those were.</summary>
    public async Task<int> ReleaseAsync(Instant now, CancellationToken cancel) =>
        (await _statements.DoAsync(
            [new(Release, ("line", Line(now, "avbrutet, skickas igen"))), new("delete from outbox_pause")], cancel))[0];

    /// <summary>Deliveries that may go now, one for each recipient, those that have waited longest first.</summary>
    /// <param name="isDay">False when people are not at work: what reminds them waits.</param>
    public Task<IReadOnlyList<DueDelivery>> DueAsync(Instant now, int most, CancellationToken cancel, bool isDay = true) =>
        _statements.ReadAsync(new(Due, ("now", now), ("most", most), ("day", isDay ? 1 : 0)), row => new DueDelivery(
            row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2),
            row.GetFieldValue<byte[]>(3), InstantColumn.InstantOf(row.GetDateTime(4)),
            InstantColumn.InstantOf(row.GetDateTime(5)))
        {
            Attempts = row.GetInt32(6), Unanswered = row.GetInt32(7),
        }, cancel);

    /// <summary>
    /// Writes what became of some deliveries and claims others, all at once; those that are claimed are the answer. What
    /// somebody else has claimed or changed meanwhile is left to them.
    /// </summary>
    public async Task<IReadOnlyList<DueDelivery>> TurnAsync(
        IReadOnlyList<SettledDelivery> settled, IReadOnlyList<DueDelivery> wanted, CancellationToken cancel)
    {
        List<Statement> statements = [.. wanted.Select(ClaimOf), .. settled.SelectMany(EndOf)];
        // Ends first: what is wanted may have waited for one of them.
        var changed = await _statements.DoAsync([.. statements[wanted.Count..], .. statements[..wanted.Count]], cancel);
        return [.. wanted.Where((_, place) => changed[changed.Count - wanted.Count + place] == 1)];
    }

    /// <summary>Notes that nothing is sent for a while.</summary>
    public Task PauseAsync(OutboxPause pause, CancellationToken cancel) => _statements.DoAsync(
        [new(Pause, ("since", pause.Since), ("again", pause.Again), ("reason", pause.Reason))], cancel);

    /// <summary>Notes that it goes again.</summary>
    public Task GoOnAsync(CancellationToken cancel) => _statements.DoAsync([new("delete from outbox_pause")], cancel);

    /// <summary>A line of a delivery's history.</summary>
    public static string Line(Instant at, string text) => $"{at} {text.ReplaceLineEndings(" ")}\n";

    public ValueTask DisposeAsync() => _statements.DisposeAsync();

    private Statement ClaimOf(DueDelivery delivery) => new(Claim, ("claim", _sender), ("id", delivery.Id));

    private IEnumerable<Statement> EndOf(SettledDelivery end)
    {
        yield return new(Settle, ("state", end.State.ToString()),
            ("settled", end.State == DeliveryState.Waiting ? null : end.At), ("not_before", end.NotBefore),
            ("uncounted", end.IsCounted ? 0 : 1), ("unanswered", end.IsUnanswered ? 1 : 0),
            ("line", Line(end.At, end.Text)), ("id", end.Delivery.Id), ("claim", _sender));
        if (end.Delivery.Uid is { } uid && end.State is DeliveryState.Sent or DeliveryState.Parked)
        {
            yield return new(Replace, ("at", end.At), ("line", Line(end.At, "ersatt av ett senare")), ("uid", uid),
                ("recipient", end.Delivery.Recipient));
        }
    }
}
