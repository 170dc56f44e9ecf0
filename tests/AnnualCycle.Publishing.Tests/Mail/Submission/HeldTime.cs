using System.Collections.Concurrent;

namespace AnnualCycle.Publishing.Tests.Mail.Submission;

/// <summary>Time in which no limit is reached until a test says that all are.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly ConcurrentDictionary<Timer, bool> _timers = new();

    public void RunOut()
    {
        foreach (var timer in _timers.Keys)
        {
            timer.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state), this);
        _timers[timer] = true;
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
