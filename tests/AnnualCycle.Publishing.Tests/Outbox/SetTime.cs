using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outbox;

/// <summary>Time that stands still until a test lets it pass, or until somebody waits: then it has passed.</summary>
internal sealed class SetTime(Instant now) : TimeProvider
{
    private readonly Lock _lock = new();

    private Instant _now = now;

    public Instant Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(Duration time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Passed(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Passed(SetTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                time.Pass(Duration.FromTimeSpan(dueTime));
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
            // Rings no more than once, and at once.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
