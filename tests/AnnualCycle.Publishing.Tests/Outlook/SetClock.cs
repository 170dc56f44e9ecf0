using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>A clock that stands until a test moves it; waiting takes the time it takes.</summary>
internal sealed class SetClock(Instant now) : TimeProvider
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

    public void Pass(Duration time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
