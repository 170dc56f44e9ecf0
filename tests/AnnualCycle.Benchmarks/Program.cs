using AnnualCycle.Benchmarks.Calendars;
using AnnualCycle.Benchmarks.Feeds;
using AnnualCycle.Testing;

if (args is ["calendars", ..])
    return CalendarPrograms.Run(args[1..]);

// Feeds on the shelf, those of them that change, rounds, seconds of each run, megabytes of content in memory.
int[] given = [.. args.Select(int.Parse)];
int[] sizes = [.. given, .. new[] { 10_000, 500, 7, 4, 1100 }[given.Length..]];

using var folder = new TemporaryFolder();
var feeds = PolledFeeds.Make(sizes[0]);
var megabytes = feeds.Sum(feed => (long)feed.Now.Content.Length) / 1024 / 1024;
Console.WriteLine(
    $"{feeds.Count} feeds of {feeds.Average(feed => feed.Now.Content.Length):F0} bytes, {megabytes} MB in all, "
    + $"{sizes[4]} MB kept in memory, {sizes[1]} feeds changing");

await using var service = await Service.Start(feeds, sizes[4]);
await using var nginx = await Nginx.Start(feeds, folder.Path);
var good = await new FeedsAgainstNginx(feeds, sizes[1], sizes[2], sizes[3]).Run(service, nginx, folder.Path);
return good ? 0 : 1;
