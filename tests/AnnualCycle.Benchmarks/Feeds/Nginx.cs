using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>nginx with the same bytes as files, in a folder and at a port of its own.</summary>
internal sealed class Nginx(string folder, int port, Process process) : ISubject
{
    public string Name => "nginx";

    public Uri Address => new($"http://127.0.0.1:{port}");

    public TimeSpan Processor => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(worker => Process.GetProcessById(int.Parse(worker, CultureInfo.InvariantCulture)).TotalProcessorTime)
        .Aggregate(TimeSpan.Zero, (sum, worker) => sum + worker);

    public static async Task<Nginx> Start(IReadOnlyList<PolledFeed> feeds, string folder)
    {
        foreach (var feed in feeds)
            Write(folder, feed, 1);
        var port = FreePort();
        var configuration = Path.Combine(folder, "nginx.conf");
        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Feeds", "nginx.conf"));
        await File.WriteAllTextAsync(configuration, WorkersCanRead(template)
            .Replace("FOLDER", folder, StringComparison.Ordinal)
            .Replace("PORT", $"{port}", StringComparison.Ordinal));
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", configuration]))!;
        var nginx = new Nginx(folder, port, process);
        await nginx.Answers();
        return nginx;
    }

    public void Replace(PolledFeed feed, long version) => Write(folder, feed, version);

    public async ValueTask DisposeAsync()
    {
        // The one that we started stops its own workers; SIGKILL would leave them.
        await Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Written beside and put in place at once, as anyone would who serves files that change.
    private static void Write(string folder, PolledFeed feed, long version)
    {
        var rendered = version % 2 == 0 ? feed.Next : feed.Now;
        var file = Path.Combine(folder, "files", feed.Path[1..]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file + ".new", rendered.Content);
        File.SetLastWriteTimeUtc(file + ".new", rendered.LastModified.ToDateTimeUtc());
        File.Move(file + ".new", file, overwrite: true);
    }

    // Root's nginx gives its workers to another user, who cannot read a folder of ours; others may not choose.
    private static string WorkersCanRead(string configuration) =>
        Environment.UserName == "root" ? "user root;\n" + configuration : configuration;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Answers()
    {
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (tries < 100 && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
