// Long because each way in which news can wait or go is shown against the same week.
using AnnualCycle.Plans;
using AnnualCycle.Publishing.LeaderNews;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Tests.Invitations;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.LeaderNews;

/// <summary>A process leader is told once what there is to see to, on Mondays and before a meeting that is near.</summary>
public sealed class LeaderNewsTests
{
    private const string Leader = "ledaren@nord.example";

    // Both of next year's first meetings are further off, and this year's are held.
    private static readonly LocalDate Monday = new(2027, 1, 11);

    public static IEnumerable<object[]> Both => TestDatabase.Both.Skip(1);

    [Theory, MemberData(nameof(Both))]
    public async Task On_Monday_at_eight_the_leader_is_told_what_is_new_and_never_again(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        await StopAsync(service, "stopped-1", Monday.PlusDays(-2));
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(-1), 10));
        Assert.Empty(await KeepAsync(service, Monday, 7));

        var mail = Assert.Single(await KeepAsync(service, Monday, 8));
        Assert.Equal((Leader, "leader-news", "nord"), (mail.Recipient, mail.Kind, mail.Collaboration));
        Assert.StartsWith("Nord: 1 sak att se till, vecka 2", mail.Subject, StringComparison.Ordinal);
        var text = ReadMail.Of(mail.Content).Contents[0];
        Assert.Contains("– Ny: Styrgruppen (https://samverkan.nord.example/nord/utskick), till bo@nord.example", text, StringComparison.Ordinal);
        Assert.Contains("/mejl/", text, StringComparison.Ordinal);

        Assert.Empty(await KeepAsync(service, Monday, 9));
        await StopAsync(service, "stopped-2", Monday);
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(1), 10));
        Assert.Equal("Nord: 1 sak att se till, vecka 3", Assert.Single(await KeepAsync(service, Monday.PlusDays(7), 8)).Subject);
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(14), 8));
    }

    [Fact]
    public async Task A_red_Monday_gives_way_to_the_next_working_day_and_a_service_that_was_down_tells_later_in_the_week()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await KeepAsync(service, Monday, 8);
        var easter = new LocalDate(2027, 3, 29);
        await StopAsync(service, "stopped-1", easter.PlusDays(-5));
        Assert.Empty(await KeepAsync(service, easter, 10));
        Assert.Single(await KeepAsync(service, easter.PlusDays(1), 8));
        await StopAsync(service, "stopped-2", easter.PlusDays(2));
        Assert.Empty(await KeepAsync(service, easter.PlusDays(12), 10));
        Assert.Single(await KeepAsync(service, easter.PlusDays(10), 17));
    }

    [Fact]
    public async Task A_service_that_is_new_in_the_middle_of_a_week_waits_for_Monday()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await StopAsync(service, "stopped-1", Monday.PlusDays(-2));
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(2), 10));
        Assert.Single(await KeepAsync(service, Monday.PlusDays(7), 8));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_is_told_to_the_leader_who_did_not_make_it_and_again_when_it_grows(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        await KeepAsync(service, Monday, 8);
        await DraftAsync(service, "tjänsten", "Ledamöterna är ändrade\nMöte flyttas", Monday.PlusDays(1));
        var mail = Assert.Single(await KeepAsync(service, Monday.PlusDays(7), 8));
        Assert.Contains("– Utkastet för 2027 (https://samverkan.nord.example/nord/publicera/2027): Ledamöterna är ändrade",
            ReadMail.Of(mail.Content).Contents[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Möte flyttas", ReadMail.Of(mail.Content).Contents[0], StringComparison.Ordinal);
        await DraftAsync(service, Leader, "Planerat på begäran", Monday.PlusDays(8));
        Assert.Empty(await KeepAsync(service, Monday.PlusDays(14), 8));
        await DraftAsync(service, "tjänsten", "Kalendern är ändrad", Monday.PlusDays(15));
        Assert.Single(await KeepAsync(service, Monday.PlusDays(21), 8));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Within_two_weeks_of_a_meeting_its_year_s_news_does_not_wait_but_other_news_does(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        var first = (await service.InForceAsync()).Meetings.OrderBy(meeting => meeting.Date).First();
        var monday = first.Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusDays(-7);
        await KeepAsync(service, monday.PlusDays(-21), 8);
        await KeepAsync(service, monday, 8);
        var near = monday.PlusDays(1);
        await StopAsync(service, "of-no-meeting", monday);
        Assert.Empty(await KeepAsync(service, near, 17));
        await DraftAsync(service, "tjänsten", "Ledamöterna är ändrade", near);
        Assert.Empty(await KeepAsync(service, near, 19));
        var mail = Assert.Single(await KeepAsync(service, near.PlusDays(1), 9));
        Assert.StartsWith("Nord: 1 sak att se till före mötet", mail.Subject, StringComparison.Ordinal);
        Assert.Empty(await KeepAsync(service, near.PlusDays(1), 10));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Too_few_answers_are_told_once_for_a_meeting_and_its_day(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        var meeting = (await service.InForceAsync()).Meetings.First(own => own.Groups[0] == "nord/beredning");
        await service.Database.ChangeAsync(async context =>
        {
            foreach (var own in await context.Invitations.Where(own => own.Uid == meeting.Uid).ToListAsync())
            {
                (own.Answer, own.AnsweredSequence) = (Answer.No, own.Sequence);
            }

            return true;
        });
        var day = meeting.Date.PlusDays(-20).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var mail = Assert.Single(await KeepAsync(service, Open(day), 8));
        var text = ReadMail.Of(mail.Content).Contents[0];
        Assert.Contains($"– {meeting.Title}, {SwedishDates.Long(meeting.Date)} {meeting.Date.Year} (https://samverkan.nord.example/nord/moten/"
            + $"{meeting.Uid.Split('@')[0]}): 0 av 2 som behövs kan komma", text, StringComparison.Ordinal);
        Assert.Empty(await KeepAsync(service, Open(day.PlusDays(7)), 8));
    }

    [Fact]
    public async Task Whoever_does_not_want_the_news_gets_none_and_another_leader_does()
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await service.Database.ChangeAsync(async context =>
        {
            context.MutedMails.Add(new MutedMail { Email = Leader, Kind = MailGroup.LeaderNews.Name, Since = SmallService.Start });
            await new RoleGrants(context, "prov", SmallService.Start).GiveAsync("andra@nord.example", Role.ProcessLeader, "nord", default);
            return true;
        });
        await StopAsync(service, "stopped-1", Monday.PlusDays(-2));
        Assert.Equal("andra@nord.example", Assert.Single(await KeepAsync(service, Monday, 8)).Recipient);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_that_tell_at_once_tell_once(Provider provider)
    {
        await using var service = await StartedAsync(provider);
        await StopAsync(service, "stopped-1", Monday.PlusDays(-2));
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TriedAsync(service))));
        Assert.Single(both.SelectMany(own => own));
        Assert.Single((await service.LaidAsync()), mail => mail.Kind == DeliveryKind.LeaderNews);
    }

    [Theory]
    [InlineData("sv"), InlineData("en")]
    public async Task Of_much_of_a_kind_five_are_named_and_the_rest_counted(string language)
    {
        await using var service = await StartedAsync(Provider.Sqlite);
        await service.Database.ChangeAsync(context =>
        {
            context.PersonChoices.Add(new PersonChoice { Email = Leader, Language = language, IsFeedClosed = false });
            return Task.FromResult(true);
        });
        for (var number = 0; number < 8; number++)
        {
            await StopAsync(service, $"stopped-{number}", Monday.PlusDays(-2));
        }

        var text = ReadMail.Of(Assert.Single(await KeepAsync(service, Monday, 8)).Content).Contents[0];
        Assert.Equal(5, text.Split("/nord/utskick").Length - 1);
        Assert.Contains(language == "sv" ? "– och 3 till" : "– and 3 more", text, StringComparison.Ordinal);
    }

    // A worker that lost the race begins again, as the job does.
    private static async Task<IReadOnlyList<Delivery>> TriedAsync(SmallService service)
    {
        try
        {
            return await KeepAsync(service, Monday, 8);
        }
        catch (DbUpdateException)
        {
            return await KeepAsync(service, Monday, 8);
        }
    }

    private static async Task<SmallService> StartedAsync(Provider provider)
    {
        var service = await SmallService.StartedAsync(provider);
        await service.Database.ChangeAsync(async context =>
        {
            await new RoleGrants(context, "prov", SmallService.Start).GiveAsync(Leader, Role.ProcessLeader, "nord", default);
            return true;
        });
        await service.PublishAsync(SmallService.Start, PlanState.Adopted);
        return service;
    }

    private static async Task<IReadOnlyList<Delivery>> KeepAsync(SmallService service, LocalDate day, int hour)
    {
        var calendar = (await service.InputAsync(SmallService.Start)).Calendar;
        return await service.Database.ChangeAsync(context => new LeaderNewsKeeper(context, service.Key, SmallService.Post, calendar)
            .KeepAsync(SwedishTime.At(day + new LocalTime(hour, 0)), default));
    }

    private static Task StopAsync(SmallService service, string key, LocalDate day) => service.Database.ChangeAsync(context =>
    {
        var at = SwedishTime.At(day + new LocalTime(12, 0));
        context.Deliveries.Add(new Delivery
        {
            Key = key, Kind = DeliveryKind.Invite, Collaboration = "nord", Recipient = "bo@nord.example", Subject = "Ny: Styrgruppen",
            Content = [], Created = at, NotBefore = at, Settled = at, State = DeliveryState.Parked,
        });
        return Task.FromResult(true);
    });

    private static Task DraftAsync(SmallService service, string who, string said, LocalDate day) => service.Database.ChangeAsync(async context =>
    {
        var inForce = (await new PlanBook(context).InForceAsync("nord", 2027, default))!;
        var text = new PlanDraftText("nord", "plan", who, said, inForce.Inputs) { Entry = said };
        return await new PlanBook(context).SaveDraftAsync(text, inForce.Plan, SwedishTime.At(day + new LocalTime(3, 0)), default);
    });

    private static LocalDate Open(LocalDate day) => AnnualCycle.Calendars.WorkingDays.Is(day) ? day
        : AnnualCycle.Calendars.WorkingDays.Add(day, 1);
}
