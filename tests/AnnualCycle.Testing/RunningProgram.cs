using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace AnnualCycle.Testing;

/// <summary><c>annualcycle</c> while it runs: what it says, and the signals that stop it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _limit;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    internal RunningProgram(Process process, TimeSpan limit)
    {
        (_process, _limit) = (process, limit);
        process.OutputDataReceived += (_, line) => Take(_output, line);
        process.ErrorDataReceived += (_, line) => Take(_errors, line);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Lines of standard output so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Standard error so far.</summary>
    public string Errors => string.Join('\n', _errors);

    public bool HasEnded => _process.HasExited;

    /// <summary>Its first line of output with these words.</summary>
    public async Task<string> SaysAsync(string words)
    {
        string? Found() => _output.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal));
        await Patience.UntilAsync(
            () => Found() is not null || HasEnded, () => $"”{words}” on standard output. {this}", _limit);
        return Found() ?? throw new InvalidOperationException($"It ended without ”{words}”. {this}");
    }

    /// <summary>Waits until standard error has these words.</summary>
    public Task WarnsAsync(string words) => Patience.UntilAsync(
        () => Errors.Contains(words, StringComparison.Ordinal), () => $"”{words}” on standard error. {this}", _limit);

    /// <summary>What it has loaded into its memory, by the kernel's own account (Linux).</summary>
    public async Task<IReadOnlyList<string>> LibrariesAsync() =>
    [
        .. (await File.ReadAllLinesAsync($"/proc/{_process.Id}/maps")).Select(line => line.Split('/')[^1])
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Asks it to stop, as systemd does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        return await EndsAsync();
    }

    /// <summary>Ends it between two instructions, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndsAsync();
    }

    /// <returns>Its exit code, when it has ended by itself.</returns>
    public async Task<int> EndsAsync()
    {
        using var limit = new CancellationTokenSource(_limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public override string ToString() => $"Output:\n{string.Join('\n', _output)}\nErrors:\n{Errors}";

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Take(ConcurrentQueue<string> lines, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lines.Enqueue(text);
        }
    }
}
