using System.Net;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Tests.Service;

/// <summary>What an administrator does at the terminal beside the plans: charters, addresses, the list of people.</summary>
public sealed class AdministratorTests
{
    [Theory, InlineData(Provider.Sqlite)]
    public async Task A_charter_changed_here_and_in_the_folder_waits_for_somebody_to_choose(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        await using (await installation.StartedAsync())
        {
            // Filled, and stopped again: what follows is done without a service.
        }

        installation.Write("mitt.yaml", SmallCharters.Nord("tre gånger per år"));
        Assert.Contains("version 2 gäller", await installation.DoAsync("charters", "change", "nord",
            installation.PathOf("mitt.yaml")), StringComparison.Ordinal);
        installation.Write("config/charters/nord.yaml", SmallCharters.Nord("fem gånger per år"));
        await using (await installation.StartedAsync())
        {
            // The start takes in the folder before it serves, or a moment later: see the list below.
            await Patience.UntilAsync(() => installation.AskAsync(context => context.Charters.AnyAsync(
                version => version.State == CharterState.Draft)), () => "a version that waits");
        }

        var listed = await installation.DoAsync("charters");
        Assert.Contains("fem gånger per år", listed, StringComparison.Ordinal);
        Assert.Equal("tre gånger per år", await InForceAsync(installation));

        await installation.DoAsync("charters", "accept", "nord");
        Assert.Equal("fem gånger per år", await InForceAsync(installation));
        var nothing = await installation.RunAsync("charters", "reject", "nord");
        Assert.Equal((1, "Ingen version väntar för nord.\n"), (nothing.ExitCode, nothing.Errors));

        installation.Write("trasig.yaml", "collaboration: [");
        var broken = await installation.RunAsync("charters", "change", "nord", installation.PathOf("trasig.yaml"));
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("trasig.yaml", broken.Errors, StringComparison.Ordinal);
        Assert.Equal("fem gånger per år", await InForceAsync(installation));
    }

    [Theory, InlineData(Provider.PostgreSql)]
    public async Task An_address_in_the_wrong_hands_is_changed_and_the_old_one_answers_no_more(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        await using var service = await installation.StartedAsync();
        var root = service.Address!.ToString().TrimEnd('/');

        Assert.Equal($"{root}/feeds/nord.ics\n{root}/feeds/nord/arbetsgrupp.ics\n{root}/feeds/nord/styrgrupp.ics\n",
            await installation.DoAsync("feeds"));
        var old = new Uri((await installation.DoAsync("feeds", "Anna.Ask@nord.example")).Trim());
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(old.PathAndQuery));

        var renewed = new Uri((await installation.DoAsync("feeds", "anna.ask@nord.example", "--renew")).Trim());
        Assert.Equal(renewed.ToString(), (await installation.DoAsync("feeds", "anna.ask@nord.example")).Trim());
        await Patience.UntilAsync(
            async () => await service.StatusAsync(old.PathAndQuery) == HttpStatusCode.Gone,
            () => $"the end of the old address. {service.Program}");
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(renewed.PathAndQuery));

        var open = await installation.RunAsync("feeds", "nord", "--renew");
        Assert.Equal((1, "Kalendern är öppen för alla; dess adress är ingen hemlighet.\n"), (open.ExitCode, open.Errors));
        Assert.Equal(1, (await installation.RunAsync("feeds", "ingen@nord.example")).ExitCode);
    }

    [Theory, InlineData(Provider.Sqlite)]
    public async Task A_list_of_people_that_is_gone_ends_nobody(Provider provider)
    {
        await using var installation = await SmallInstallation.CreateAsync(provider);
        await using (await installation.StartedAsync())
        {
            // Filled, and stopped again.
        }

        File.Delete(installation.PathOf("config/people/people.csv"));
        await using var service = await installation.StartedAsync();
        await service.Program.WarnsAsync("ingen lista över personer finns");

        Assert.Equal(3, await installation.AskAsync(context => context.Memberships.CountAsync(row => row.To == null)));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync("/feeds/nord.ics"));
    }

    [Fact]
    public async Task A_year_is_planned_beside_a_persons_own_calendar_and_what_cannot_be_fetched_is_told()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);
        installation.Write("config/busy/calendars.csv", """
            who,calendar
            anna.ask@nord.example,anna.ics
            bo.berg@nord.example,http://127.0.0.1:9/hemlig-adress.ics
            ana.ask@nord.example,anna.ics

            """);
        // Every Tuesday until noon for ever, which is when the steering group would meet.
        installation.Write("config/busy/anna.ics", """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:1
            DTSTART:20250107T070000Z
            DTEND:20250107T110000Z
            RRULE:FREQ=WEEKLY
            END:VEVENT
            END:VCALENDAR

            """);

        await using var service = await installation.StartedAsync();

        Assert.Contains("calendars.csv:3: kalendern leder till det egna nätet", service.Program.Errors,
            StringComparison.Ordinal);
        await service.Program.WarnsAsync("har adressen ana.ask@nord.example. Menade du ”anna.ask@nord.example”?");
        Assert.DoesNotContain("hemlig", service.Program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("bo.berg", service.Program.Errors, StringComparison.Ordinal);
        var busy = (await installation.DoAsync("busy")).Split('\n');
        Assert.Matches("^anna.ask@nord.example  anna.ics  hämtad .*, upptagen [0-9]+ gånger$", busy[0]);
        Assert.EndsWith("Den har aldrig kunnat läsas.", busy[1], StringComparison.Ordinal);
        // The group would rather meet on Tuesdays at nine; its chair never can.
        var plans = await installation.AskAsync(context => new PlanBook(context).AllInForceAsync(default));
        var days = plans.SelectMany(plan => plan.Plan.Meetings)
            .Where(meeting => meeting.Groups[0] == "nord/styrgrupp").Select(meeting => meeting.Date.DayOfWeek).ToList();
        Assert.NotEmpty(days);
        Assert.DoesNotContain(IsoDayOfWeek.Tuesday, days);
    }

    [Fact]
    public async Task Help_and_mistyped_commands_are_answered_in_Swedish()
    {
        await using var installation = await SmallInstallation.CreateAsync(Provider.Sqlite);

        var help = await installation.Program().Run("move", "--help");
        Assert.Contains("Användning:\n  annualcycle move <MEETING>", help.Output, StringComparison.Ordinal);
        Assert.Contains("Visar den här hjälpen", help.Output, StringComparison.Ordinal);
        var mistyped = await installation.Program().Run("move", "nord/styrgrupp/ordinarie/2027-1", "i-morgon");
        Assert.Equal((1, ""), (mistyped.ExitCode, mistyped.Output));
        Assert.Equal("""
            ”i-morgon” är ingen dag. Skriv åååå-mm-dd, till exempel 2027-03-11
            Så här används det: annualcycle move --help

            """, mistyped.Errors);
        var missing = await installation.Program().Run("cancel", "nord/styrgrupp/ordinarie/2027-1");
        Assert.Contains("”--reason” måste anges.", missing.Errors, StringComparison.Ordinal);
    }

    private static Task<string> InForceAsync(SmallInstallation installation) => installation.AskAsync(async context =>
    {
        var text = (await context.Charters.SingleAsync(version =>
            version.Collaboration == "nord" && version.State == CharterState.InForce)).Content;
        return text.Split("when: ")[1].Split(',')[0];
    });
}
