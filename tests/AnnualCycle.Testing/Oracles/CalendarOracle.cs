using System.Diagnostics;
using System.Text;

namespace AnnualCycle.Testing.Oracles;

/// <summary>A program that is not ours and reads calendar files: what it reads back must be what was planned.</summary>
public sealed class CalendarOracle
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "oracles");
    private readonly string _command;
    private readonly string[] _arguments;
    private readonly string _needs;

    private CalendarOracle(string name, string needs, string command, params string[] arguments) =>
        (Name, _needs, _command, _arguments) = (name, needs, command, arguments);

    /// <summary>
    /// libical, python-icalendar, ical.js and khal. A missing one fails the test and says what to install.
    /// </summary>
    public static IReadOnlyList<CalendarOracle> All { get; } =
    [
        new("libical", "libical-dev, gcc, pkg-config", InFolder("bin/libical_rows")),
        new("python-icalendar", "python3-icalendar", "/usr/bin/python3", InFolder("icalendar_rows.py")),
        new("ical.js", "nodejs, npm", "node", InFolder("icaljs_rows.mjs")),
        new("khal", "khal", "/usr/bin/python3", InFolder("khal_rows.py")),
    ];

    /// <summary>The library's own name.</summary>
    public string Name { get; }

    /// <summary>The events of a file, ordered by UID and start; the oracle's own order says nothing.</summary>
    /// <exception cref="InvalidOperationException">The oracle is missing, or refuses the file.</exception>
    public IReadOnlyList<CalendarRow> Read(string file)
    {
        Built.EnsureOnce();
        var (exit, output, errors) = Run(_command, [.. _arguments, file]);
        return exit == 0
            ? Ordered(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CalendarRow.Parse))
            : throw new InvalidOperationException($"{Name} (Debian: {_needs}) is missing or refuses {file}: {errors}");
    }

    /// <summary>The events of a file not yet on disk.</summary>
    /// <inheritdoc cref="Read(string)" path="/exception"/>
    public IReadOnlyList<CalendarRow> Read(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("annualcycle-ics");
        try
        {
            var path = Path.Combine(folder.FullName, "calendar.ics");
            File.WriteAllBytes(path, file);
            return Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Rows in the order that <see cref="Read(string)"/> gives them.</summary>
    public static IReadOnlyList<CalendarRow> Ordered(IEnumerable<CalendarRow> rows) =>
        [.. rows.OrderBy(row => row.Uid, StringComparer.Ordinal).ThenBy(row => row.Start, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string InFolder(string name) => Path.Combine(Folder, name);

    private static (int Exit, string Output, string Errors) Run(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["TZ"] = "UTC", ["LC_ALL"] = "C.UTF-8" },
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (127, "", missing.Message);
        }
    }

    /// <summary>Compiles the C oracle and installs ical.js when a test is run without tests/run.sh.</summary>
    private static class Built
    {
        private static readonly Lazy<string> Failure = new(() =>
            Run("bash", [InFolder("build.sh")]) is { Exit: not 0 } failed ? failed.Output + failed.Errors : "");

        internal static void EnsureOnce()
        {
            if (Failure.Value.Length > 0)
                throw new InvalidOperationException(
                    "build.sh failed; its needs are in tests/packages.txt: " + Failure.Value);
        }
    }
}
