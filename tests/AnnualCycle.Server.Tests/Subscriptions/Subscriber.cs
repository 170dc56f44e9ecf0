using System.Diagnostics;
using System.Text;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.Subscriptions;

/// <summary>
/// Somebody who subscribes to a calendar with programs that are not ours: vdirsyncer fetches it, khal shows it.
/// </summary>
internal sealed class Subscriber : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Subscriber(string address)
    {
        Directory.CreateDirectory(_folder.File("calendar"));
        File.WriteAllText(_folder.File("vdirsyncer.conf"), $"""
            [general]
            status_path = "{_folder.File("status")}/"
            [pair subscription]
            a = "web"
            b = "local"
            collections = null
            conflict_resolution = "a wins"
            [storage web]
            type = "http"
            url = "{address}"
            [storage local]
            type = "filesystem"
            path = "{_folder.File("calendar")}"
            fileext = ".ics"
            """);
        File.WriteAllText(_folder.File("khal.conf"), $"""
            [calendars]
            [[subscription]]
            path = {_folder.File("calendar")}
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            local_timezone = Europe/Stockholm
            default_timezone = Europe/Stockholm
            [sqlite]
            path = {_folder.File("khal.db")}
            """);
    }

    /// <summary>Subscribes; nothing is fetched yet but the address is known to answer.</summary>
    public static async Task<Subscriber> ToAsync(string address)
    {
        var subscriber = new Subscriber(address);
        await subscriber.RunAsync("y\n", "vdirsyncer", "-c", subscriber._folder.File("vdirsyncer.conf"), "discover");
        return subscriber;
    }

    /// <summary>Fetches, and lists what the calendar shows of a year: <c>2027-03-09 09:00 Styrgrupp Nord</c>.</summary>
    public async Task<IReadOnlyList<string>> SeesAsync(int year)
    {
        await RunAsync("", "vdirsyncer", "-c", _folder.File("vdirsyncer.conf"), "sync");
        var shown = await RunAsync("", "khal", "-c", _folder.File("khal.conf"), "list", "-a", "subscription",
            "--format", "{start} {title}", "--day-format", "", $"{year}-01-01", $"{year + 1}-01-01");
        return shown.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync(string input, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo($"/usr/bin/{program}", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment =
            {
                ["HOME"] = _folder.Path, ["XDG_DATA_HOME"] = _folder.Path, ["XDG_CACHE_HOME"] = _folder.Path,
                ["XDG_CONFIG_HOME"] = _folder.Path, ["LC_ALL"] = "C.UTF-8",
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output} {await errors}");
        return output;
    }
}
