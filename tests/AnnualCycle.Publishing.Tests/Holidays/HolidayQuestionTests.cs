// Long because a question about a storhelg is one story, from the mail to the meeting, told on both engines.
using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Publishing.People;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Holidays.SmallHoliday;

namespace AnnualCycle.Publishing.Tests.Holidays;

public sealed class HolidayQuestionTests
{
    // Six weeks before långfredagen 26 March 2027.
    private static readonly Instant Night = Instant.FromUtc(2027, 2, 12, 2, 0);

    // With a meeting in the days before Easter and one in those after.
    private static readonly string Tied = Charter.Replace("[{ id: augusti, when: Slutet av augusti, line: 7 }]",
        "[{ id: mars, when: Början av mars, line: 7 }, { id: april, when: v. 15, line: 8 }]", StringComparison.Ordinal);

    public static IEnumerable<object[]> Both => TestDatabase.Both.Skip(1);

    [Theory, MemberData(nameof(Both))]
    public async Task The_convener_is_asked_once_six_weeks_before_the_first_day_off(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Noon(2027, 2, 11));
        Assert.Empty(await holiday.RequestsAsync(Easter));

        await holiday.NightAsync(Night);
        await holiday.NightAsync(Night);
        await holiday.NightAsync(Noon(2027, 2, 15));

