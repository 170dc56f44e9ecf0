using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Feeds;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>A calendar that is polled in the benchmark, as it is and as it becomes when it is replaced.</summary>
/// <param name="Path">What is asked for: a public path, or one with a token.</param>
internal sealed record PolledFeed(string Path, FeedAddress Address, RenderedFeed Now, RenderedFeed Next)
{
    public FeedChange Change(long version) => FeedChange.Live(Path, Address, version, version % 2 == 0 ? Next : Now);
}
