using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>A clock that stands until a test moves it; who waits for an answer waits for real.</summary>
internal sealed class StandingTime(Instant now) : TimeProvider
{
    private long _now = now.ToUnixTimeTicks();

    /// <summary>For certificates, which the library shows by the machine's clock; a minute ahead, so that it may take its time.</summary>
#pragma warning disable RS0030 // What the library goes by.
    public static StandingTime AtNow => new(Instant.FromDateTimeOffset(System.GetUtcNow().AddMinutes(1)));
#pragma warning restore RS0030

    public void Pass(Duration time) => Interlocked.Add(ref _now, time.BclCompatibleTicks);

    public override DateTimeOffset GetUtcNow() => Instant.FromUnixTimeTicks(Interlocked.Read(ref _now)).ToDateTimeOffset();
}