        Assert.Equal(
            [(HolidayPart.Before, new LocalDate(2027, 3, 5), (HolidayAnswer?)null), (HolidayPart.After, new(2027, 4, 26), null)],
            (await holiday.RequestsAsync(Easter)).Select(own => (own.Part, own.Until, own.Answer)));
        var mail = Assert.Single(await holiday.DeliveriesAsync(DeliveryKind.Holiday));
        Assert.Equal((Anna, Instant.FromUtc(2027, 2, 12, 6, 0)), (mail.Recipient, mail.NotBefore));
        var read = ReadMail.Of(mail.Content);
        Assert.Equal("Behöver Styrgruppen ses inför eller efter påsk?", read["Subject"]);
        Assert.Empty(read.Defects);
        Assert.Contains("Påsken 2027: fyra lediga dagar i rad, fre 26–mån 29 mars.", read.Contents[0], StringComparison.Ordinal);
        Assert.Contains("Avstämning inför påsk, 30 minuter någon dag 12 februari–12 mars", read.Contents[0], StringComparison.Ordinal);
        Assert.Contains("Svara ja eller nej", read.Contents[1], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_yes_makes_a_short_meeting_in_a_draft_and_its_reason_says_why(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.Service.KeepAsync(Noon(2027, 2, 11));
        await holiday.NightAsync(Night);

        Assert.True(await holiday.AnswerAsync(HolidayAnswer.Yes, Noon(2027, 2, 12)));
        var draft = (await holiday.Service.KeepAsync(Noon(2027, 2, 12))).Single(own => own.Year == 2027);

        Assert.StartsWith("Sammankallande har svarat om möten inför och efter storhelger.", draft.Reason, StringComparison.Ordinal);
        var plan = (await holiday.AskAsync(context => new PlanBook(context).DraftAsync("nord", 2027, default)))!.Plan;
        var meeting = plan.Meetings.Single(own => own.Title == "Avstämning inför påsk");
        Assert.Equal("nord/styrgrupp/storhelg-pask-fore/2027-1", meeting.Id);
        Assert.InRange(meeting.Date, new LocalDate(2027, 2, 13), new LocalDate(2027, 3, 12));
        Assert.Empty(await holiday.Service.KeepAsync(Noon(2027, 2, 13)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_and_silence_make_nothing(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.Service.KeepAsync(Noon(2027, 2, 11));
        await holiday.NightAsync(Night);
        Assert.Empty(await holiday.Service.KeepAsync(Night));

        Assert.True(await holiday.AnswerAsync(HolidayAnswer.No, Noon(2027, 2, 12)));

        Assert.Empty(await holiday.Service.KeepAsync(Noon(2027, 2, 12)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_may_be_changed_until_it_is_too_late_to_call_a_meeting(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        Assert.True(await holiday.AnswerAsync(HolidayAnswer.No, Noon(2027, 2, 12)));
        Assert.True(await holiday.AnswerAsync(HolidayAnswer.Yes, Noon(2027, 3, 5)));

        Assert.False(await holiday.AnswerAsync(HolidayAnswer.No, Noon(2027, 3, 6)));

        var request = (await holiday.RequestsAsync(Easter))[0];
        Assert.Equal((HolidayAnswer.Yes, Anna), (request.Answer, request.AnsweredBy));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_link_shows_the_question_to_whom_it_was_sent_and_a_guess_shows_nothing(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        var token = TokenIn((await holiday.DeliveriesAsync(DeliveryKind.Holiday))[^1]);

        var asked = await holiday.OpenAsync(token, Night);

        Assert.Equal((Easter, Anna, 2), (asked!.Subject, asked.Email, asked.Requests.Count));
        foreach (var guess in new[] { "", token[..^1], token + "A", token.ToLowerInvariant(), "å" })
        {
            Assert.Null(await holiday.OpenAsync(guess, Night));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_a_group_has_no_convener_its_process_leaders_are_asked(Provider provider)
    {
        await using var holiday = await StartedAsync(
            provider, Charter.Replace("ordforande, ", "ledamot, ", StringComparison.Ordinal), "ledamot");
        await holiday.NightAsync(Night);
        await holiday.NightAsync(Noon(2027, 2, 13));
        Assert.Empty(await holiday.RequestsAsync(Easter));
        Assert.Equal("ingen att fråga om Påsken 2027: Styrgruppen har varken sammankallande eller processledare",
            Assert.Single(await holiday.AskAsync(context => context.Audit.Where(own => own.Action == "holiday ask"
                && own.Text.Contains("Påsken")).Select(own => own.Text).ToListAsync())));

        await holiday.Service.Database.ChangeAsync(context => new RoleGrants(context, "Siv", Night)
            .GiveAsync("leder@nord.example", Role.ProcessLeader, "nord", default));
        await holiday.NightAsync(Noon(2027, 2, 16));

        Assert.Equal(2, (await holiday.RequestsAsync(Easter)).Count);
        Assert.Equal("leder@nord.example", (await holiday.DeliveriesAsync(DeliveryKind.Holiday))[^1].Recipient);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_meeting_of_the_group_in_the_right_days_leaves_nothing_to_ask(Provider provider)
    {
        await using var holiday = await StartedAsync(provider, Tied);

        await holiday.NightAsync(Night);

        Assert.Empty(await holiday.RequestsAsync(Easter));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_meeting_that_is_called_off_is_none_and_the_convener_is_asked(Provider provider)
    {
        await using var holiday = await StartedAsync(provider, Tied);
        await holiday.CancelAsync("nord/styrgrupp/mars", Night);

        await holiday.NightAsync(Night);

        Assert.Equal(HolidayPart.Before, Assert.Single(await holiday.RequestsAsync(Easter)).Part);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_meeting_that_the_charter_names_is_one_wherever_it_lies_until_it_is_called_off(Provider provider)
    {
        await using var holiday = await StartedAsync(provider, Tied.Replace("{ id: mars, when: Början av mars, line: 7 }",
            "{ id: januari, when: v. 4, line: 7, holidays: { before: [pask] } }", StringComparison.Ordinal));
        await holiday.NightAsync(Night);
        Assert.Empty(await holiday.RequestsAsync(Easter));

        await holiday.CancelAsync("nord/styrgrupp/januari", Noon(2027, 1, 20));
        await holiday.NightAsync(Night);

        Assert.Equal(HolidayPart.Before, Assert.Single(await holiday.RequestsAsync(Easter)).Part);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_check_in_that_becomes_needed_later_is_asked_about_in_a_mail_of_its_own(Provider provider)
    {
        await using var holiday = await StartedAsync(
            provider, Tied.Replace(", { id: april, when: v. 15, line: 8 }", "", StringComparison.Ordinal));
        await holiday.NightAsync(Night);
        Assert.Equal(HolidayPart.After, Assert.Single(await holiday.RequestsAsync(Easter)).Part);

        await holiday.CancelAsync("nord/styrgrupp/mars", Noon(2027, 2, 15));
        await holiday.NightAsync(Noon(2027, 2, 15));
        await holiday.NightAsync(Noon(2027, 2, 16));

        Assert.Equal([HolidayPart.Before, HolidayPart.After], (await holiday.RequestsAsync(Easter)).Select(own => own.Part));
        var mails = await holiday.DeliveriesAsync(DeliveryKind.Holiday);
        Assert.Equal(2, mails.Count);
        Assert.Equal(TokenIn(mails[0]), TokenIn(mails[1]));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_left_the_convener_s_seat_answers_no_more_by_the_link_in_an_old_mail(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        var token = TokenIn((await holiday.DeliveriesAsync(DeliveryKind.Holiday))[^1]);
        holiday.Service.List = holiday.Service.List.Replace("Anna Ek,anna@", "Eva Ny,eva@", StringComparison.Ordinal);

        Assert.Null(await holiday.OpenAsync(token, Noon(2027, 2, 16)));

        await holiday.Service.Database.ChangeAsync(context => new RoleGrants(context, "Siv", Night)
            .GiveAsync(Anna, Role.ProcessLeader, "nord", default));
        Assert.NotNull(await holiday.OpenAsync(token, Noon(2027, 2, 16)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_was_down_asks_about_what_can_still_be_held(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);

        await holiday.NightAsync(Noon(2027, 3, 15));

        Assert.Equal(HolidayPart.After, Assert.Single(await holiday.RequestsAsync(Easter)).Part);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_question_found_on_a_Saturday_waits_until_Monday_morning(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);

        await holiday.NightAsync(Noon(2027, 2, 13));

        Assert.Equal(Instant.FromUtc(2027, 2, 15, 6, 0), (await holiday.DeliveriesAsync(DeliveryKind.Holiday))[^1].NotBefore);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_answered_is_in_their_record_and_is_forgotten_with_them(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        await holiday.AnswerAsync(HolidayAnswer.Yes, Noon(2027, 2, 12));
        var token = TokenIn((await holiday.DeliveriesAsync(DeliveryKind.Holiday))[^1]);

        var record = await holiday.AskAsync(context => PersonRecord.ReadAsync(context, Anna, default));
        Assert.Contains("pask", record.ToJson(), StringComparison.Ordinal);
        await new PersonErasure(holiday.Service.Database, holiday.Service.Key, [])
            .EraseAsync(Anna, "Siv", Noon(2027, 2, 13), default);

        Assert.Null(await holiday.OpenAsync(token, Noon(2027, 2, 13)));
        Assert.DoesNotContain(Anna, (await holiday.RequestsAsync(Easter))[0].AnsweredBy, StringComparison.Ordinal);
        Assert.Equal(HolidayAnswer.Yes, (await holiday.RequestsAsync(Easter))[0].Answer);
    }
}
