// Over 200 lines because every place that holds something of a person is gone through in one year of theirs.
using System.Text;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.People;

/// <summary>A person asks to be forgotten; the year goes on.</summary>
public sealed class PersonErasureTests
{
    private const string Anna = "anna@nord.example", Calendar = "own-calendar";

    private static readonly Instant Monday = SmallService.Start + Duration.FromDays(1);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_in_the_database_names_the_person_any_more(Provider provider)
    {
        await using var service = await NamedAsync(provider);
        Assert.Contains("Anna Ek", await WholeDatabase.TextAsync(service.Database), StringComparison.Ordinal);

        var erased = await ErasureOf(service).EraseAsync(" ANNA@nord.example", "Bo Alm", Monday);

        Assert.Equal(["Anna Ek"], erased.Person.Names);
        // Plans, log, charter, calendar, busy times; no role, no sign-in; a mail; no choice of her own; an invite, somebody
        // who stands in for her; two entries in Outlook and a mailbox; nothing in rounds and inbox, no reminder; the seat.
        Assert.Equal([2, 2, 1, 1, 1, 0, 0, 1, 0, 1, 1, 3, 0, 0, 0, 1], erased.Parts.Select(part => part.Count));
        var after = await WholeDatabase.TextAsync(service.Database);
        Assert.DoesNotContain("Anna Ek", after.Replace("Anna Ekman", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Anna, after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("En ledamot har många möten den veckan", after, StringComparison.Ordinal);
        Assert.Contains("Anna Ekman", after, StringComparison.Ordinal);
        Assert.Contains("En raderad person", after, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_plan_and_everybody_elses_calendar_stay_as_they_were(Provider provider)
    {
        await using var service = await NamedAsync(provider);
        var (plan, entries) = (await service.InForceAsync(), await EntriesAsync(service));
        var feeds = (await service.FeedsAsync()).Where(feed => feed.Id != PersonFeeds.IdOf(Anna)).ToList();

        await ErasureOf(service).EraseAsync(Anna, "Bo Alm", Monday);

        var after = await service.InForceAsync();
        Assert.Equal(plan.Meetings.Select(Place), after.Meetings.Select(Place));
        Assert.Equal(plan.Deadlines.Select(deadline => (deadline.Uid, deadline.Due)),
            after.Deadlines.Select(deadline => (deadline.Uid, deadline.Due)));
        Assert.Equal(entries, await EntriesAsync(service));
        Assert.Equal(feeds.Select(feed => (feed.Id, feed.ETag, feed.Version)),
            (await service.FeedsAsync()).Select(feed => (feed.Id, feed.ETag, feed.Version)));

        static (string, string, LocalDate, LocalTime, string) Place(PlannedMeeting meeting) =>
            (meeting.Id, meeting.Uid, meeting.Date, meeting.Start, meeting.Title);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_personal_address_never_answers_again_and_who_comes_back_gets_another(Provider provider)
    {
        await using var service = await NamedAsync(provider);
        var feed = await service.FeedAsync(PersonFeeds.IdOf(Anna));
        await ErasureOf(service).EraseAsync(Anna, "Bo Alm", Monday);

        await using (var context = service.Database.Open())
        {
            var closed = Assert.Single(await context.RevokedTokens.ToListAsync());
            Assert.Equal((feed.TokenHash, ""), (closed.TokenHash, closed.Feed));
            Assert.True(closed.Version > feed.Version);
        }

        await service.KeepAsync(Monday + Duration.FromDays(1));
        var back = await service.FeedAsync(PersonFeeds.IdOf(Anna));
        Assert.NotEqual(feed.TokenHash, back.TokenHash);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_somebody_wrote_about_the_person_leaves_the_calendars_that_show_it(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await service.Database.ChangeAsync(async context =>
        {
            var plan = await context.Plans.SingleAsync(own => own.Collaboration == "nord" && own.Year == 2027);
            plan.Plan = plan.Plan with
            {
                Meetings = [.. plan.Plan.Meetings.Select(meeting => meeting with { Purpose = "Tacka Anna Ek" })],
            };
            return 0;
        });
        await service.WriteFeedsAsync(SmallService.Start);
        Assert.Contains("Tacka Anna Ek", (await service.FeedAsync("nord")).Text(), StringComparison.Ordinal);

        await ErasureOf(service).EraseAsync(Anna, "Bo Alm", Monday);

        Assert.Contains("Tacka en ledamot", (await service.FeedAsync("nord")).Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_shown_beforehand_is_what_is_done_and_does_nothing(Provider provider)
    {
        await using var service = await NamedAsync(provider);
        var before = await WholeDatabase.TextAsync(service.Database);

        var shown = await ErasureOf(service).PreviewAsync(Anna, Monday);

        Assert.Equal(before, await WholeDatabase.TextAsync(service.Database));
        Assert.Equal(shown.Parts, (await ErasureOf(service).EraseAsync(Anna, "Bo Alm", Monday)).Parts);
        Assert.True((await ErasureOf(service).PreviewAsync(Anna, Monday)).IsNothing);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Outlook_is_asked_to_forget_what_is_to_come_and_what_is_past_is_left_alone(Provider provider)
    {
        await using var service = await NamedAsync(provider);

        await ErasureOf(service).EraseAsync(Anna, "Bo Alm", Monday);

        await using var context = service.Database.Open();
        var rows = await context.OutlookMeetings.OrderBy(own => own.Uid).ToListAsync();
        Assert.Equal([1, 2], rows.Select(own => own.WantedRevision));
        var (wanted, told) = (OutlookEvent.Read(rows[1].Wanted!), OutlookEvent.Read(rows[1].Told!));
        Assert.Equal(["bo@nord.example"], wanted.Attendees.Select(one => one.Email));
        Assert.Equal("Tacka en ledamot.", wanted.Text);
        Assert.True(told.Attendees[0].IsForgotten);
        Assert.NotEqual(told.Text, wanted.Text);
        Assert.Equal(["bo@nord.example"], OutlookEvent.Read(rows[0].Told!).Attendees.Select(one => one.Email));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_persons_data_are_handed_out_without_the_secret_address(Provider provider)
    {
        await using var service = await NamedAsync(provider);
        await using var context = service.Database.Open();

        var record = await PersonRecord.ReadAsync(context, Anna, default);

        Assert.Equal((1, 2, 2, 1),
            (record.Memberships.Count, record.Audit.Count, record.Plans.Count, record.Mails.Count));
        var json = record.ToJson();
        Assert.Contains("\"name\": \"Anna Ek\"", json, StringComparison.Ordinal);
        Assert.Equal(2, record.Outlook.Count);
        Assert.Contains("\"channel\": \"Mail\"", json, StringComparison.Ordinal);
        Assert.Contains("\"invitesByMail\": false", json, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Key.TokenOf(PersonFeeds.IdOf(Anna), 1), json, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Feed!.TokenHash!, json, StringComparison.Ordinal);
        Assert.True((await PersonRecord.ReadAsync(context, "ingen@nord.example", default)).IsEmpty);
    }

    private static PersonErasure ErasureOf(SmallService service) => new(service.Database, service.Key, [Calendar]);

    // Plans that name people as planning does, a line of the log by Anna, a charter that she changed, her own calendar, a
    // mail to her that waits.
    private static async Task<SmallService> NamedAsync(Provider provider)
    {
        var service = await SmallService.StartedAsync(provider);
        await service.Database.ChangeAsync(async context =>
        {
            var plan = await context.Plans.SingleAsync(own => own.Collaboration == "nord" && own.Year == 2027);
            plan.Plan = plan.Plan with { Meetings = [.. plan.Plan.Meetings.Select(Named)] };
            await new PlanBook(context).SaveDraftAsync(new PlanDraftText("nord", "move", "Anna Ek (sidan)",
                "Anna Ek flyttar", plan.Inputs), plan.Plan, SmallService.Start, default);
            context.Audit.Add(new AuditEntry
            {
                At = SmallService.Start, Who = "Bo Alm", Action = "renew-address", Collaboration = "",
                Subject = PersonFeeds.IdOf(Anna), Text = "Ny hemlig adress",
            });
            context.BusyCalendars.Add(new StoredBusyCalendar { Id = Calendar, Tried = SmallService.Start });
            context.Deliveries.Add(new Delivery
            {
                Key = "kallelse", Kind = DeliveryKind.Invite, Collaboration = "nord", Recipient = Anna,
                Subject = "Kallelse till Anna Ek", Content = Encoding.UTF8.GetBytes("Hej Anna Ek"),
                Created = SmallService.Start, NotBefore = SmallService.Start,
            });
            context.Invitations.Add(new Invitation
            {
                Uid = "mote@nord.example", Email = Anna, Collaboration = "nord", State = InvitationState.Live, Sequence = 0,
                Date = new LocalDate(2027, 2, 9), Start = "09:00", End = "10:00", Place = "", Print = "", TokenHash = "anna",
                Changed = SmallService.Start, Answer = Answer.No, Comment = "Anna Ek är på semester",
            });
            context.StandIns.Add(new StandIn
            {
                Uid = "mote@nord.example", Seat = "nord/styrgrupp.ordforande", For = Anna, Name = "Bo Alm",
                Email = "bo@nord.example", NamedBy = "anna@nord.example", Named = SmallService.Start,
            });
            context.OutlookMeetings.AddRange(InOutlook("mote@nord.example", 2027), InOutlook("gammalt@nord.example", 2026));
            context.OutlookMailboxes.Add(new OutlookMailbox { Mailbox = "kansli@nord.example", PausedBy = Anna });
            await context.SaveChangesAsync();
            return await context.Charters.Where(version => version.Collaboration == "nord").ExecuteUpdateAsync(
                row => row.SetProperty(version => version.CreatedBy, Anna));
        });
        return service;
    }

    // As it was told, as somebody found it changed, and as it is on its way.
    private static OutlookMeeting InOutlook(string uid, int year)
    {
        var told = new OutlookEvent("Nord Styrgruppen", "Tacka Anna Ek.", new LocalDate(year, 2, 9), new LocalTime(9, 0), new LocalTime(10, 0))
        {
            Attendees = [new OutlookAttendee(Anna, "Anna Ek", true), new OutlookAttendee("bo@nord.example", "Bo Alm", true)],
        };
        return new OutlookMeeting
        {
            Uid = uid, Mailbox = "kansli@nord.example", Collaboration = "nord", Wanted = told.Written, Told = told.Written,
            Seen = told.Written, Sending = told.Written, Drift = new OutlookDrift(told).Written, WantedRevision = 1, ToldRevision = 1,
            Trouble = $"{Anna} finns inte", Comment = "Anna Ek är sjuk", WantedAt = SmallService.Start, NotBefore = SmallService.Start,
        };
    }

    private static PlannedMeeting Named(PlannedMeeting meeting) => meeting with
    {
        Reasons =
        [
            new Reason("week-load", 3, "Anna Ek har många möten den veckan"), new Reason("x", 1, "Anna Ekman är där"),
        ],
        Alternatives = [new AlternativeSlot(meeting.Date, meeting.Start, 2, "Anna Ek är upptagen")],
    };

    private static async Task<IReadOnlyList<(string, int, string, Instant)>> EntriesAsync(SmallService service)
    {
        await using var context = service.Database.Open();
        return [.. (await context.Entries.OrderBy(entry => entry.Uid).ToListAsync())
            .Select(entry => (entry.Uid, entry.Sequence, entry.Print, entry.Changed))];
    }
}
