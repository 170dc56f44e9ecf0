using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Server.Feeds;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>
/// Many calendars of a hundred meetings each, out of a real year and by the writer that the service uses.
/// </summary>
internal static class PolledFeeds
{
    private const int Events = 100;

    // One in twenty is a group's public feed, the rest are persons': about what a network of collaborations has.
    private const int PublicEvery = 20;

    private static readonly Instant Changed = Instant.FromUtc(2026, 11, 22, 12, 0);

    public static IReadOnlyList<PolledFeed> Make(int count)
    {
        var year = Network.Plan(Network.Year(2027, Network.FiveCharters), steps: 1);
        return [.. Enumerable.Range(0, count).AsParallel().AsOrdered().Select(number => Feed(year, number))];
    }

    private static PolledFeed Feed(Plan year, int number)
    {
        var (path, address) = number % PublicEvery == 0 ? OfGroup(number) : OfPerson(number);
        return new PolledFeed(path, address, Render(year, number, 0), Render(year, number, 1));
    }

    private static (string, FeedAddress) OfGroup(int number)
    {
        var path = $"/feeds/samverkan-{number / 1000}/grupp-{number}.ics";
        return (path, FeedAddress.Public(path));
    }

    private static (string, FeedAddress) OfPerson(int number)
    {
        var token = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"person {number}"))[..20]);
        return ($"/feeds/p/{token}/mina-moten.ics", FeedAddress.OfToken(token));
    }

    private static RenderedFeed Render(Plan year, int number, int hours)
    {
        var meetings = Enumerable.Range(0, Events)
            .Select(each => year.Meetings[(number + (each * 7)) % year.Meetings.Count] with
            {
                Uid = $"{number}-{each}@arshjul.nord.example",
            });
        var changed = Changed + Duration.FromHours(hours);
        var plan = year with { Meetings = [.. meetings], Deadlines = [] };
        return RenderedFeed.Of(new PlanFeeds(new FeedSource(plan, changed)).Network(), changed);
    }
}
