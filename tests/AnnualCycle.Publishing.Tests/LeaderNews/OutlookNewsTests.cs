using AnnualCycle.Plans;
using AnnualCycle.Publishing.LeaderNews;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.LeaderNews;

/// <summary>A process leader is told what somebody did in Outlook, what does not go there and that a mailbox is in trouble.</summary>
public sealed class OutlookNewsTests
{
    private const string Leader = "ledaren@nord.example", Office = "kansli@nord.example";

    // The first meetings are further off than a fortnight.
    private static readonly LocalDate Monday = new(2027, 1, 11);

    private static readonly OutlookEvent Entry =
        new("Nord Styrgruppen", "", new LocalDate(2027, 9, 9), new LocalTime(9, 0), new LocalTime(10, 0));

    [Fact]
    public async Task What_was_changed_in_Outlook_and_what_has_stopped_is_told_on_Monday_once()
    {
        await using var service = await StartedAsync();
        await AddAsync(service, Row("a", own => own.Drift = new OutlookDrift(Entry with { Start = new LocalTime(10, 0), End = new LocalTime(11, 0) }).Written));
        await AddAsync(service, Row("b", own => own.Drift = new OutlookDrift(null).Written));
        await AddAsync(service, Row("c", own => (own.Trouble, own.History) = ("brevlådan finns inte", "2027-01-10T12:00:00Z brevlådan finns inte\n")));
        // What is past needs nobody.
        await AddAsync(service, Row("d", own => (own.Trouble, own.Wanted) = ("för sent", (Entry with { Date = Monday.PlusDays(-1) }).Written)));

        var mail = Assert.Single(await KeepAsync(service, Monday));
        var text = ReadMail.Of(mail.Content).Contents[0];
        Assert.Equal("Nord: 3 saker att se till, vecka 2", mail.Subject);
        Assert.Contains("– Nord Styrgruppen, torsdag 9 september 2027 (https://samverkan.nord.example/nord/outlook): I Outlook: tor 9 sep 10:00. "
            + "Hos oss: tor 9 sep 09:00.", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("I Outlook: borttaget eller inställt.", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Har stannat: brevlådan finns inte", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(7)));

        // Tried again, and stopped again.
        await service.Database.ChangeAsync(async context =>
        {
            (await context.OutlookMeetings.SingleAsync(own => own.Uid == "c")).History += "2027-01-20T12:00:00Z brevlådan finns inte\n";
            return true;
        });
        Assert.Equal("Nord: 1 sak att se till, vecka 4", Assert.Single(await KeepAsync(service, Monday.PlusDays(14))).Subject);
    }

    [Fact]
    public async Task Near_a_meeting_it_is_told_at_once_and_a_mailbox_in_trouble_after_an_hour()
    {
        await using var service = await StartedAsync();
        await KeepAsync(service, Monday);
        var next = (await service.InForceAsync()).Meetings.First(own => own.Date > Monday).Date.PlusDays(-7);
        var day = next.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Wednesday));
        await KeepAsync(service, day.PlusDays(-2));
        await AddAsync(service, Row("a", _ => { }));
        await service.Database.ChangeAsync(context =>
        {
            context.OutlookMailboxes.Add(new OutlookMailbox
            {
                Mailbox = Office, Trouble = "inloggningen nekades (AADSTS700027)",
                Troubled = SwedishTime.At(day + new LocalTime(9, 30)),
            });
            return Task.FromResult(true);
        });

        Assert.Empty(await KeepAsync(service, day, 10));
        var mail = Assert.Single(await KeepAsync(service, day, 11));
        Assert.Contains("före mötet", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"Brevlådan {Office}", ReadMail.Of(mail.Content).Contents[0], StringComparison.Ordinal);
        Assert.Empty(await KeepAsync(service, day, 12));
    }

    private static OutlookMeeting Row(string uid, Action<OutlookMeeting> change)
    {
        var row = new OutlookMeeting
        {
            Uid = uid, Mailbox = Office, Collaboration = "nord", Wanted = Entry.Written, Told = Entry.Written, Seen = Entry.Written,
            WantedRevision = 1, ToldRevision = 1, WantedAt = SmallService.Start, NotBefore = SmallService.Start,
        };
        change(row);
        return row;
    }

    private static Task AddAsync(SmallService service, OutlookMeeting row) => service.Database.ChangeAsync(context =>
    {
        context.OutlookMeetings.Add(row);
        return Task.FromResult(true);
    });

    private static async Task<SmallService> StartedAsync()
    {
        var service = await SmallService.StartedAsync(Provider.Sqlite);
        await service.Database.ChangeAsync(context =>
            new RoleGrants(context, "prov", SmallService.Start).GiveAsync(Leader, Role.ProcessLeader, "nord", default));
        await KeepAsync(service, Monday.PlusDays(-7));
        return service;
    }

    private static async Task<IReadOnlyList<Delivery>> KeepAsync(SmallService service, LocalDate day, int hour = 8)
    {
        var calendar = (await service.InputAsync(SmallService.Start)).Calendar;
        return await service.Database.ChangeAsync(context => new LeaderNewsKeeper(context, service.Key, SmallService.Post, calendar)
            .KeepAsync(SwedishTime.At(day + new LocalTime(hour, 0)), default));
    }
}
