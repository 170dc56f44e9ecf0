// Over 200 lines because a round is followed from its first mail to its end.
using AnnualCycle.Plans;
using AnnualCycle.Publishing.People;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Publishing.Tests.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Rounds;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Rounds.SmallRound;

namespace AnnualCycle.Publishing.Tests.Rounds;

/// <summary>A year is proposed, and its members are asked before it is adopted.</summary>
public sealed class RoundTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Everybody_gets_one_mail_with_all_dates_of_their_groups_and_a_link_of_their_own(Provider provider)
    {
        await using var round = await NewAsync(provider);
        round.Service.List += "\nnord,beredning,utredare,Siv Sund,siv@nord.example";
        await round.Service.InputAsync(SmallService.Start);
        await round.Service.Database.ChangeAsync(async context =>
            (await context.Memberships.SingleAsync(row => row.Email == "siv@nord.example")).Substitute = true);

        var outline = await round.StartAsync();

        Assert.Equal([(Anna, 4), (Bo, 2)], outline.Persons.Select(person => (person.Email, person.Dates.Count)));
        var (anna, bo) = (Assert.Single(await round.MailsAsync(Anna)), Assert.Single(await round.MailsAsync(Bo)));
        Assert.Equal(2, (await round.DeliveriesAsync()).Count);
        Assert.NotEqual(TokenIn(anna), TokenIn(bo));
        Assert.Equal("Passar mötestiderna för Nord 2027?", anna["Subject"]);
        Assert.Equal(["multipart/alternative", "text/plain", "text/html"], anna.Types);
        Assert.Empty(anna.Defects);
        foreach (var content in anna.Contents)
        {
            Assert.Contains("senast fredag 4 december 2026", content, StringComparison.Ordinal);
            var days = (await round.Service.InForceAsync()).Meetings.Select(meeting =>
                content.IndexOf($"{SwedishDates.Long(meeting.Date)} 2027", StringComparison.Ordinal)).ToList();
            Assert.Equal(4, days.Count);
            Assert.DoesNotContain(-1, days);
            Assert.Equal(days.Order(), days);
            Assert.Contains("Beredningen", content, StringComparison.Ordinal);
            Assert.Contains(TokenIn(anna), content, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<img", anna.Contents[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Styrgruppen", bo.Contents[0], StringComparison.Ordinal);
        await using var context = round.Service.Database.Open();
        Assert.DoesNotContain(TokenIn(anna), string.Join(' ', context.RoundPersons.Select(own => own.TokenHash)),
            StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_chosen_English_is_asked_in_English(Provider provider)
    {
        await using var round = await NewAsync(provider);
        await new PersonChoices(round.Service.Database).ChangeAsync(
            Bo, "engelska", own => own.Language = PersonChoice.English, SmallService.Start, default);

        await round.StartAsync();

        var mail = Assert.Single(await round.MailsAsync(Bo));
        Assert.Equal("Can you make the dates of Nord 2027?", mail["Subject"]);
        Assert.Contains("no later than Friday 4 December 2026", mail.Contents[0], StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", mail.Contents[1], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_can_be_changed_until_the_last_day_is_over(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        Assert.True(await round.AnswerAsync(Anna, Noon(11, 24), Answer.Yes, "  Gärna på\r\nmorgonen ", (0, Answer.No)));
        Assert.True(await round.AnswerAsync(Anna, Noon(12, 4), null, new string('a', 600), (0, Answer.Maybe)));

        Assert.False(await round.AnswerAsync(Anna, Noon(12, 5), null, "för sent", (1, Answer.No)));
        var part = await round.PartAsync(Anna, Noon(12, 5));
        Assert.False(part.IsOpen);
        Assert.Equal([Answer.Maybe, Answer.Yes, Answer.Yes, Answer.Yes],
            part.Questions.Select(question => question.Answer!.Value));
        Assert.Equal(new string('a', RoundReplies.LongestComment - 1) + "…", part.Person.Comment);
        Assert.Equal(Noon(12, 4), part.Person.Answered);
        Assert.All((await round.PartAsync(Bo, Noon(12, 5))).Questions, question => Assert.Null(question.Answer));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_link_that_nobody_was_given_shows_and_changes_nothing(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await using var context = round.Service.Database.Open();
        var token = TokenIn((await round.MailsAsync(Anna))[0]);
        foreach (var guess in new[] { "", token[..^1], token + "A", token.ToLowerInvariant(), "å" })
        {
            Assert.Null(await RoundReplies.ReadAsync(context, guess, Noon(11, 24), default));
            Assert.False(await RoundReplies.TakeAsync(context, guess,
                new RoundReply(new Dictionary<string, Answer>(), Answer.No, null), Noon(11, 24), default));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Those_who_have_not_answered_are_reminded_once_three_working_days_before(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Anna, Noon(11, 24), Answer.Yes);
        await round.NightAsync(Noon(11, 30));
        Assert.Equal(2, (await round.DeliveriesAsync()).Count);

        // The night between Monday and Tuesday, and again at a start, and by hand.
        var night = Instant.FromUtc(2026, 12, 1, 2, 0);
        await round.NightAsync(night);
        await round.NightAsync(Noon(12, 1));
        await round.Service.Database.ChangeAsync(async context => await round.Keeper.RemindAsync(context,
            (await RoundKeeper.LatestAsync(context, "nord", 2027, default))!, "Anna", Noon(12, 2), default));

        var mails = await round.MailsAsync(Bo);
        Assert.Equal(2, mails.Count);
        Assert.StartsWith("Påminnelse: ", mails[1]["Subject"], StringComparison.Ordinal);
        Assert.Equal(TokenIn(mails[0]), TokenIn(mails[1]));
        var reminder = (await round.DeliveriesAsync(Bo))[1];
        Assert.Equal((DeliveryKind.RoundReminder, Instant.FromUtc(2026, 12, 1, 6, 0)), (reminder.Kind, reminder.NotBefore));
        Assert.Single(await round.DeliveriesAsync(Anna));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_round_shorter_than_the_reminders_three_days_reminds_nobody_by_itself(Provider provider)
    {
        await using var round = await NewAsync(provider);
        await round.StartAsync(new LocalDate(2026, 11, 24));

        await round.NightAsync(Noon(11, 24));

        Assert.Equal(2, (await round.DeliveriesAsync()).Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_somebody_cannot_make_is_planned_around_once_the_round_is_over(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        var before = await round.Service.InForceAsync();
        await round.AnswerAsync(Anna, Noon(11, 24), Answer.Yes, null, (0, Answer.No), (1, Answer.Maybe));
        Assert.Empty(await round.Service.KeepAsync(Noon(11, 25)));

        // The last day has passed: the night ends the round, and then keeps the years planned.
        await round.NightAsync(Instant.FromUtc(2026, 12, 5, 2, 0));
        var drafted = Assert.Single(await round.Service.KeepAsync(Noon(12, 5)));

        Assert.Equal(("nord", 2027), (drafted.Collaboration, drafted.Year));
        Assert.Contains("Tider då personer är upptagna är ändrade.", drafted.Reason, StringComparison.Ordinal);
        await using var context = round.Service.Database.Open();
        var draft = (await new PlanBook(context).DraftAsync("nord", 2027, default))!.Plan;
        var moved = before.Meetings.ExceptBy(draft.Meetings.Select(Place), Place);
        Assert.Equal(before.Meetings[0].Uid, Assert.Single(moved).Uid);
        // Who cannot is away that day: an hour later is no help.
        Assert.DoesNotContain(draft.Meetings, meeting => meeting.Uid == before.Meetings[0].Uid && meeting.Date == before.Meetings[0].Date);
        // Feeds tell nobody who could not come.
        await round.Service.PublishAsync(Noon(12, 5));
        Assert.DoesNotContain("Anna", (await round.Service.FeedAsync("nord")).Text(), StringComparison.Ordinal);

        static (string, LocalDate, LocalTime) Place(PlannedMeeting meeting) => (meeting.Uid, meeting.Date, meeting.Start);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_round_asks_only_about_what_is_new_to_each(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Anna, Noon(11, 24), Answer.Yes);
        Assert.True(await round.CloseAsync(Noon(11, 25)));
        Assert.Equal(RoundRefusal.NobodyToAsk, (await round.StartAsync(again: true)).Refusal);
        var meeting = (await round.Service.InForceAsync()).Meetings.First(own => own.Groups.Contains("nord/styrgrupp"));
        await round.Service.EditAsync(2027, Noon(11, 25),
            (edit, plan) => edit.Move(plan, meeting.Id, meeting.Date.PlusDays(7), meeting.Start));
        await round.Service.PublishAsync(Noon(11, 25));

        var second = await round.StartAsync(again: true, now: Noon(11, 26));

        Assert.Equal(2, second.Number);
        var anna = Assert.Single(second.Persons);
        Assert.Equal((Anna, meeting.Uid), (anna.Email, Assert.Single(anna.Dates).Meeting.Uid));
        var mails = await round.MailsAsync(Anna);
        Assert.NotEqual(TokenIn(mails[0]), TokenIn(mails[1]));
        Assert.Contains("nya för dig", mails[1].Contents[0], StringComparison.Ordinal);
        Assert.Single((await round.PartAsync(Anna, Noon(11, 26))).Questions);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_later_answer_about_the_same_time_is_the_one_that_holds(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Anna, Noon(11, 24), Answer.No);
        await round.CloseAsync(Noon(11, 25));
        await using var context = round.Service.Database.Open();
        Assert.Equal(4, (await RoundBusy.ReadAsync(context, default)).Count);

        await round.Service.Database.ChangeAsync(async changed =>
        {
            var first = await changed.RoundAnswers.OrderBy(own => own.Date).FirstAsync(own => own.Email == Anna);
            var again = changed.Rounds.Add(new Round
            {
                Collaboration = "nord", Name = "Nord", Year = 2027, Number = 2, State = RoundState.Closed, Until = Until,
                RemindOn = Until, Started = Noon(11, 26),
            }).Entity;
            await changed.SaveChangesAsync();
            changed.RoundAnswers.Add(new RoundAnswer
            {
                Round = again.Id, Email = Anna, Uid = "another", Date = first.Date, Start = first.Start, End = first.End,
                Groups = first.Groups, Answer = Answer.Yes,
            });
            return 0;
        });

        Assert.Equal(3, (await RoundBusy.ReadAsync(context, default)).Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_cannot_make_a_date_is_away_all_day_unless_they_can_make_another_time_of_it(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Bo, Noon(11, 24), Answer.Yes, null, (0, Answer.No));
        await round.CloseAsync(Noon(11, 25));
        await using var context = round.Service.Database.Open();
        var away = Assert.Single(await RoundBusy.ReadAsync(context, default));
        Assert.Equal((new LocalTime(0, 0), new LocalTime(23, 59)), (away.Start, away.End));

        var (own, id) = (await context.RoundAnswers.AsNoTracking().FirstAsync(answer => answer.Answer == Answer.No), away.Date);
        context.RoundAnswers.Add(new RoundAnswer
        {
            Round = own.Round, Email = Bo, Uid = "another", Date = id, Start = "15:00", End = "16:00", Groups = own.Groups,
            Answer = Answer.Maybe,
        });
        await context.SaveChangesAsync();
        away = Assert.Single(await RoundBusy.ReadAsync(context, default));
        Assert.Equal((own.Start, own.End), (SwedishDates.Clock(away.Start), SwedishDates.Clock(away.End)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_year_that_is_adopted_ends_its_round_and_nothing_more_is_asked_or_moved(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Anna, Noon(11, 24), Answer.No);
        await round.Service.Database.ChangeAsync(async context =>
        {
            (await context.Deliveries.FirstAsync(own => own.Recipient == Bo)).State = DeliveryState.Parked;
            return 0;
        });
        await round.Service.PublishAsync(Noon(11, 26), PlanState.Adopted);

        Assert.True(await CloseAsync());
        Assert.False(await CloseAsync());

        Assert.All(await OfRoundAsync(), own => Assert.Equal(DeliveryState.Dropped, own.State));
        Assert.False(await round.AnswerAsync(Bo, Noon(11, 26), Answer.No));
        await round.NightAsync(Noon(12, 1));
        Assert.Equal(2, (await OfRoundAsync()).Count);
        Assert.Empty(await round.Service.KeepAsync(Noon(12, 1)));

        async Task<IReadOnlyList<Delivery>> OfRoundAsync() => [.. (await round.DeliveriesAsync())
            .Where(own => own.Kind is DeliveryKind.Round or DeliveryKind.RoundReminder)];

        Task<bool> CloseAsync() => round.Service.Database.ChangeAsync(context =>
            RoundKeeper.CloseForAdoptionAsync(context, "nord", 2027, "Anna", Noon(11, 26), default));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_is_reminded_about_a_year_that_is_adopted(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.Service.PublishAsync(Noon(11, 26), PlanState.Adopted);

        await round.NightAsync(Noon(12, 1));

        Assert.DoesNotContain(await round.DeliveriesAsync(), own => own.Kind == DeliveryKind.RoundReminder);
        Assert.Equal(RoundState.Adopted, (await round.TableAsync()).Round.State);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Rounds_are_kept_two_years_after_the_year_they_asked_about(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await using var context = round.Service.Database.Open();
        await RoundUpkeep.ClearAsync(round.Service.Database, new LocalDate(2029, 12, 31));
        Assert.Equal(1, await context.Rounds.CountAsync());

        await RoundUpkeep.ClearAsync(round.Service.Database, new LocalDate(2030, 1, 1));

        Assert.Equal(0, await context.Rounds.CountAsync() + await context.RoundMeetings.CountAsync()
            + await context.RoundPersons.CountAsync() + await context.RoundAnswers.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_table_says_of_each_meeting_who_can_and_which_ones_nobody_can(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Bo, Noon(11, 24), null, "Helst inte fredagar", (0, Answer.No));
        var table = await round.TableAsync();

        Assert.Equal(["Beredningen", "Styrgruppen"], table.Groups.Select(group => group.Name));
        var row = table.Groups[0].Rows[0];
        Assert.Equal((0, "Bo Alm", 0, "Anna Ek"), (row.Yes.Count, Assert.Single(row.No), row.Maybe.Count, Assert.Single(row.Silent)));
        Assert.True(row is { IsNobody: true, IsTooFew: false });
        Assert.False(table.Groups[0].Rows[1].IsNobody);
        Assert.Equal("Anna Ek", Assert.Single(table.Silent).Name);
        Assert.Equal("Helst inte fredagar", Assert.Single(table.Commented).Comment);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_round_is_refused_in_words_when_there_is_nothing_to_ask(Provider provider)
    {
        await using var round = await NewAsync(provider);
        Assert.Equal(RoundRefusal.WrongDay, (await round.StartAsync(new LocalDate(2026, 11, 22))).Refusal);
        Assert.Equal(RoundRefusal.NeverAsked, (await round.StartAsync(again: true)).Refusal);
        await round.StartAsync();
        Assert.Equal(RoundRefusal.GoesOn, (await round.StartAsync()).Refusal);
        await round.CloseAsync(Noon(11, 25));
        Assert.False(await round.CloseAsync(Noon(11, 25)));
        Assert.Equal(RoundRefusal.AskedBefore, (await round.StartAsync()).Refusal);
        await round.Service.PublishAsync(Noon(11, 26), PlanState.Adopted);
        Assert.Equal(RoundRefusal.Adopted, (await round.StartAsync(again: true)).Refusal);
        Assert.Equal(RoundRefusal.NotProposed, (await round.Service.Database.ChangeAsync(context => round.Keeper.StartAsync(
            context, new RoundOrder("nord", 2028, Until, "Anna"), SmallService.Start, default))).Refusal);
        // What was not sent when the round ended is not sent after it.
        Assert.All((await round.DeliveriesAsync()).Where(own => own.Kind == DeliveryKind.Round),
            own => Assert.Equal(DeliveryState.Dropped, own.State));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_is_told_what_they_answered_and_is_forgotten_with_it(Provider provider)
    {
        await using var round = await StartedAsync(provider);
        await round.AnswerAsync(Bo, Noon(11, 24), Answer.No, "Bo Alm kan inte");
        await using (var context = round.Service.Database.Open())
        {
            var json = (await PersonRecord.ReadAsync(context, Bo, default)).ToJson();
            Assert.Contains("\"comment\": \"Bo Alm kan inte\"", json, StringComparison.Ordinal);
            Assert.Contains("\"answer\": \"no\"", json, StringComparison.Ordinal);
            await context.Deliveries.ExecuteDeleteAsync();
        }

        await new PersonErasure(round.Service.Database, round.Service.Key, []).EraseAsync(Bo, "Anna", Noon(11, 25));

        var left = await WholeDatabase.TextAsync(round.Service.Database);
        Assert.DoesNotContain("Bo Alm", left, StringComparison.Ordinal);
        Assert.DoesNotContain(Bo, left, StringComparison.Ordinal);
        Assert.Single((await round.TableAsync()).Persons);
    }
}
