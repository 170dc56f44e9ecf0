using System.Text.Json;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Testing;
using Microsoft.Extensions.Configuration;

namespace AnnualCycle.Server.Tests.Outlook;

public sealed class OutlookOptionsTests : IDisposable
{
    private const string Right = """
        "Tenant": "nord.example", "ClientId": "5b1d6e0f-7a21-4cf5-9d3c-8b3f0e5d0dcf", "ClientSecretFile": "borta",
        "Organisers": { "simba": { "Mailbox": "simba@nord.example" } }
        """;

    private static readonly string Sample = Path.Combine(Repository.Root, "appsettings.sample.json");

    // What belongs in the environment, what is instead of a certificate, and what a private cloud alone needs.
    private static readonly string[] NotInSample = ["ClientSecret", "ClientSecretFile", "Endpoint", "Authority"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_sets_every_option_of_Outlook_but_the_secret_and_nothing_that_is_no_option()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));
        Assert.Equal(
            typeof(OutlookOptions).GetProperties().Where(own => own.CanWrite).Select(own => own.Name).Except(NotInSample).Order(),
            sample.RootElement.GetProperty(ServiceOptions.Section).GetProperty("Outlook").EnumerateObject().Select(own => own.Name).Order());
        var settings = OutlookOptions.Settings(new ConfigurationBuilder().AddJsonFile(Sample).Build()
            .GetSection(ServiceOptions.Section).Get<ServiceOptions>()!);
        Assert.Equal(new OutlookOrganiser("simba@nord.example", true), settings.Organisers["simba"]);
        Assert.Equal((InviteChannel.Outlook, InviteChannel.Mail, InviteChannel.Mail), (
            settings.ChannelOf("samla", "asa@Nordsjukhuset.example", false), settings.ChannelOf("samla", "bo@syd.example", false),
            settings.ChannelOf("lgs", "asa@nord.example", false)));
    }

    [Theory]
    [InlineData(GraphCloud.Global, "https://graph.microsoft.com/v1.0/", "https://login.microsoftonline.com/")]
    [InlineData(GraphCloud.UsGovernment, "https://graph.microsoft.us/v1.0/", "https://login.microsoftonline.us/")]
    [InlineData(GraphCloud.UsGovernmentDod, "https://dod-graph.microsoft.us/v1.0/", "https://login.microsoftonline.us/")]
    [InlineData(GraphCloud.China, "https://microsoftgraph.chinacloudapi.cn/v1.0/", "https://login.chinacloudapi.cn/")]
    public void Each_of_Microsofts_clouds_has_its_own_addresses(GraphCloud cloud, string root, string authority)
    {
        var access = new OutlookOptions { Cloud = cloud }.Access;
        Assert.Equal((root, authority, false), (access.Root.AbsoluteUri, access.Authority.AbsoluteUri, access.IsPrivate));
        Assert.Equal($"{access.Root.GetLeftPart(UriPartial.Authority)}/.default", access.Scope);
    }

    public static TheoryData<string, string[]> Wrong => new()
    {
        {
            """
            "Tennant": "nord.example", "Cloud": "Globl", "MailsPerMinute": "många", "SendMail": "ja",
            "Organisers": { "simba": { "Mailbx": "simba@nord.example", "Teams": "ja" }, "samla": "samla@nord.example" }
            """,
            ["inställningen ”Outlook:Tennant” finns inte. Menade du ”Tenant”?",
                "Outlook:Organisers:samla är ”samla@nord.example”. Skriv {",
                "Outlook:Organisers:simba:Teams är ”ja”. Skriv true eller false",
                "inställningen ”Outlook:Organisers:simba:Mailbx” finns inte. Menade du ”Mailbox”?",
                "Outlook:Cloud är ”Globl”. Menade du ”Global”?", "Outlook:MailsPerMinute är ”många”. Skriv ett helt tal",
                "Outlook:SendMail är ”ja”. Skriv true eller false"]
        },
        {
            """
            "Tenant": "nord", "ClientId": "AnnualCycle", "Endpoint": "http://graph.example", "Domains": "@nord.example",
            "Organisers": { "simba": { "Mailbox": "Simba <simba@nord.example>" } }, "Refuses": "chefen",
            "MailsPerMinute": 0, "QuietSeconds": -1
            """,
            ["Outlook:Tenant är ”nord”. Skriv klientorganisationens id", "Outlook:ClientId är ”AnnualCycle”",
                "Outlook:Endpoint är ”http://graph.example/”. Skriv en adress med https", "Outlook:CertificateFile saknas. Skriv ett av dem",
                "Outlook:Organisers:simba:Mailbox är ”Simba <simba@nord.example>”. Skriv en adress",
                "Outlook:Domains är ”@nord.example”", "Outlook:Refuses är ”chefen”", "Outlook:MailsPerMinute är ”0”",
                "Outlook:QuietSeconds är ”-1”"]
        },
        {
            """
            "ClientSecret": "hemligt", "CertificateFile": "c.pem", "CertificatePasswordFile": "p", "SendMail": true,
            "Organisers": { "simba": { "Mailbox": "simba@nord.example" } }, "Refuses": "Simba@nord.example"
            """,
            ["Outlook:Tenant saknas", "Outlook:ClientId saknas", "Outlook har både certifikat och hemlighet",
                "Outlook:Refuses är ”Simba@nord.example”. Den är organisatör", "Mail:From saknas. Outlook:SendMail skickar"]
        },
        {
            """
            "Tenant": "nord.example", "ClientId": "5b1d6e0f-7a21-4cf5-9d3c-8b3f0e5d0dcf", "ClientSecretFile": "f", "CertificatePasswordFile": "p"
            """,
            ["Outlook:CertificatePasswordFile hör till inget certifikat"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_settings_are_told_all_at_once_before_anything_begins(string settings, string[] told)
    {
        var refused = await RunAsync($$""" "Outlook": { {{settings}} } """, "plan", "--year", "2027");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        var lines = refused.Errors.TrimEnd().Split('\n');
        Assert.True(told.Length == lines.Length, refused.Errors);
        Assert.All(lines.Zip(told), pair => Assert.Contains(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_stops_the_service_and_nothing_else()
    {
        var refused = await RunAsync($$""" "Outlook": { {{Right}} } """, "serve");
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("appsettings.json: Outlook:ClientSecretFile är ”borta”. Filen finns inte, eller så får tjänsten inte se den",
            refused.Errors.Trim());
    }

    [Fact]
    public async Task Mails_through_Outlook_need_a_sender_and_no_mail_server_and_not_both()
    {
        const string Address = """ "PublicAddress": "https://arshjul.nord.example" """;
        var both = await RunAsync($$"""
            {{Address}}, "Outlook": { {{Right}}, "SendMail": true }, "Mail": { "From": "arshjul@nord.example", "Server": "post.nord.example" }
            """, "serve");
        Assert.Equal("appsettings.json: både Mail:Server och Outlook:SendMail skickar mejl. Ta bort en av dem", both.Errors.Trim());
        var one = await RunAsync($$"""
            {{Address}}, "Outlook": { {{Right}}, "SendMail": true }, "Mail": { "From": "arshjul@nord.example" }
            """, "serve");
        Assert.Contains("ClientSecretFile", Assert.Single(one.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private Task<ProgramAnswer> RunAsync(string settings, params string[] command)
    {
        File.WriteAllText(_folder.File("appsettings.json"), $$"""{ "AnnualCycle": { {{settings}} } }""");
        return new AnnualCycleProgram { Folder = _folder.Path }.Run(command);
    }
}
