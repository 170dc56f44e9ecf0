using AnnualCycle.Server.Tests.Service;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Graph;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Tests.Outlook;

public sealed class OutlookServiceTests
{
    private static readonly string[] Nord = ["--collaboration", "nord"];

    [Theory, InlineData(Provider.Sqlite), InlineData(Provider.PostgreSql)]
    public async Task An_adopted_year_stands_in_Outlook_follows_what_is_moved_and_loses_what_is_called_off_each_told_once(Provider provider)
    {
        await using var own = await OutlookInstallation.CreateAsync(provider);
        own.Set("Organisers__nord__Teams", "true");
        await using var service = await own.Own.StartedAsync();
        var year = await own.Own.AskAsync(context => context.Plans.MaxAsync(plan => plan.Year));
        await own.Own.DoAsync(["adopt", $"{year}", .. Nord]);
        var called = (await MeetingsAsync(own, year)).Where(one => one.Groups.Contains("nord/styrgrupp")).ToList();
        await UntilAsync(own, service, () => own.Mailbox.Live.Count == called.Count);
        Assert.All(own.Mailbox.Live, entry => Assert.Equal("anna.ask@nord.example", Assert.Single(entry.Attendees).Address));
        Assert.All(own.Mailbox.Live, entry => Assert.NotNull(entry.JoinUrl));

        var meeting = called[0];
        await own.Own.DoAsync("move", meeting.Id, $"{meeting.Date.PlusDays(7):uuuu-MM-dd}", "13:00");
        await own.Own.DoAsync(["publish", .. Nord, "--year", $"{year}", "--yes"]);
        await UntilAsync(own, service, () => own.Graph.Ledger.Mails.Any(mail => mail.Kind == MailKind.Update));
        await own.Own.DoAsync("cancel", meeting.Uid, "--reason", "Sjukdom");
        await own.Own.DoAsync(["publish", .. Nord, "--year", $"{year}", "--yes"]);
        await UntilAsync(own, service, () => own.Mailbox.Live.Count == called.Count - 1);

        Assert.Equal(0, await service.StopAsync());
        var ofMeeting = own.Graph.Ledger.Mails.Where(mail => OutlookInstallation.KeyOf(mail.Event) == $"{meeting.Uid}/1").ToList();
        Assert.Equal([MailKind.Invitation, MailKind.Update, MailKind.Cancellation], ofMeeting.Select(mail => mail.Kind));
        Assert.Contains("Sjukdom", ofMeeting[^1].Comment, StringComparison.Ordinal);
        Assert.Equal(called.Count, own.Graph.Ledger.Mails.Count(mail => mail.Kind == MailKind.Invitation));
        Assert.Empty(own.Graph.Ledger.Violations);
        Assert.DoesNotContain(own.Graph.Tokens.Secret, $"{service.Program}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_Outlook_has_all_that_stands_there_called_off_before_the_settings_may_go()
    {
        await using var own = await OutlookInstallation.CreateAsync();
        int called;
        await using (var service = await own.Own.StartedAsync())
        {
            var year = await own.Own.AskAsync(context => context.Plans.MaxAsync(plan => plan.Year));
            await own.Own.DoAsync(["adopt", $"{year}", .. Nord]);
            called = (await MeetingsAsync(own, year)).Count(one => one.Groups.Contains("nord/styrgrupp"));
            await UntilAsync(own, service, () => own.Mailbox.Live.Count == called);
            Assert.Equal(0, await service.StopAsync());
            await own.Own.Database.ChangeAsync(async context => await context.BusyCalendars.AddAsync(new StoredBusyCalendar
            {
                Id = StoredBusyCalendar.IdOfOutlook("anna.ask@nord.example"), Times = "2027-01-05 09:00 10:30", Tried = Instant.FromUtc(2026, 11, 1, 3, 0),
            }));
        }

        var settings = own.Own.Settings.Where(one => one.Key.Contains("__Outlook__", StringComparison.Ordinal)).ToList();
        settings.ForEach(one => own.Own.Settings.Remove(one.Key));
        var told = $"Outlook är borttaget, men kommande möten står kvar där: {OutlookInstallation.Organiser} ({called} möten)";
        var refused = await own.Own.RunAsync("serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(told, refused.Errors, StringComparison.Ordinal);
        var looked = await own.Own.RunAsync("doctor");
        Assert.Equal(2, looked.ExitCode);
        Assert.Contains("FEL    appsettings.json: " + told, looked.Output, StringComparison.Ordinal);

        settings.ForEach(one => own.Own.Settings.Add(one.Key, one.Value));
        own.Own.Settings.Remove("AnnualCycle__Outlook__Organisers__nord__Mailbox");
        Assert.Contains($"Kvar: {OutlookInstallation.Organiser} ({called} möten)", (await own.Own.RunAsync("doctor")).Output, StringComparison.Ordinal);
        await using (var leaving = await own.Own.StartedAsync())
        {
            await UntilAsync(own, leaving, () => own.Mailbox.Live.Count == 0);
            Assert.Equal(0, await leaving.StopAsync());
        }

        Assert.Equal(called, own.Graph.Ledger.Mails.Count(mail => mail.Kind == MailKind.Cancellation));
        Assert.Equal(0, await own.Own.AskAsync(context => context.BusyCalendars.CountAsync()));
        Assert.Contains("och inget står kvar där", (await own.Own.RunAsync("doctor")).Output, StringComparison.Ordinal);
        settings.ForEach(one => own.Own.Settings.Remove(one.Key));
        await using var without = await own.Own.StartedAsync();
    }

    [Fact]
    public async Task A_tenant_that_lets_the_service_in_everywhere_is_told_at_the_start_and_one_that_lets_it_in_nowhere_stops_nothing()
    {
        await using var own = await OutlookInstallation.CreateAsync();
        own.Graph.Tokens.Secret = "en annan";
        own.Set("Refuses", "annan@nord.example");
        own.Graph.Mailbox("annan@nord.example");
        await using (var service = await own.Own.StartedAsync())
        {
            await service.Program.WarnsAsync("inloggningen nekades: hemligheten är fel (AADSTS7000215)");
            Assert.Equal(System.Net.HttpStatusCode.OK, await service.StatusAsync("/feeds/nord.ics"));
            Assert.Equal(0, await service.StopAsync());
        }

        own.Own.Write("hemlighet", "en annan");
        await using var again = await own.Own.StartedAsync();
        await again.Program.WarnsAsync("tjänsten kommer åt hela organisationens kalendrar: annan@nord.example");
    }

    [Fact]
    public async Task Whoever_does_not_use_Outlook_does_not_pay_for_it_at_the_start()
    {
        await using var with = await OutlookInstallation.CreateAsync();
        await using var without = await SmallInstallation.CreateAsync(Provider.Sqlite);
        await using var speaks = await with.Own.StartedAsync();
        await using var silent = await without.StartedAsync();
        await Patience.UntilAsync(() => with.Graph.Tokens.Issued > 0, () => $"a key. {speaks.Program}");
        Assert.Contains("Azure.Core.dll", await speaks.Program.LibrariesAsync());
        var libraries = await silent.Program.LibrariesAsync();
        Assert.Contains("AnnualCycle.Publishing.dll", libraries);
        Assert.DoesNotContain(libraries, name => name.StartsWith("Azure.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Identity.Client", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<AnnualCycle.Plans.PlannedMeeting>> MeetingsAsync(OutlookInstallation own, int year) =>
        (await own.Own.AskAsync(context => new PlanBook(context).InForceAsync("nord", year, default)))!.Plan.Meetings;

    private static Task UntilAsync(OutlookInstallation own, RunningService service, Func<bool> isSo) => Patience.UntilAsync(isSo,
        () => $"Outlook: {string.Join('\n', own.Graph.Calls.TakeLast(20).Select(call => $"{call.Method} {call.Path} {call.Status}"))} {service.Program}");
}
