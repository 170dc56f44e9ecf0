using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests.Service;

public sealed class SettingTests
{
    [Fact]
    public async Task Every_setting_that_is_wrong_is_told_at_once_and_each_with_its_advice()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """
            { "AnnualCycle": { "PublicAddress": "arshjul", "BookingSeason": "september", "NightlyWork": "03:00" } }
            """);
        var answer = await RunAsync(folder, ("Database", "Server"), ("FeedMemoryMegabytes", "-1"));

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Equal(
            """
            appsettings.json: PublicAddress är ”arshjul”. Skriv hela adressen, som https://arshjul.nord.example
            appsettings.json: Database går inte att läsa. Skriv Host=…;Database=…;Username=…, eller ta bort den för SQLite
            appsettings.json: BookingSeason är ”september”. Skriv månad och dag, 09-01
            appsettings.json: NightlyWork är ”03:00”. Skriv ett cron-uttryck, 0 0 3 * * ? för klockan tre varje natt
            appsettings.json: FeedMemoryMegabytes är ”-1”. Skriv ett antal megabyte, 0 till 100000

            """, answer.Errors);
        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    [Theory]
    [InlineData("PublicAddress", "ftp://arshjul.example", "PublicAddress är ”ftp://arshjul.example/”")]
    [InlineData("Database", "Host=db.example;Port=många", "Database går inte att läsa")]
    [InlineData("BookingSeason", "13-01", "BookingSeason är ”13-01”")]
    [InlineData("NightlyWork", "0 0 3 31 2 ?", "NightlyWork är ”0 0 3 31 2 ?”")]
    [InlineData("NightlyWork", "0 0 3 * * ? 2020", "NightlyWork är ”0 0 3 * * ? 2020”")]
    [InlineData("FeedMemoryMegabytes", "mycket", "FeedMemoryMegabytes är ”mycket”")]
    [InlineData("BokningsSeason", "09-01", "Menade du ”BookingSeason”")]
    public async Task A_setting_in_the_environment_that_is_wrong_is_told_in_its_own_words(
        string setting, string value, string words)
    {
        using var folder = new TemporaryFolder();
        var answer = await RunAsync(folder, (setting, value));

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(words, answer.Errors, StringComparison.Ordinal);
        Assert.Single(answer.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_is_wrong_in_how_people_sign_in_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        var answer = await RunAsync(folder, ("Proxies", "10.1.0.5, brandväggen"), ("SignIn__SessionDays", "400"),
            ("SignIn__Providers__nord__Name", "Region Nord"), ("SignIn__Providers__nord__ClientId", "annualcycle"),
            ("SignIn__Providers__nord__Authority", "https://login.microsoftonline.example/common/v2.0"),
            ("SignIn__Providers__nord__Domains", "@nord.example"));

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Equal(
            """
            appsettings.json: SignIn:SessionDays är ”400”. Skriv ett antal dygn, 1 till 90
            appsettings.json: SignIn:Providers:nord:Authority är ”https://login.microsoftonline.example/common/v2.0”. Skriv utfärdarens adress med https, som https://login.microsoftonline.com/{klient-id}/v2.0
            appsettings.json: SignIn:Providers:nord:ClientSecretFile är ””. Skriv en fil med hemligheten, eller sätt ClientSecret i miljön
            appsettings.json: SignIn:Providers:nord:Domains är ”@nord.example”. Skriv de domäner som organisationen svarar för, som nord.example, nordsjukhuset.example
            appsettings.json: Proxies har ”brandväggen”. Skriv adresser och nät med komma emellan, som 10.1.0.5, 10.2.0.0/16

            """, answer.Errors);
        var misspelt = await RunAsync(folder, ("SignIn__Providers__nord__Authorty", "https://login.nord.example"));
        Assert.Contains("”SignIn:Providers:nord:Authorty” finns inte. Menade du ”Authority”?", misspelt.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_JSON_is_told_with_its_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), "{\n  \"AnnualCycle\": { NightlyWork }\n}\n");
        var answer = await RunAsync(folder);

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(
            "appsettings.json:2: här slutar filen att vara JSON", answer.Errors, StringComparison.Ordinal);
    }

    private static Task<ProgramAnswer> RunAsync(
        TemporaryFolder folder, params (string Name, string Value)[] settings) => new AnnualCycleProgram
        {
            Folder = folder.Path,
            Variables = settings.ToDictionary(one => $"AnnualCycle__{one.Name}", one => one.Value),
        }.Run("serve");
}
