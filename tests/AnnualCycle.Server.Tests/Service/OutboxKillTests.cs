using System.Diagnostics;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.Service;

/// <summary>The short form of tests/long/outbox-kills.sh.</summary>
public sealed class OutboxKillTests
{
    [Fact]
    public async Task A_service_that_is_killed_while_it_sends_loses_no_mail_and_repeats_only_what_it_had_in_hand()
    {
        var script = Path.Combine(Repository.Root, "tests", "long", "outbox-kills.sh");
        var start = new ProcessStartInfo("bash", [script, "300", "4", "sqlite", "1"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ANNUALCYCLE_PROGRAM"] = AnnualCycleProgram.File;
        using var run = Process.Start(start)!;
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, $"{await output}\n{await errors}");
        Assert.Contains("0 lost, 0 that nobody was to have", await output, StringComparison.Ordinal);
    }
}
