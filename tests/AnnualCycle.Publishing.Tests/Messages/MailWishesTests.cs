using AnnualCycle.Plans;
using AnnualCycle.Publishing.Links;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Tests.Invitations;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Messages;

public sealed class MailWishesTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example";

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_turned_invites_off_gets_none_and_everybody_else_theirs_with_the_way_out(Provider provider)
    {
        await using var service = await SmallService.StartedAsync(provider);
        await MuteAsync(service, Bo, MailGroup.Invites);

        await service.PublishAsync(SmallService.Start, PlanState.Adopted);

        var laid = await service.LaidAsync();
        Assert.DoesNotContain(laid, mail => mail.Recipient == Bo);
        var first = laid.First(mail => mail is { Recipient: Anna, Kind: "invite" });
        var read = ReadMail.Of(first.Content);
        var page = Assert.Single(read.Contents[0].Split('(', ')'), word => word.Contains("/mejl/", StringComparison.Ordinal));
        Assert.Contains($"List-Unsubscribe: <{page}/av/invites>", Unfolded(first.Content), StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", Unfolded(first.Content), StringComparison.Ordinal);
        await using var context = service.Database.Open();
        Assert.Equal(Anna, (await PersonLinks.FindAsync(context, PersonLinkPurpose.Mails, page.Split('/')[^1], default))?.Email);
    }

    [Fact]
    public async Task Whoever_turns_invites_off_later_has_those_they_hold_kept_right()
    {
        await using var service = await AdoptedAsync();
        await MuteAsync(service, Bo, MailGroup.Invites);
        var last = await service.LastAsync();
        await MoveAsync(service, (await OwnAsync(service)).Id, SmallService.Start);

        Assert.Equal(["update"], (await service.LaidAsync(last)).Where(mail => mail.Recipient == Bo).Select(mail => mail.Kind));
    }

    [Fact]
    public async Task Without_invites_one_is_still_told_of_a_meeting_that_moves_within_the_week()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        await MuteAsync(service, Bo, MailGroup.Invites);
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        var meeting = await OwnAsync(service);

        await MoveAsync(service, meeting.Id, SwedishTime.At(meeting.Date.PlusDays(-4).At(new LocalTime(12, 0))));
        Assert.Equal([$"{Bo} notice"], (await service.LaidAsync()).Where(mail => mail.Recipient == Bo).Select(mail => $"{mail.Recipient} {mail.Kind}"));
    }

    [Fact]
    public async Task Whoever_wants_invites_again_gets_those_of_the_meetings_to_come()
    {
        await using var service = await SmallService.StartedAsync(Provider.Sqlite);
        await MuteAsync(service, Bo, MailGroup.Invites);
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        await service.Database.ChangeAsync(async context =>
        {
            context.RemoveRange(context.MutedMails);
            return await context.SaveChangesAsync();
        });
        await service.KeepInvitationsAsync(SmallService.Start + Duration.FromDays(1));
        Assert.Equal(["invite", "invite"], (await service.LaidAsync()).Where(mail => mail.Recipient == Bo).Select(mail => mail.Kind));
    }

    private static async Task<SmallService> AdoptedAsync()
    {
        var service = await SmallService.StartedAsync(Provider.Sqlite);
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        return service;
    }

    // A meeting that Bo is asked to.
    private static async Task<PlannedMeeting> OwnAsync(SmallService service) =>
        (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");

    private static async Task MoveAsync(SmallService service, string meeting, Instant now)
    {
        await service.EditAsync(2027, now, (edit, plan) =>
        {
            var date = plan.Meetings.Single(own => own.Id == meeting).Date;
            return edit.Move(plan, meeting, date.PlusDays(date.DayOfWeek == IsoDayOfWeek.Friday ? -1 : 1));
        });
        await service.PublishAsync(now, PlanState.Adopted);
    }

    private static Task<int> MuteAsync(SmallService service, string email, MailGroup group) =>
        service.Database.ChangeAsync(async context =>
        {
            context.MutedMails.Add(new MutedMail { Email = email, Kind = group.Name, Since = SmallService.Start });
            return await context.SaveChangesAsync();
        });

    private static string Unfolded(byte[] content) =>
        System.Text.Encoding.UTF8.GetString(content).Replace("\r\n ", " ", StringComparison.Ordinal);
}
