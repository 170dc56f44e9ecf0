// Long because each way in which a year can change is told to the same two people.
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Invitations;

public sealed class InvitationTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_adopted_year_invites_each_member_to_their_meetings_and_a_summary_leads_three_or_more(
        Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        Assert.Empty(await service.LaidAsync());

        var publication = await service.PublishAsync(SmallService.Start, PlanState.Adopted);

        var laid = await service.LaidAsync();
        Assert.Equal(publication!.Mails.Lines(), laid.Lines());
        var meetings = (await service.InForceAsync()).Meetings;
        Assert.Equal(
            ["summary", .. meetings.Select(_ => "invite")], laid.Where(mail => mail.Recipient == Anna).Select(mail => mail.Kind));
        Assert.Equal(["invite", "invite"], laid.Where(mail => mail.Recipient == Bo).Select(mail => mail.Kind));
        Assert.Equal(meetings.Select(meeting => meeting.Uid), laid.Where(mail => mail.Recipient == Anna).Skip(1).Select(mail => mail.Uid));
        var first = meetings[0];
        Assert.Contains($"{Anna} invite Ny: Nord {first.Title} {SwedishDates.Short(first.Date)} {SwedishDates.Clock(first.Start)}", laid.Lines());
    }

    [Fact]
    public async Task An_invite_is_one_meeting_from_the_mailbox_that_reads_answers_to_the_one_who_gets_it()
    {
        await using var service = await AdoptedAsync();

        var invite = (await service.LaidAsync()).First(mail => mail is { Recipient: Bo, Kind: "invite" });
        var read = ReadMail.Of(invite.Content);

        Assert.Empty(read.Defects);
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar;method=REQUEST", "application/ics"],
            read.Types);
        var lines = invite.Calendar();
        Assert.Contains("METHOD:REQUEST", lines);
        Assert.Contains($"UID:{invite.Uid}", lines);
        Assert.Contains("SEQUENCE:0", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Equal("mailto:arshjul@nord.example", Assert.Single(lines, line => line.StartsWith("ORGANIZER", StringComparison.Ordinal)).Split(':', 2)[1]);
        var attendee = Assert.Single(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.EndsWith($":mailto:{Bo}", attendee, StringComparison.Ordinal);
        Assert.Contains("RSVP=TRUE", attendee, StringComparison.Ordinal);
        Assert.Contains("https://samverkan.nord.example/svar/", read.Contents[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_meeting_tells_old_and_new_time_and_asks_again_while_new_words_leave_the_answer()
    {
        await using var service = await AdoptedAsync();
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        await AnswerAsync(service, meeting.Uid, Bo);
        var last = await service.LastAsync();
        await service.EditAsync(2027, SmallService.Start, (edit, plan) => edit.Place(plan, meeting.Id, new MeetingPlace(null, null, "https://video.example/m")));
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        var day = meeting.Date.PlusDays(meeting.Date.DayOfWeek == IsoDayOfWeek.Friday ? -1 : 1);
        await service.EditAsync(2027, SmallService.Start, (edit, plan) => edit.Move(plan, meeting.Id, day));
        await service.PublishAsync(SmallService.Start + Duration.FromHours(1), PlanState.Adopted);

        var told = (await service.LaidAsync(last)).Where(mail => mail.Recipient == Bo).ToList();
        var clock = SwedishDates.Clock(meeting.Start);
        Assert.Equal(
            [$"{Bo} update Ny plats: Nord {meeting.Title} {SwedishDates.Short(meeting.Date)} {clock}",
             $"{Bo} update Flyttad: Nord {meeting.Title} {SwedishDates.Short(meeting.Date)} {clock} → {SwedishDates.Short(day)} {clock}"],
            told.Lines());
        Assert.Contains("PARTSTAT=ACCEPTED", string.Join('\n', told[0].Calendar()), StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", told[1].Calendar());
        Assert.Contains("PARTSTAT=NEEDS-ACTION", string.Join('\n', told[1].Calendar()), StringComparison.Ordinal);
        Assert.Contains("Anslut: https://video.example/m", string.Join('\n', told[1].Calendar()), StringComparison.Ordinal);
        Assert.Contains(SwedishDates.Long(meeting.Date), ReadMail.Of(told[1].Content).Contents[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_words_are_told_with_the_same_sequence_and_the_answer_stands()
    {
        await using var service = await AdoptedAsync();
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/styrgrupp");
        await AnswerAsync(service, meeting.Uid, Anna);
        var last = await service.LastAsync();
        service.Charters["nord"] = SmallFiles.Nord.Replace("purpose: Besluta", "purpose: Besluta om året");
        await service.KeepAsync(SmallService.Start + Duration.FromHours(1));
        await service.PublishAsync(SmallService.Start + Duration.FromHours(2), PlanState.Adopted);

        var told = (await service.LaidAsync(last)).First(mail => mail.Uid == meeting.Uid);
        Assert.StartsWith("Ändrad: ", told.Subject, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", told.Calendar());
        Assert.Contains("PARTSTAT=ACCEPTED", string.Join('\n', told.Calendar()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_meeting_leaves_the_calendars_with_its_reason()
    {
        await using var service = await AdoptedAsync();
        var meeting = (await service.InForceAsync()).Meetings[0];
        var last = await service.LastAsync();
        await service.EditAsync(2027, SmallService.Start, (edit, plan) =>
            edit.Cancel(plan, meeting.Id, SwedishTime.DayOf(SmallService.Start), "Ordföranden är sjuk"));
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);

        var told = (await service.LaidAsync(last)).First();
        Assert.Equal((DeliveryKind.Cancellation, $"Inställd: Nord {meeting.Title} {SwedishDates.Short(meeting.Date)} {SwedishDates.Clock(meeting.Start)}"),
            (told.Kind, told.Subject));
        Assert.Subset(told.Calendar().ToHashSet(), new HashSet<string> { "METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED" });
        Assert.Contains("Ordföranden är sjuk", ReadMail.Of(told.Content).Contents[0], StringComparison.Ordinal);
        Assert.Equal(InvitationState.Withdrawn, (await service.ToldAsync(meeting.Uid, Anna)).State);
    }

    [Fact]
    public async Task Who_joins_is_invited_to_what_is_to_come_and_who_leaves_is_asked_no_longer()
    {
        await using var service = await AdoptedAsync();
        var coming = (await service.InForceAsync()).Meetings.Where(own => own.Groups[0] == "nord/beredning").ToList();
        var later = SwedishTime.StartOf(coming[0].Date.PlusDays(1));
        var last = await service.LastAsync();
        service.List = SmallFiles.People.Replace("utredare,Bo Alm,bo@", "utredare,Cia Dahl,cia@");
        await service.InputAsync(later);
        await service.KeepInvitationsAsync(later);

        var told = await service.LaidAsync(last);
        Assert.Equal(["bo@nord.example cancellation", "cia@nord.example invite"],
            told.Select(mail => $"{mail.Recipient} {mail.Kind}").Order());
        Assert.All(told, mail => Assert.Equal(coming[1].Uid, mail.Uid));
        Assert.DoesNotContain("STATUS:CANCELLED", told.Single(mail => mail.Recipient == Bo).Calendar());
        Assert.Empty(await service.KeepInvitationsAsync(later + Duration.FromHours(1)));
    }

    [Fact]
    public async Task What_is_saved_without_sending_is_told_with_the_next_publication()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        var order = new PublishOrder("nord", 2027, PlanState.Adopted, "Anna", "adopt") { HoldBack = true };
        Assert.Empty((await service.Publisher.PublishAsync(order, SmallService.Start))!.Mails);
        Assert.Empty(await service.KeepInvitationsAsync(SmallService.Start));
        Assert.Empty(await service.LaidAsync());

        var rehearsed = await service.Publisher.RehearseAsync(order with { HoldBack = false }, SmallService.Start);
        Assert.Empty(await service.LaidAsync());
        var published = await service.PublishAsync(SmallService.Start, PlanState.Adopted);

        Assert.Equal(rehearsed!.Mails.Lines(), published!.Mails.Lines());
        Assert.Equal(rehearsed.Mails.Select(mail => mail.Key), (await service.LaidAsync()).Select(mail => mail.Key));
        Assert.Empty((await service.PublishAsync(SmallService.Start, PlanState.Adopted))!.Mails);
    }

    [Fact]
    public async Task A_proposed_meeting_moved_close_at_hand_is_told_in_words_and_one_far_off_is_not()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        var (near, far) = ((await service.InForceAsync()).Meetings[0], (await service.InForceAsync()).Meetings[^1]);
        var eve = SwedishTime.StartOf(near.Date.PlusDays(-3)) + Duration.FromHours(9);
        await service.EditAsync(2027, eve, (edit, plan) => edit.Move(plan, near.Id, near.Date, near.Start.PlusHours(1)));
        await service.EditAsync(2027, eve, (edit, plan) => edit.Move(plan, far.Id, far.Date, far.Start.PlusHours(1)));
        var mails = (await service.PublishAsync(eve))!.Mails;

        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Equal((DeliveryKind.Notice, near.Uid), (mail.Kind, mail.Uid)));
        Assert.DoesNotContain("text/calendar", string.Join(' ', ReadMail.Of(mails[0].Content).Types), StringComparison.Ordinal);
        Assert.StartsWith("Flyttad: ", mails[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collaboration_may_tell_its_adopted_year_in_one_letter_and_invite_to_what_changes_later()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        service.Charters["nord"] = SmallFiles.Nord + "\ninvitations: { adopted: summary, addresses: all }";
        await service.KeepAsync(SmallService.Start);
        var mails = (await service.PublishAsync(SmallService.Start, PlanState.Adopted))!.Mails;
        Assert.Equal([$"{Anna} summary Nord: 2027 är fastställt", $"{Bo} summary Nord: 2027 är fastställt"], mails.Lines());
        Assert.Contains("/feeds/p/", ReadMail.Of(mails[0].Content).Contents[0], StringComparison.Ordinal);

        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        await service.EditAsync(2027, SmallService.Start, (edit, plan) => edit.Move(plan, meeting.Id, meeting.Date, meeting.Start.PlusHours(2)));
        var moved = (await service.PublishAsync(SmallService.Start, PlanState.Adopted))!.Mails;

        Assert.Equal([(Anna, "update"), (Bo, "update")], moved.Select(mail => (mail.Recipient, mail.Kind)));
        Assert.Equal(2, moved[0].Calendar().Count(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_persons_own_calendar_leaves_out_what_an_invite_shows_unless_they_want_it()
    {
        await using var service = await AdoptedAsync();
        Assert.Contains("SUMMARY:Beredningen", System.Text.Encoding.UTF8.GetString((await service.FeedAsync("person:" + Bo)).Content), StringComparison.Ordinal);
        await service.Database.ChangeAsync(context => context.Deliveries.ExecuteUpdateAsync(row =>
            row.SetProperty(own => own.State, DeliveryState.Sent)));
        await service.WriteFeedsAsync(SmallService.Start);
        var feed = await service.FeedAsync("person:" + Bo);
        Assert.DoesNotContain("SUMMARY:Beredningen", System.Text.Encoding.UTF8.GetString(feed.Content), StringComparison.Ordinal);
        await service.Database.ChangeAsync(async context =>
        {
            context.PersonChoices.Add(new() { Email = Bo, Language = "sv", IsFeedClosed = false, ShowsInvited = true });
            return await context.SaveChangesAsync();
        });
        await service.WriteFeedsAsync(SmallService.Start);
        feed = await service.FeedAsync("person:" + Bo);
        Assert.Contains("SUMMARY:Beredningen", System.Text.Encoding.UTF8.GetString(feed.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_goes_to_and_fro_close_at_hand_is_told_each_time()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        var near = (await service.InForceAsync()).Meetings[0];
        var eve = SwedishTime.StartOf(near.Date.PlusDays(-3)) + Duration.FromHours(9);
        for (var turn = 0; turn < 3; turn++)
        {
            await service.EditAsync(2027, eve, (edit, plan) =>
                edit.Move(plan, near.Id, near.Date, near.Start.PlusHours(1 - turn % 2)));
            Assert.NotEmpty((await service.PublishAsync(eve))!.Mails);
        }
    }

    [Fact]
    public async Task A_stand_in_is_asked_no_longer_when_the_one_they_stand_in_for_has_left()
    {
        await using var service = await AdoptedAsync();
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        await service.Database.ChangeAsync(async context =>
        {
            await StandIns.NameAsync(context, new StandIn
            {
                Uid = meeting.Uid, Seat = "nord/beredning.utredare", For = Bo, Name = "Rut", Email = "rut@nord.example",
                NamedBy = Anna, Named = SmallService.Start,
            }, default);
            return 0;
        });
        var named = Assert.Single(await service.KeepInvitationsAsync(SmallService.Start));
        Assert.Contains("som ersättare", ReadMail.Of(named.Content).Contents[0], StringComparison.Ordinal);
        service.List = SmallFiles.People.Replace("utredare,Bo Alm,bo@", "utredare,Cia Dahl,cia@");
        var later = SmallService.Start + Duration.FromDays(2);
        await service.InputAsync(later);
        var told = await service.KeepInvitationsAsync(later);
        Assert.Contains($"rut@nord.example {DeliveryKind.Cancellation}", told.Select(mail => $"{mail.Recipient} {mail.Kind}"));
    }

    [Fact]
    public async Task Nobody_is_told_that_an_invite_is_taken_back_that_never_came()
    {
        await using var service = await AdoptedAsync();
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        await service.Database.ChangeAsync(context => context.Deliveries.Where(own => own.Recipient == Bo)
            .ExecuteUpdateAsync(row => row.SetProperty(own => own.State, DeliveryState.Parked)));
        await service.EditAsync(2027, SmallService.Start, (edit, plan) =>
            edit.Cancel(plan, meeting.Id, SwedishTime.DayOf(SmallService.Start), "Ordföranden är sjuk"));
        var mails = (await service.PublishAsync(SmallService.Start, PlanState.Adopted))!.Mails;
        Assert.Equal([Anna], mails.Select(mail => mail.Recipient));
        Assert.Equal(DeliveryState.Dropped, (await service.LaidAsync()).First(own => own.Recipient == Bo && own.Uid == meeting.Uid).State);
    }

    private static async Task<SmallService> AdoptedAsync()
    {
        var service = await SmallService.StartedAsync(Provider.Sqlite);
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        return service;
    }

    private static Task<int> AnswerAsync(SmallService service, string uid, string email) => service.Database.ChangeAsync(async context =>
    {
        var row = await context.Invitations.SingleAsync(own => own.Uid == uid && own.Email == email);
        (row.Answer, row.AnsweredSequence) = (Answer.Yes, row.Sequence);
        return 0;
    });
}
