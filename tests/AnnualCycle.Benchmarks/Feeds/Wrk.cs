using System.Diagnostics;
using System.Globalization;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>One run of the client, wrk, against one server.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="Latency">The slowest of a hundred but one, as wrk writes it.</param>
internal sealed record Wrk(double Rate, string Latency)
{
    private const int Connections = 64;

    /// <param name="polls">A file for <c>poll.lua</c>.</param>
    public static async Task<Wrk> Run(Uri address, string polls, int seconds)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Feeds", "poll.lua");
        using var process = Process.Start(new ProcessStartInfo("wrk",
            ["-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", "-s", script, $"{address}", "--", polls])
        { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal)
            ? throw new InvalidOperationException(output)
            : new Wrk(
                double.Parse(After(output, "Requests/sec:"), CultureInfo.InvariantCulture), After(output, "99%"));
    }

    private static string After(string output, string label) =>
        output[(output.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split('\n')[0].Trim();
}
