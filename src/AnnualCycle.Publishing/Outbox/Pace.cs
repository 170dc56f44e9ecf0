namespace AnnualCycle.Publishing.Outbox;

/// <summary>
/// Lets mails begin evenly, and so keeps to the limit of a minute whichever minute it is, also when the service has just
/// been started again.
/// </summary>
internal sealed class Pace(int perMinute, TimeProvider time)
{
    // What a fast pace has lost to a slow clock's ticks it makes good within this.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _apart = perMinute == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1) / perMinute;

    private readonly long _began = time.GetTimestamp();

    private TimeSpan _next;

    /// <summary>How many may begin now.</summary>
    public int Room => perMinute == 0 ? int.MaxValue
        : Now < _next ? 0 : 1 + (int)Math.Min(1000, (Now - _next) / _apart);

    /// <summary>How long to wait until one may begin.</summary>
    public TimeSpan Wait => _next > Now ? _next - Now : TimeSpan.Zero;

    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>So many have begun.</summary>
    public void Take(int mails)
    {
        var earliest = _apart < Slack ? Now - Slack : Now;
        _next = (_next > earliest ? _next : earliest) + (mails * _apart);
    }
}
