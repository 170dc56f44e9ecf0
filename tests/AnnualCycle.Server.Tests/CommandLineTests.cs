using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

public sealed class CommandLineTests
{
    private readonly AnnualCycleProgram annualcycle = new();

    [Fact]
    public async Task An_administrator_can_see_which_version_is_installed()
    {
        var answer = await annualcycle.Run("--version");

        Assert.Equal(0, answer.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", answer.Output);
        Assert.Empty(answer.Errors);
    }

    [Theory]
    [InlineData("planera")]
    [InlineData("--nonsense")]
    public async Task A_mistyped_command_is_refused_and_leaves_standard_output_empty(string mistyped)
    {
        var answer = await annualcycle.Run(mistyped);

        Assert.Equal(1, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Contains(mistyped, answer.Errors, StringComparison.Ordinal);
    }
}
