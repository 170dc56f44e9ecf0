using System.Text.Json;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Graph;

namespace AnnualCycle.Server.Tests.Outlook;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_tenant_that_is_as_it_should_be_is_told_so_and_nothing_is_written_there()
    {
        await using var own = await OutlookInstallation.CreateAsync();
        own.Set("Organisers__nord__Teams", "true");
        var answer = await own.Own.RunAsync("doctor");
        Assert.True(answer.ExitCode == 0, $"{answer}");
        Assert.Contains("OK     inställningarna går att läsa", answer.Output, StringComparison.Ordinal);
        Assert.Contains("OK     moten@nord.example: kalendern svarar, Teams finns (bara läsning är prövad)", answer.Output, StringComparison.Ordinal);
        Assert.Contains("OK     direktor@nord.example nekas, som det ska vara", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Graph.Tokens.Secret, $"{answer}", StringComparison.Ordinal);
        Assert.DoesNotContain("FEL", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Graph.Calls, call => call.IsWrite);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "secret", "inloggningen nekades: hemligheten är fel (AADSTS7000215)", "az ad app credential reset --id 66666666-7777-4888-8999-000000000000" },
        { "client", "appen finns inte i klientorganisationen (AADSTS700016)", "ClientId ska vara" },
        { "tenant", "klientorganisationen finns inte (AADSTS90002)", "Tenant ska vara" },
        { "login away", "svarar inte som den ska", "curl -sI http://127.0.0.1:1" },
        { "scope", "simba@nord.example: tjänsten släpps inte in (ErrorAccessDenied)",
            "New-ManagementRoleAssignment -App 66666666-7777-4888-8999-000000000000 -Role \"Application Calendars.ReadWrite\" -CustomResourceScope AnnualCycle" },
        { "mailbox", "borta@nord.example finns inte som brevlåda", "Get-EXOMailbox borta@nord.example" },
        { "teams", "moten@nord.example får inte göra Teams-möten", "licens med Teams" },
        { "too wide", "tjänsten kommer åt hela organisationens kalendrar: annan@nord.example",
            "Where-Object AppRoleId -eq ef54d2bf-783f-4e0f-bca1-3210c0444d99 | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment" },
        { "certificate", "är inget certifikat med nyckel", "cat annualcycle.crt annualcycle.key" },
        { "file", "CertificateFile är ”borta.pem”. Filen finns inte", "" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_in_the_tenant_is_told_with_what_to_do_about_it(string what, string told, string advice)
    {
        await using var own = await OutlookInstallation.CreateAsync();
        Break(own, what);
        var answer = await own.Own.RunAsync("doctor");
        Assert.True(answer.ExitCode == 2, $"{answer}");
        var fault = answer.Output.Split('\n').SkipWhile(line => !line.StartsWith("FEL    ", StringComparison.Ordinal)
            || !line.Contains(told, StringComparison.Ordinal)).ToList();
        Assert.True(fault.Count > 0, $"{answer}");
        Assert.Contains(fault.Skip(1).TakeWhile(line => line.StartsWith("       ", StringComparison.Ordinal)).Append(""),
            line => line.Contains(advice, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", $"{answer}", StringComparison.Ordinal);
    }

    private static void Break(OutlookInstallation own, string what)
    {
        switch (what)
        {
            case "secret": own.Own.Write("hemlighet", "gammal"); break;
            case "client": own.Set("ClientId", "5b1d6e0f-7a21-4cf5-9d3c-8b3f0e5d0dcf"); break;
            case "tenant": own.Set("Tenant", "syd.example"); break;
            case "login away": own.Set("Authority", "http://127.0.0.1:1/"); break;
            case "scope":
                own.Graph.Refusing("simba@nord.example");
                own.Set("Organisers__nord__Mailbox", "simba@nord.example");
                break;
            case "mailbox": own.Set("Organisers__nord__Mailbox", "borta@nord.example"); break;
            case "teams":
                own.Set("Organisers__nord__Teams", "true");
                own.Mailbox.AllowedOnlineMeetingProviders = [];
                break;
            case "too wide":
                own.Graph.Mailbox("annan@nord.example");
                own.Set("Refuses", "annan@nord.example");
                break;
            default:
                own.Own.Settings.Remove("AnnualCycle__Outlook__ClientSecretFile");
                own.Own.Write("tom.pem", "inget certifikat");
                own.Set("CertificateFile", what == "file" ? "borta.pem" : "tom.pem");
                break;
        }
    }

    [Fact]
    public async Task What_cannot_be_known_is_no_fault_and_scripts_read_it_as_JSON()
    {
        await using var own = await OutlookInstallation.CreateAsync();
        own.Own.Settings.Remove("AnnualCycle__Outlook__Refuses");
        own.Set("FreeBusy", "true");
        own.Set("Organisers__nrod__Mailbox", OutlookInstallation.Organiser);
        own.Graph.Gate.Next(call => call.Operation == GraphOperation.Calendar, GraphFault.Status503Before(null));
        await using (var service = await own.Own.StartedAsync())
        {
            await service.StopAsync();
        }

        own.Graph.Gate.Next(call => call.Operation == GraphOperation.Calendar, GraphFault.Status503Before(null));
        var answer = await own.Own.RunAsync("doctor", "--json");
        Assert.True(answer.ExitCode == 0, $"{answer}");
        var lines = answer.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        string[] Texts(string result) => [.. lines.Where(line => line.GetProperty("result").GetString() == result)
            .Select(line => line.GetProperty("text").GetString()!)];
        Assert.Contains("databasen öppnas (SQLite)", Texts("OK"));
        Assert.Contains("moten@nord.example: Outlook svarade 503", Texts("OKÄNT"));
        Assert.Contains(Texts("OKÄNT"), text => text.StartsWith("om tjänsten kommer åt fler brevlådor", StringComparison.Ordinal));
        Assert.Contains("Outlook:Organisers har ”nrod”, som ingen uppdragsbeskrivning är för", Texts("OKÄNT"));
        Assert.Contains(Texts("OKÄNT"), text => text.StartsWith("en ledamots upptagna tider går inte att läsa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_mail_is_sent_only_when_it_is_asked_for_and_by_the_way_that_all_mails_go()
    {
        await using var own = await OutlookInstallation.CreateAsync();
        own.Set("SendMail", "true");
        own.Own.Settings["AnnualCycle__PublicAddress"] = "https://arshjul.nord.example";
        own.Own.Settings["AnnualCycle__Mail__From"] = "Samverkansåret <arshjul@nord.example>";
        Assert.Contains("annualcycle doctor --send", (await own.Own.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.Empty(own.Graph.Ledger.Letters);

        var refused = await own.Own.RunAsync("doctor", "--send", "asa@syd.example");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("-Role \"Application Mail.Send\"", refused.Output, StringComparison.Ordinal);
        own.Graph.Mailbox("arshjul@nord.example");
        Assert.Equal(0, (await own.Own.RunAsync("doctor", "--send", "asa@syd.example")).ExitCode);
        Assert.Equal(["asa@syd.example"], Assert.Single(own.Graph.Ledger.Letters).Recipients.ToArray());
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_told_and_an_installation_without_Outlook_is_well()
    {
        using var folder = new TemporaryFolder();
        var program = new AnnualCycleProgram { Folder = folder.Path };
        var well = await program.Run("doctor");
        Assert.True(well.ExitCode == 0, $"{well}");
        Assert.Contains("OKÄNT  Outlook är inte inställt", well.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("appsettings.json"), """{ "AnnualCycle": { "Outlook": { "Tenant": "nord" } } }""");
        var wrong = await program.Run("doctor");
        Assert.Equal(2, wrong.ExitCode);
        Assert.All(wrong.Output.TrimEnd().Split('\n'), line => Assert.StartsWith("FEL    appsettings.json: Outlook", line, StringComparison.Ordinal));
    }
}
