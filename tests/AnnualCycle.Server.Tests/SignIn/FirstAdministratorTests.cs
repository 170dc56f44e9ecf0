using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Testing;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Server.Tests.SignIn;

public sealed class FirstAdministratorTests
{
    private const string Way = "/forsta-administrator/";

    [Theory, InlineData(Provider.Sqlite)]
    public async Task Whoever_sits_at_the_terminal_becomes_the_first_administrator_once(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        await using var service = await installation.StartedAsync();
        await service.Program.WarnsAsync("Kör annualcycle administrator för att bli den första.");
        Assert.DoesNotContain(Way, service.Program.ToString(), StringComparison.Ordinal);

        var link = (await installation.DoAsync("administrator")).Trim();
        using var browser = new Visitor(service.Address!);
        await Patience.UntilAsync(async () => (await browser.GetAsync("/nord")).Status == HttpStatusCode.OK,
            () => $"the pages. {service.Program}");
        var path = new Uri(link).PathAndQuery;
        Assert.Contains("Skriv hela adressen", (await browser.PostAsync(path, null, ("email", "chefen"))).Text,
            StringComparison.Ordinal);
        Assert.Equal("/min-sida", (await browser.PostAsync(path, null, ("email", "Chefen@nord.example"))).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/roller")).Status);
        // The database has never had what the link holds.
        Assert.Equal(0, await installation.AskAsync(context => context.OneTimeLinks.CountAsync()));

        Assert.Contains("gäller inte längre", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
        var late = await installation.RunAsync("administrator");
        Assert.Equal((1, ""), (late.ExitCode, late.Output));
        Assert.Contains("chefen@nord.example", await installation.DoAsync("roles"), StringComparison.Ordinal);
        var last = await installation.RunAsync("roles", "take", "chefen@nord.example", "administratör");
        Assert.Equal((1, "Det är den enda administratören. Ge någon annan rollen först.\n"), (last.ExitCode, last.Errors));
        Assert.Equal("anna.ask@nord.example är nu processledare för nord\n",
            await installation.DoAsync("roles", "give", "anna.ask@nord.example", "processledare", "nord"));
        var mistyped = await installation.RunAsync("roles", "give", "anna.ask@nord.example", "sammankallande", "nord/styrgrup");
        Assert.Equal("Gruppen ”nord/styrgrup” finns inte. Menade du ”nord/styrgrupp”?\n", mistyped.Errors);
    }

    [Fact]
    public async Task The_link_is_shown_at_a_terminal_and_never_in_a_log()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        var shown = installation.PathOf("terminal.txt");

        // script(1) gives the program a terminal of its own and writes down what it shows.
        using var terminal = Process.Start(new ProcessStartInfo("script",
            ["-fqc", $"exec {AnnualCycleProgram.File} serve --urls http://127.0.0.1:0 --data {installation.Data}", shown])
        {
            WorkingDirectory = installation.Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        terminal.OutputDataReceived += (_, _) => { };
        terminal.BeginOutputReadLine();
        await Patience.UntilAsync(() => File.Exists(shown)
            && Regex.IsMatch(File.ReadAllText(shown), @"http://\S+/forsta-administrator/[\w-]{43}\s"),
            () => File.Exists(shown) ? File.ReadAllText(shown) : "a terminal");

        // What is typed there stops it, as it stops any program.
        await terminal.StandardInput.WriteAsync('\u0003');
        await terminal.StandardInput.FlushAsync();
        await terminal.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
    }

    [Fact]
    public async Task Of_two_who_use_the_link_at_once_one_becomes_administrator_and_after_half_an_hour_nobody_does()
    {
        await using var service = await OpenService.StartAsync(Provider.Sqlite);
        var links = new OneTimeLinks(service.Installation.Database);
        var old = await links.ForFirstAdministratorAsync(service.Now, default);
        service.Clock.Pass(TimeSpan.FromMinutes(31));
        using var late = service.Visitor();
        Assert.Contains("gäller inte längre",
            (await late.PostAsync("/logga-in", Way + old, ("email", "sen@nord.example"))).Text, StringComparison.Ordinal);

        var token = await links.ForFirstAdministratorAsync(service.Now, default);
        using var one = service.Visitor();
        using var other = service.Visitor();
        var answers = await Task.WhenAll(
            one.PostAsync(Way + token, null, ("email", "ett@nord.example")),
            other.PostAsync(Way + token, null, ("email", "tva@nord.example")));

        Assert.Single(answers, answer => answer.Location == "/min-sida");
        await using var context = service.Installation.Database.Open();
        Assert.Equal(1, await context.RoleGrants.CountAsync(grant => grant.Role == Role.Administrator));
    }
}
