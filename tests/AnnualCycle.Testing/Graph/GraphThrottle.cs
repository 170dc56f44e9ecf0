using System.Globalization;
using NodaTime;

namespace AnnualCycle.Testing.Graph;

/// <summary>Lets so many requests at a time into a mailbox, and none before a Retry-After is over.</summary>
internal sealed class GraphThrottle(GraphState state)
{
    private readonly Dictionary<string, int> _inside = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Instant> _closedUntil = new(StringComparer.OrdinalIgnoreCase);
    private int _mostAtOnce;

    public int MostAtOnce
    {
        get
        {
            lock (state.Sync)
            {
                return _mostAtOnce;
            }
        }
    }

    /// <returns>The refusal, or null when the request may go on; <see cref="Leave"/> follows in both cases.</returns>
    public GraphAnswer? Enter(GraphCall call)
    {
        if (call.Mailbox is not { } mailbox)
        {
            return null;
        }

        lock (state.Sync)
        {
            _inside[mailbox] = _inside.GetValueOrDefault(mailbox) + 1;
            _mostAtOnce = Math.Max(_mostAtOnce, _inside[mailbox]);
            return Early(call, mailbox) ?? Crowded(call, mailbox);
        }
    }

    public void Leave(GraphCall call)
    {
        if (call.Mailbox is { } mailbox)
        {
            lock (state.Sync)
            {
                _inside[mailbox]--;
            }
        }
    }

    /// <summary>Keeps what the answer says the client has to wait.</summary>
    public void Heed(GraphCall call, GraphAnswer answer)
    {
        if (call.Mailbox is { } mailbox && answer.Status is 429 or 503
            && answer.Headers.TryGetValue("Retry-After", out var wait))
        {
            lock (state.Sync)
            {
                var until = state.Now + Duration.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture));
                _closedUntil[mailbox] = Instant.Max(until, _closedUntil.GetValueOrDefault(mailbox, until));
            }
        }
    }

    private GraphAnswer? Early(GraphCall call, string mailbox)
    {
        if (!_closedUntil.TryGetValue(mailbox, out var until) || call.At >= until)
        {
            return null;
        }

        state.Ledger.Blame(new(call.At, ViolationKind.Early, mailbox,
            $"{call.Method} {call.Path} came {until - call.At} before Retry-After was over"));
        return GraphAnswer.TooMany(call, until - call.At);
    }

    private GraphAnswer? Crowded(GraphCall call, string mailbox)
    {
        if (_inside[mailbox] <= state.Settings.MostAtOnce)
        {
            return null;
        }

        state.Ledger.Blame(new(call.At, ViolationKind.TooManyAtOnce, mailbox,
            $"{call.Method} {call.Path} is number {_inside[mailbox]} at once, {state.Settings.MostAtOnce} are let in"));
        return GraphAnswer.TooMany(call, state.Settings.RetryAfter);
    }
}
