using System.Text.Json;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Testing;
using Microsoft.Extensions.Configuration;

namespace AnnualCycle.Server.Tests;

public sealed class ServiceOptionsTests
{
    private static string Sample => Path.Combine(Repository.Root, "appsettings.sample.json");

    [Fact]
    public void The_sample_sets_every_option_and_nothing_that_is_no_option()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        Assert.Equal(
            typeof(ServiceOptions).GetProperties().Where(property => property.CanWrite)
                .Select(property => property.Name).Order(),
            sample.RootElement.GetProperty(ServiceOptions.Section)
                .EnumerateObject().Select(option => option.Name).Order());
        var options = new ConfigurationBuilder().AddJsonFile(Sample).Build()
            .GetSection(ServiceOptions.Section).Get<ServiceOptions>()!;
        Assert.Equal("arshjul.nord.example", options.PublicAddress!.Host);
    }

    [Fact]
    public async Task The_services_own_host_ends_the_uid_of_every_meeting_and_a_wrong_one_is_told()
    {
        using var folder = new TemporaryFolder();
        var program = new AnnualCycleProgram { Folder = folder.Path };
        string[] plan =
            ["plan", "--year", "2027", "--config", Path.Combine(Repository.Root, "config"), "--csv", "plan.csv"];
        File.Copy(Sample, Path.Combine(folder.Path, "appsettings.json"));
        Assert.Equal(0, (await program.Run(plan)).ExitCode);
        Assert.Contains("@arshjul.nord.example",
            File.ReadAllText(Path.Combine(folder.Path, "plan.csv")), StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"),
            """{ "AnnualCycle": { "PublicAddress": "arshjul" } }""");
        var refused = await program.Run(plan);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("appsettings.json: PublicAddress är ”arshjul”",
            refused.Errors, StringComparison.Ordinal);
    }
}
