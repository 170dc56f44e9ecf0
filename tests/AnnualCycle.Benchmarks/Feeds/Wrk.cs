using System.Diagnostics;
using System.Globalization;

namespace AnnualCycle.Benchmarks.Feeds;

/// <summary>One run of the client, wrk, against one server.</summary>
/// <param name="Rate">Answers a second.</param>
/// <param name="Latency">The slowest of a hundred but one, as wrk writes it.</param>
/// <param name="Work">Microseconds of processor that the server used for an answer, changes of feeds included.</param>
internal sealed record Wrk(double Rate, string Latency, double Work)
{
    /// <param name="polls">A file for <c>poll.lua</c>.</param>
    public static async Task<Wrk> Run(ISubject subject, string polls, int seconds)
    {
        var before = subject.Processor;
        var script = Path.Combine(AppContext.BaseDirectory, "Feeds", "poll.lua");
        using var process = Process.Start(new ProcessStartInfo("wrk",
            ["-t2", "-c64", $"-d{seconds}s", "--latency", "-s", script, $"{subject.Address}", "--", polls])
        { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var used = subject.Processor - before;
        if (output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException(output);
        var rate = double.Parse(After(output, "Requests/sec:"), CultureInfo.InvariantCulture);
        return new Wrk(rate, After(output, "99%"), used.TotalMicroseconds / (rate * seconds));
    }

    private static string After(string output, string label) =>
        output[(output.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split('\n')[0].Trim();
}
