using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Publishing.People;
using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Testing.Databases;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Holidays.SmallHoliday;

namespace AnnualCycle.Publishing.Tests.Holidays;

public sealed class StaffingConfirmationTests
{
    // Four weeks before påskdagen 28 March 2027 is Sunday 28 February; the Friday before it is a working day.
    private static readonly Instant Night = Instant.FromUtc(2027, 2, 26, 2, 0);

    private static readonly StaffingSubject Easter = new("nord", new LocalDate(2027, 3, 28));

    public static IEnumerable<object[]> Both => TestDatabase.Both.Take(1);

    private static async Task<List<Delivery>> MailsAsync(SmallHoliday holiday) =>
        [.. (await holiday.DeliveriesAsync(DeliveryKind.Staffing)).Where(mail => mail.Subject.Contains("28 mars", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Both))]
    public async Task Members_of_the_group_that_coordinates_are_asked_once_four_weeks_ahead(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Noon(2027, 2, 25));
        Assert.Empty(await MailsAsync(holiday));

        await holiday.NightAsync(Night);
        await holiday.NightAsync(Night);
        await holiday.NightAsync(Noon(2027, 3, 1));

        var mails = await MailsAsync(holiday);
        Assert.Equal([Anna, Bo], mails.Select(mail => mail.Recipient));
        Assert.All(mails, mail => Assert.Equal(Instant.FromUtc(2027, 2, 26, 6, 0), mail.NotBefore));
        var read = ReadMail.Of(mails[1].Content);
        Assert.Equal("Bemanningsdag 28 mars: är ni bemannade?", read["Subject"]);
        Assert.Contains("Bekräfta för Sjukhuset när bemanningen är klar.", read.Contents[0], StringComparison.Ordinal);
        Assert.Empty(read.Defects);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_confirms_is_counted_for_their_organisation_once_and_may_take_it_back(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        var token = TokenIn((await MailsAsync(holiday))[0]);

        for (var times = 0; times < 2; times++)
        {
            Assert.True(await holiday.Service.Database.ChangeAsync(context =>
                StaffingReplies.ConfirmAsync(context, Easter, (Anna, ["Ale"]), Noon(2027, 3, 1), default)));
        }

        var asked = await holiday.AskAsync(context => StaffingReplies.ReadAsync(context, token, default));
        Assert.Equal((true, "Ale"), (asked!.IsConfirmed, Assert.Single(asked.Confirmed).Organisation));
        await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.TakeBackAsync(context, Easter, Anna, Noon(2027, 3, 2), default));
        Assert.Empty(await holiday.AskAsync(context => StaffingReplies.ConfirmedAsync(context, Easter, default)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_wants_no_such_mails_gets_none_and_who_has_chosen_English_gets_theirs_in_English(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.Service.Database.ChangeAsync(async context =>
        {
            context.MutedMails.Add(new MutedMail { Email = Anna, Kind = "holidays", Since = SmallService.Start });
            return await Task.FromResult(true);
        });
        await new PersonChoices(holiday.Service.Database).ChangeAsync(
            Bo, "engelska", own => own.Language = PersonChoice.English, SmallService.Start, default);

        await holiday.NightAsync(Night);

        var mail = (await holiday.DeliveriesAsync(DeliveryKind.Staffing))[^1];
        Assert.Equal((Bo, "Staffing day 28 March: are you staffed?"), (mail.Recipient, mail.Subject));
        Assert.DoesNotContain(await holiday.DeliveriesAsync(DeliveryKind.Staffing), own => own.Recipient == Anna);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_that_is_over_is_not_confirmed_any_more(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);

        Assert.False(await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.ConfirmAsync(context, Easter, (Anna, ["Ale"]), Noon(2027, 3, 29), default)));
        Assert.True(await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.ConfirmAsync(context, Easter, (Anna, ["Ale"]), Noon(2027, 3, 28), default)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_confirmed_before_the_mail_went_gets_none(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.ConfirmAsync(context, Easter, (Bo, ["Sjukhuset"]), Noon(2027, 2, 1), default));

        await holiday.NightAsync(Night);

        Assert.Equal(Anna, Assert.Single(await MailsAsync(holiday)).Recipient);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_seats_for_two_organisations_is_asked_in_one_mail_and_confirms_for_both(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        holiday.Service.List += "\nnord,styrgrupp,sekreterare,Anna Ek,anna@nord.example,Orust";
        await holiday.NightAsync(Night);

        var mail = Assert.Single(await MailsAsync(holiday), own => own.Recipient == Anna);
        Assert.Contains("Bekräfta för Ale och Orust", ReadMail.Of(mail.Content).Contents[0], StringComparison.Ordinal);
        var input = await holiday.Service.InputAsync(Night);
        var anna = StaffingMembers.Of(input.Collaborations[0], input.People, new LocalDate(2027, 3, 1))
            .Single(own => own.Email == Anna);
        await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.ConfirmAsync(context, Easter, (Anna, anna.Organisations), Noon(2027, 3, 1), default));

        var confirmed = await holiday.AskAsync(context => StaffingReplies.ConfirmedAsync(context, Easter, default));
        Assert.Equal(["Ale", "Orust"], Assert.Single(confirmed).Each());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_the_charter_keeps_no_staffing_day_nobody_is_asked(Provider provider)
    {
        await using var holiday = await StartedAsync(
            provider, Charter.Replace("staffing: { day: 3 }\n", "", StringComparison.Ordinal));

        Assert.Equal(0, (await holiday.NightAsync(Night)).Mails);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_confirmation_is_in_the_persons_record_and_goes_with_them(Provider provider)
    {
        await using var holiday = await StartedAsync(provider);
        await holiday.NightAsync(Night);
        var token = TokenIn((await MailsAsync(holiday))[0]);
        await holiday.Service.Database.ChangeAsync(context =>
            StaffingReplies.ConfirmAsync(context, Easter, (Anna, ["Ale"]), Noon(2027, 3, 1), default));

        Assert.Contains("2027-03-28", (await holiday.AskAsync(context =>
            PersonRecord.ReadAsync(context, Anna, default))).ToJson(), StringComparison.Ordinal);
        await new PersonErasure(holiday.Service.Database, holiday.Service.Key, [])
            .EraseAsync(Anna, "Siv", Noon(2027, 3, 2), default);

        Assert.Empty(await holiday.AskAsync(context => StaffingReplies.ConfirmedAsync(context, Easter, default)));
        Assert.Null(await holiday.AskAsync(context => StaffingReplies.ReadAsync(context, token, default)));
    }
}
