using AnnualCycle.Plans;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Invitations;

/// <summary>Invites come from Outlook, or in the service's own mails to whoever wants that; never by both ways.</summary>
public sealed class InviteWayTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example", Office = "kansli@nord.example";

    private static readonly Correspondence Post = SmallService.Post with
    {
        Outlook = new OutlookSettings
        {
            Organisers = new Dictionary<string, OutlookOrganiser> { ["nord"] = new(Office, IsOnline: false) },
            Domains = ["nord.example"],
        },
    };

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_publishing_makes_in_Outlook_is_said_beforehand_and_is_what_is_made(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        var publisher = new Publisher(service.Database, service.Key, Post);
        var order = new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "adopt");

        var said = PublicationTally.Of((await publisher.RehearseAsync(order, SmallService.Start))!, Post.Outlook);

        Assert.Empty(await RowsAsync(service));
        var meetings = (await service.InForceAsync()).Meetings;
        var asked = meetings.Sum(meeting => meeting.Groups[0] == "nord/beredning" ? 2 : 1);
        Assert.Equal(["Ingen får mejl från tjänsten.",
            $"I Outlook ({Office}): {meetings.Count} nya. Outlook skickar {asked} mejl till 2 personer."], said.Lines("e-post"));
        var done = await publisher.PublishAsync(order, SmallService.Start);
        Assert.Equal(said.Lines(), PublicationTally.Of(done!, Post.Outlook).Lines());
        Assert.Equal(meetings.Count, (await RowsAsync(service)).Count);
        Assert.Empty(await service.LaidAsync());
    }

    [Fact]
    public async Task A_slow_mailbox_says_how_long_it_takes()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        var slow = Post with { Outlook = Post.Outlook with { MailsPerMinute = 1 } };
        var rehearsed = await new Publisher(service.Database, service.Key, slow).RehearseAsync(
            new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "adopt"), SmallService.Start);
        var tally = Assert.Single(PublicationTally.Of(rehearsed!, slow.Outlook).Outlook);
        Assert.EndsWith($" Det tar omkring {tally.Mails} minuter.", tally.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minuter", Assert.Single(PublicationTally.Of(rehearsed!, Post.Outlook).Outlook).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_chooses_mails_leaves_the_entries_and_is_invited_by_mail_once_and_may_change_her_mind(Provider provider)
    {
        await using var service = await ToldAsync(provider);
        var own = (await service.InForceAsync()).Meetings.Count;

        var (mails, outlook) = await ChooseAsync(service, byMail: true);

        Assert.Equal([.. Enumerable.Repeat("invite", own), "summary"], mails.Where(mail => mail.Recipient == Anna).Select(mail => mail.Kind).Order());
        Assert.DoesNotContain(mails, mail => mail.Recipient != Anna);
        // Where she was alone there is no entry any more; where Bo sits, too, he hears nothing of it.
        Assert.Equal(own, outlook.Count);
        Assert.All(outlook, change => Assert.Equal([Anna], change.Receivers.Select(one => one.Email)));
        Assert.Equal(own, await CountAsync(service, InviteChannel.Mail));
        Assert.Equal((0, 0), await AgainAsync(service));

        await OutlookDoesAsync(service);
        (mails, outlook) = await ChooseAsync(service, byMail: false);
        Assert.Equal([.. Enumerable.Repeat("cancellation", own), "summary"], mails.Select(mail => mail.Kind).Order());
        Assert.All(outlook, change => Assert.Equal([Anna], change.Receivers.Select(one => one.Email)));
        Assert.Equal(own, outlook.Count);
        Assert.Equal(0, await CountAsync(service, InviteChannel.Mail));
        Assert.Equal((0, 0), await AgainAsync(service));
    }

    [Fact]
    public async Task What_somebody_did_in_Outlook_and_the_plan_takes_in_costs_nobody_a_mail()
    {
        await using var service = await ToldAsync(Provider.Sqlite);
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        var day = meeting.Date.PlusDays(meeting.Date.DayOfWeek == IsoDayOfWeek.Friday ? -1 : 1);
        await service.EditAsync(2027, SmallService.Start, (edit, plan) => edit.Move(plan, meeting.Id, day));
        var order = new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "publish");
        var publisher = new Publisher(service.Database, service.Key, Post);
        Assert.Equal(2, (await publisher.RehearseAsync(order, SmallService.Start))!.Outlook.Sum(change => change.Mails));

        await service.Database.ChangeAsync(async context =>
        {
            var own = await context.OutlookMeetings.SingleAsync(row => row.Uid == meeting.Uid);
            own.Drift = new OutlookDrift(OutlookEvent.Read(own.Told!) with { Date = day }).Written;
            return true;
        });
        Assert.True(await new OutlookDesk(service.Database).LetStandAsync(meeting.Uid, Office, Anna, SmallService.Start, default));

        var after = await publisher.RehearseAsync(order, SmallService.Start);
        Assert.Equal(0, after!.Outlook.Sum(change => change.Mails));
        Assert.Equal("Ingen får mejl.", Assert.Single(PublicationTally.Of(after, Post.Outlook).Lines()));
    }

    [Theory]
    [InlineData(null, "I Outlook: borttaget eller inställt. Hos oss: tor 4 feb 09:00.")]
    [InlineData("2027-02-05 10:00 11:00 Rådsalen", "I Outlook: fre 5 feb 10:00. Hos oss: tor 4 feb 09:00.")]
    [InlineData("2027-02-04 09:00 11:00 Rådsalen", "I Outlook: tor 4 feb 09:00–11:00. Hos oss: tor 4 feb 09:00–10:00.")]
    [InlineData("2027-02-04 09:00 10:00 Kajen", "Plats i Outlook: Kajen. Hos oss: Rådsalen.")]
    public void What_is_otherwise_in_Outlook_is_said_in_words(string? found, string said)
    {
        var ours = new OutlookEvent("Nord Styrgruppen", "", new LocalDate(2027, 2, 4), new LocalTime(9, 0), new LocalTime(10, 0))
        {
            Location = "Rådsalen", Attendees = [new OutlookAttendee(Anna, "Anna Ek", true)],
        };
        Assert.Equal([said], DriftWords.Of(new OutlookDrift(found?.Split(' ') is [var day, var start, var end, var place] ? ours with
        {
            Date = Day(day), Start = Clock(start), End = Clock(end), Location = place,
        } : null), ours));
        Assert.Equal(["Rubrik i Outlook: ”Lunch”. Hos oss: ”Nord Styrgruppen”.", "Inte längre kallade i Outlook: Anna Ek."],
            DriftWords.Of(new OutlookDrift(ours with { Subject = "Lunch", Attendees = [] }), ours));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static LocalTime Clock(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static async Task<SmallService> ToldAsync(Provider provider)
    {
        var service = await SmallService.StartedAsync(provider);
        await new Publisher(service.Database, service.Key, Post).PublishAsync(
            new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "adopt"), SmallService.Start);
        await OutlookDoesAsync(service);
        return service;
    }

    // All that is wanted stands there.
    private static Task OutlookDoesAsync(SmallService service) => service.Database.ChangeAsync(async context =>
    {
        foreach (var own in await context.OutlookMeetings.ToListAsync())
        {
            (own.Told, own.Seen, own.ToldRevision) = (own.Wanted, own.Wanted, own.WantedRevision);
        }

        return true;
    });

    private static Task<(IReadOnlyList<Storage.Deliveries.Delivery> Mails, IReadOnlyList<OutlookChange> Outlook)> ChooseAsync(
        SmallService service, bool byMail) => service.Database.ChangeAsync(async context =>
        {
            var own = await MailChoices.ReadAsync(context, Anna, default);
            Assert.True(await MailChoices.ChangeAsync(context, own with { InvitesByMail = byMail }, SmallService.Start, default));
            return await KeepAsync(context, service);
        });

    private static async Task<(int, int)> AgainAsync(SmallService service)
    {
        var (mails, outlook) = await service.Database.ChangeAsync(context => KeepAsync(context, service));
        return (mails.Count, outlook.Count);
    }

    private static async Task<(IReadOnlyList<Storage.Deliveries.Delivery>, IReadOnlyList<OutlookChange>)> KeepAsync(
        AnnualCycleContext context, SmallService service)
    {
        var keeper = new InvitationKeeper(context, service.Key, Post, SmallService.Start, SwedishTime.Of(SmallService.Start));
        return (await keeper.KeepAllAsync(default), keeper.Outlook);
    }

    private static async Task<int> CountAsync(SmallService service, InviteChannel channel)
    {
        await using var context = service.Database.Open();
        return await context.Invitations.CountAsync(own =>
            own.Email == Anna && own.State == InvitationState.Live && own.Channel == channel);
    }

    private static async Task<IReadOnlyList<OutlookMeeting>> RowsAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        return await context.OutlookMeetings.AsNoTracking().ToListAsync();
    }
}
