using System.Collections.Concurrent;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>Time in which no limit is reached until a test says that all are.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly ConcurrentDictionary<Timer, bool> _timers = new();

    private int _made;

    /// <summary>How many of the first limits are never reached.</summary>
    public int Spared { get; init; }

    public void RunOut()
    {
        foreach (var (timer, _) in _timers.Where(timer => timer.Value))
        {
            timer.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state), this);
        _timers[timer] = Interlocked.Increment(ref _made) > Spared;
        return timer;
    }

    private sealed class Timer(Action ring, HeldTime time) : ITimer
    {
        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => time._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
