using System.Text.Json;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Mail.Submission;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Testing;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace AnnualCycle.Server.Tests;

public sealed class MailOptionsTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "appsettings.sample.json");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_sets_every_option_of_mail_but_the_password_and_nothing_that_is_no_option()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        Assert.Equal(
            typeof(MailOptions).GetProperties().Select(property => property.Name).Except(["Password"]).Order(),
            sample.RootElement.GetProperty(ServiceOptions.Section).GetProperty("Mail")
                .EnumerateObject().Select(option => option.Name).Order());
        var mail = new ConfigurationBuilder().AddJsonFile(Sample).Build()
            .GetSection(ServiceOptions.Section).Get<ServiceOptions>()!.Mail!;
        Assert.Equal(("post.nord.example", 587, SubmissionSecurity.StartTls), (mail.Server, mail.Port, mail.Security));
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        {
            """ "Sever": "post.nord.example", "Security": "StarTls", "Port": "smtp", "TimeoutSeconds": "" """,
            ["inställningen ”Mail:Sever” finns inte. Menade du ”Server”?",
                "Mail:Security är ”StarTls”. Menade du ”StartTls”?",
                "Mail:Port är ”smtp”. Skriv ett helt tal, 1 till 65535", "Mail:TimeoutSeconds saknas"]
        },
        {
            """
            "Server": "post nord", "From": "Samverkansåret", "ReplyTo": "a@b@", "Port": 70000, "TimeoutSeconds": 0,
            "Security": "None", "UserName": "arshjul"
            """,
            ["Mail:Server är ”post nord”", "Mail:Port är ”70000”",
                "Utan kryptering går post bara till en server på samma dator", "Mail:TimeoutSeconds är ”0”",
                "Mail:From är ”Samverkansåret”. Skriv som Samverkansåret <arshjul@nord.example>",
                "Mail:ReplyTo är ”a@b@”", "Mail:PasswordFile saknas"]
        },
        {
            """ "Port": 465, "From": "årshjul@nord.example", "Password": "hemligt" """,
            ["Mail:Server saknas", "På port 465 är förbindelsen säker från början: skriv Tls",
                "Mail:From är ”årshjul@nord.example”", "Mail:UserName saknas"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_settings_are_told_all_at_once_before_anything_begins(string settings, string[] told)
    {
        File.WriteAllText(_folder.File("appsettings.json"), $$"""
            { "AnnualCycle": { "PublicAddress": "https://arshjul.nord.example", "Mail": { {{settings}} } } }
            """);
        var refused = await new AnnualCycleProgram { Folder = _folder.Path }.Run("plan", "--year", "2027");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        var lines = refused.Errors.TrimEnd().Split('\n');
        Assert.Equal(told.Length, lines.Length);
        Assert.All(lines.Zip(told), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_stops_the_service_and_nothing_else()
    {
        File.WriteAllText(_folder.File("appsettings.json"), """
            { "AnnualCycle": { "PublicAddress": "https://arshjul.nord.example",
              "Mail": { "Server": "post.nord.example", "From": "arshjul@nord.example",
              "UserName": "arshjul", "PasswordFile": "borta" } } }
            """);
        var refused = await new AnnualCycleProgram { Folder = _folder.Path }.Run("serve");
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            "appsettings.json: Mail:PasswordFile är ”borta”. Filen finns inte, eller så får tjänsten inte se den",
            refused.Errors.Trim());
    }

    [Theory]
    [InlineData("https://arshjul.nord.example", "arshjul@arshjul.nord.example")]
    [InlineData("http://127.0.0.1:5080", "arshjul@annualcycle.example")]
    [InlineData(null, "arshjul@annualcycle.example")]
    public async Task Without_a_server_mails_lie_in_the_data_folder(string? address, string from)
    {
        var options = new ServiceOptions { PublicAddress = address is null ? null : new Uri(address) };
        var roads = MailOptions.Roads(options, new DataFolder(_folder.Path), SignIn.SetClock.AtNow);
        var outcome = await roads.SendAsync(new OutgoingMail("a.1", new Mailbox("asa@nord.example"), "Hej", "Hej",
            Instant.FromUtc(2026, 11, 22, 9, 0)), default);
        Assert.Equal(MailOutcomeKind.Accepted, outcome.Kind);
        var file = Assert.Single(Directory.GetFiles(_folder.File("mail"), "*.eml"));
        Assert.Contains($"<{from}>", File.ReadAllText(file), StringComparison.Ordinal);
    }
}
