// Over 200 lines because the round is one state machine: what its ways say, what is ahead, in hand and ended, and when it
// is over; split it would hand its counts to and fro.
using System.Threading.Channels;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Storage.Deliveries;
using NodaTime;

namespace AnnualCycle.Publishing.Outbox;

/// <summary>
/// Sends all that is due, over a few ways at once. Each way takes its next mail when the last one's end is written, so
/// that whoever is cut off leaves no more than one mail on each way of which nobody knows whether it went.
/// </summary>
/// <param name="isProbe">True to begin with one mail alone, as the way was closed a while ago.</param>
internal sealed class SendingRound(
    SendingBook book, MailRoads roads, SendingLimits limits, Pace pace, TimeProvider time, bool isProbe)
{
    // Read at a time; they are claimed one by one.
    private const int MostAhead = 50;

    private static readonly TimeSpan LastMail = TimeSpan.FromSeconds(10);

    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();

    private readonly List<Turn> _waiting = [];

    private readonly List<SettledDelivery> _ended = [];

    private readonly Queue<DueDelivery> _ahead = [];

    private int _ways;

    private int _inHand;

    private bool _isProbe = isProbe;

    /// <summary>What became of mails and could not be written.</summary>
    public IReadOnlyList<SettledDelivery> Unwritten => _ended;

    /// <summary>Why the way is closed; null when it is not.</summary>
    public MailOutcome? Trouble { get; private set; }

    /// <summary>True when the server has spoken of a mail at all, whatever it said.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>What went wrong in the service itself; the mail is parked.</summary>
    public List<Exception> Faults { get; } = [];

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task RunAsync(CancellationToken stop)
    {
        await LookAheadAsync(stop);
        if (_ahead.Count == 0)
        {
            return;
        }

        using var giveUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = stop.Register(() =>
        {
            giveUp.CancelAfter(LastMail);
            _turns.Writer.TryWrite(Turn.Look);
        });
        _ways = limits.Connections;
        var visits = Enumerable.Range(0, _ways).Select(_ => VisitAsync(giveUp.Token)).ToList();
        try
        {
            await ServeAsync(stop);
        }
        catch
        {
            // The mails in hand come to their end, and are written when that can be done again.
            await CloseAsync();
            throw;
        }
        finally
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task VisitAsync(CancellationToken giveUp)
    {
        await using var road = roads.Open();
        var turn = new Turn();
        while (await AskAsync(turn) is { } delivery)
        {
            turn = await SendAsync(road, delivery, giveUp);
        }
    }

    private Task<DueDelivery?> AskAsync(Turn turn)
    {
        _turns.Writer.TryWrite(turn);
        return turn.Next.Task;
    }

    private async Task<Turn> SendAsync(IMailRoad road, DueDelivery delivery, CancellationToken giveUp)
    {
        try
        {
            var outcome = await road.SendAsync(
                new FrozenMail(new Mailbox(delivery.Recipient), delivery.Created, delivery.Content), giveUp);
            return new Turn { Ended = Ending.Of(delivery, outcome, Now), Outcome = outcome };
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            return new Turn { Ended = Ending.Untried(delivery, "tjänsten stannade, skickas sedan", Now) };
        }
        catch (Exception fault)
        {
            return new Turn { Ended = Ending.OfFault(delivery, fault, Now), Fault = fault };
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        while (_ways > 0)
        {
            if (!await StepAsync(stop))
            {
                await WaitAsync();
            }
        }
    }

    /// <returns>True when something was done, and there may be more to do at once.</returns>
    private async Task<bool> StepAsync(CancellationToken stop)
    {
        Take();
        var isOpen = Trouble is null && !stop.IsCancellationRequested;
        if (isOpen && _waiting.Count > 0 && _ahead.Count == 0)
        {
            await LookAheadAsync(default);
        }

        var wanted = isOpen ? Wanted() : [];
        if (_ended.Count + wanted.Count > 0)
        {
            Hand(await book.TurnAsync(_ended, wanted, default));
            return true;
        }

        // Whoever finds nothing while others are at it may find what was to come after theirs.
        if (!isOpen || (_ahead.Count == 0 && _inHand == 0))
        {
            LetGo(_waiting.Count);
        }

        return false;
    }

    private void Take()
    {
        while (_turns.Reader.TryRead(out var turn))
        {
            if (turn.IsLook)
            {
                continue;
            }

            _waiting.Add(turn);
            if (turn.Ended is { } ended)
            {
                _ended.Add(ended);
                Weigh(turn);
            }
        }
    }

    private void Weigh(Turn turn)
    {
        Faults.AddRange(turn.Fault is { } fault ? [fault] : []);
        if (turn.Outcome is not { } outcome)
        {
            return;
        }

        if (!Ending.IsOfTheWay(outcome))
        {
            (HasPassed, _isProbe) = (true, false);
        }
        else if (outcome.NeedsAdministrator || !HasPassed || _ways == 1)
        {
            Trouble ??= outcome;
        }
        else
        {
            // A server that takes one visit and not two is no closed way.
            _waiting.Remove(turn);
            turn.Next.SetResult(null);
            _ways--;
        }
    }

    private List<DueDelivery> Wanted()
    {
        var room = Math.Min(_waiting.Count, _isProbe ? 1 - Math.Min(1, _inHand - _ended.Count) : pace.Room);
        var wanted = new List<DueDelivery>();
        while (wanted.Count < Math.Min(room, pace.Room) && _ahead.TryDequeue(out var next))
        {
            wanted.Add(next);
        }

        return wanted;
    }

    private void Hand(IReadOnlyList<DueDelivery> claimed)
    {
        _inHand += claimed.Count - _ended.Count;
        _ended.Clear();
        pace.Take(claimed.Count);
        foreach (var delivery in claimed)
        {
            var turn = _waiting[^1];
            _waiting.RemoveAt(_waiting.Count - 1);
            turn.Next.SetResult(delivery);
        }
    }

    private void LetGo(int count)
    {
        for (; count > 0; count--, _ways--)
        {
            _waiting[^1].Next.SetResult(null);
            _waiting.RemoveAt(_waiting.Count - 1);
        }
    }

    // Until a mail has come to its end, the service stops, or the pace lets another begin.
    private async Task WaitAsync()
    {
        if (_ways == 0)
        {
            return;
        }

        var turn = _turns.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        if (_waiting.Count == 0 || _ahead.Count == 0 || pace.Wait == TimeSpan.Zero)
        {
            await turn;
            return;
        }

        using var over = new CancellationTokenSource();
        await Task.WhenAny(turn, Task.Delay(pace.Wait, time, over.Token));
        await over.CancelAsync();
    }

    private async Task CloseAsync()
    {
        Take();
        LetGo(_waiting.Count);
        while (_ways > 0)
        {
            await _turns.Reader.WaitToReadAsync(CancellationToken.None);
            Take();
            LetGo(_waiting.Count);
        }
    }

    private async Task LookAheadAsync(CancellationToken cancel)
    {
        foreach (var delivery in await book.DueAsync(Now, MostAhead, cancel, OfficeHours.From(Now) == Now))
        {
            _ahead.Enqueue(delivery);
        }
    }

    /// <summary>One way's word to the round: what came of its last mail, and that it is free for the next.</summary>
    private sealed class Turn
    {
        /// <summary>No way's word: only that something else has changed.</summary>
        public static readonly Turn Look = new() { IsLook = true };

        public bool IsLook { get; private init; }

        public SettledDelivery? Ended { get; init; }

        public MailOutcome? Outcome { get; init; }

        public Exception? Fault { get; init; }

        public TaskCompletionSource<DueDelivery?> Next { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
