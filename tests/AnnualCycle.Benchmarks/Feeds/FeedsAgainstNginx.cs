using System.Net;
using AnnualCycle.Publishing.Feeds;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>
/// How fast the service answers polls beside nginx with the same bytes as files: the same client in turns, in rounds,
/// and the median of the rounds' ratios. Ratios are compared because two cores and their other users make rates vary.
/// </summary>
internal sealed class FeedsAgainstNginx(IReadOnlyList<PolledFeed> feeds, int changing, int rounds, int seconds)
{
    private readonly Changes _changes = new([.. feeds.Take(changing)]);

    /// <returns>Whether both goals are reached.</returns>
    public async Task<bool> Run(ISubject service, ISubject nginx, string folder)
    {
        // A feed that changes has another ETag each time, so the conditional polls ask for the others.
        var unchanged = await Compare(
            "304 Not Modified", 0.8, service, nginx, folder, feeds.Skip(changing), conditional: true);
        var whole = await Compare("200 with the feed", 0.7, service, nginx, folder, feeds, conditional: false);
        Console.WriteLine($"{_changes.Count} feeds were replaced meanwhile");
        return unchanged && whole;
    }

    private async Task<bool> Compare(
        string what, double goal, ISubject service, ISubject nginx, string folder,
        IEnumerable<PolledFeed> polled, bool conditional)
    {
        List<PolledFeed> asked = [.. polled];
        var ofService = await Polls(service, folder, asked, conditional);
        var ofNginx = await Polls(nginx, folder, asked, conditional);
        List<double> ratios = [];
        Console.WriteLine($"{what}: answers, processor for each, what 99 of 100 took at most");
        for (var round = 0; round <= rounds; round++)
        {
            // Who goes first alternates; round 0 warms up both.
            var (ours, theirs) = round % 2 == 0
                ? (await Poll(service, ofService), await Poll(nginx, ofNginx))
                : await NginxFirst(service, nginx, ofService, ofNginx);
            Console.WriteLine(
                $"  round {round}: {Row(service, ours)}   {Row(nginx, theirs)}   "
                + $"ratio {ours.Rate / theirs.Rate:F3}{(round == 0 ? " (warming up)" : "")}");
            if (round > 0)
                ratios.Add(ours.Rate / theirs.Rate);
        }

        var median = ratios.Order().ElementAt(ratios.Count / 2);
        Console.WriteLine($"  median ratio {median:F3}, goal {goal:F2}: {(median >= goal ? "reached" : "MISSED")}");
        return median >= goal;
    }

    private static string Row(ISubject subject, Wrk run) =>
        $"{subject.Name} {run.Rate,7:F0}/s {run.Work,5:F1} µs {run.Latency,8}";

    private async Task<(Wrk, Wrk)> NginxFirst(ISubject service, ISubject nginx, string ofService, string ofNginx)
    {
        var theirs = await Poll(nginx, ofNginx);
        return (await Poll(service, ofService), theirs);
    }

    private Task<Wrk> Poll(ISubject subject, string polls) =>
        _changes.During(subject, () => Wrk.Run(subject, polls, seconds));

    // Each server's own validators, and proof that it answers as it should with the bytes that it should.
    private static async Task<string> Polls(
        ISubject subject, string folder, IReadOnlyList<PolledFeed> polled, bool conditional)
    {
        using var client = new HttpClient { BaseAddress = subject.Address };
        List<string> lines = [];
        foreach (var feed in polled)
            lines.Add(conditional ? $"{feed.Path}\t{await Validator(client, feed)}" : feed.Path);
        var file = Path.Combine(folder, $"{subject.Name}-{(conditional ? "304" : "200")}.txt");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    private static async Task<string> Validator(HttpClient client, PolledFeed feed)
    {
        using var whole = await client.GetAsync(feed.Path);
        var content = await whole.Content.ReadAsByteArrayAsync();
        var etag = whole.Headers.ETag!.ToString();
        using var again = new HttpRequestMessage(HttpMethod.Get, feed.Path) { Headers = { { "If-None-Match", etag } } };
        using var unchanged = await client.SendAsync(again);
        return RenderedFeed.ETagOf(content) == feed.Now.ETag && unchanged.StatusCode == HttpStatusCode.NotModified
            ? etag
            : throw new InvalidOperationException($"{client.BaseAddress} does not serve {feed.Path} as it should");
    }
}
