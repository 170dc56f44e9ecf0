using System.Diagnostics;
using System.Text;

namespace AnnualCycle.Testing;

/// <summary>What <c>annualcycle</c> answered: its exit code and everything it wrote.</summary>
public sealed record ProgramAnswer(int ExitCode, string Output, string Errors);

/// <summary>
/// The built executable, run as a user runs it: with arguments, a folder to stand in and a standard input.
/// </summary>
public sealed class AnnualCycleProgram
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Where the user stands; relative paths start here. The repository's root when nothing else is said.
    /// </summary>
    public string Folder { get; init; } = Repository.Root;

    /// <summary>All that is written to standard input before it is closed.</summary>
    public string Input { get; init; } = "";

    /// <summary>A command that starts the program in its place, with its arguments: for a false clock.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>Variables of the environment, beside the user's own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>After this long the program is ended and the test fails.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The program that was built with these tests: the same configuration, the server's own folder.</summary>
    public static string File { get; } = Path.Combine(
        Repository.Root, "src", "AnnualCycle.Server", "bin", Configuration, Framework,
        OperatingSystem.IsWindows() ? "annualcycle.exe" : "annualcycle");

    // Tests run from bin/<configuration>/<framework>, and so does the server beside them.
    private static string Framework => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Runs once to its end.</summary>
    /// <exception cref="TimeoutException">
    /// It was still running at <see cref="Limit"/>; the message holds what it had written.
    /// </exception>
    public async Task<ProgramAnswer> Run(params string[] arguments)
    {
        using var process = Process.Start(StartOf(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var input = Write(process.StandardInput);
        var inTime = await EndsInTime(process);
        await input;
        var answer = new ProgramAnswer(process.ExitCode, await output, await errors);
        return inTime
            ? answer
            : throw new TimeoutException(
                $"annualcycle {string.Join(' ', arguments)}: still running after {Limit}. {answer}");
    }

    /// <summary>Starts it and lets it run.</summary>
    public RunningProgram Start(params string[] arguments) => new(Process.Start(StartOf(arguments))!, Limit);

    private ProcessStartInfo StartOf(string[] arguments)
    {
        var start = new ProcessStartInfo(Wrapper.Append(File).First(), Wrapper.Append(File).Skip(1).Concat(arguments))
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = Utf8, StandardOutputEncoding = Utf8, StandardErrorEncoding = Utf8,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private async Task<bool> EndsInTime(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return false;
        }
    }

    private async Task Write(StreamWriter standardInput)
    {
        try
        {
            await standardInput.WriteAsync(Input);
            standardInput.Close();
        }
        catch (IOException)
        {
            // A program may end without reading what it was offered; that is its right, as in a shell's pipe.
        }
    }
}
