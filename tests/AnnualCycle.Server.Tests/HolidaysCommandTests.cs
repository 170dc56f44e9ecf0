using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

public sealed class HolidaysCommandTests
{
    private static Task<ProgramAnswer> Ask(params string[] arguments) => new AnnualCycleProgram().Run(
        ["holidays", .. arguments, "--config", Path.Combine(Repository.Root, "config")]);

    [Fact]
    public async Task A_years_storhelger_are_printed_with_what_the_charters_ask_for()
    {
        var answer = await Ask("2027", "--collaboration", "simba");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Matches("Påsken 2027 +fre 26 mar +mån 29 mar +4 +4 +4 +– +sön 28 mar\n", answer.Output);
        Assert.Contains("  Avstämning inför påsk, 12 februari–12 mars: vid gruppens fasta möte (februari)\n", answer.Output,
            StringComparison.Ordinal);
        Assert.Contains("  Uppföljning efter påsk, 5 april–3 maj: sammankallande tillfrågas\n", answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collaboration_that_does_not_exist_gets_the_nearest_that_does()
    {
        var answer = await Ask("2027", "--collaboration", "simbo");

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("Menade du ”simba”?", answer.Errors, StringComparison.Ordinal);
    }
}
