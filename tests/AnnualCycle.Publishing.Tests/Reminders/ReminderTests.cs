// Long because what people notice of reminders is told in one place.
using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Reminders;

/// <summary>People are reminded once, in time, by daylight, and never of what is done or called off.</summary>
public sealed class ReminderTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    private const string Quarter = "Brister, kvartal 1 2027";

    private static readonly LocalDate FirstQuarter = new(2027, 4, 21);

    /// <summary>Who is reminded of something at a time.</summary>
    private static async Task<IEnumerable<string>> RemindedAsync(RemindedYear year, string title, Instant now)
    {
        var mails = (await year.KeepAsync(now)).Select(mail => mail.Key).ToHashSet();
        return (await year.LogAsync()).Where(own => own.Title.Contains(title, StringComparison.Ordinal)
            && own.Delivery is { } mail && mails.Contains(mail)).Select(own => own.Email);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_answers_for_a_report_is_reminded_on_its_days_once(Provider provider)
    {
        await using var year = await RemindedYear.AdoptedAsync(provider, 2027);
        foreach (var before in new[] { 28, 7, 1 })
        {
            var day = FirstQuarter.PlusDays(-before);
            Assert.Empty(await RemindedAsync(year, Quarter, RemindedYear.At(day, 7)));
            Assert.Equal([RemindedYear.Dag], await RemindedAsync(year, Quarter, RemindedYear.At(day, 8)));
            Assert.Empty(await RemindedAsync(year, Quarter, RemindedYear.At(day, 9)));
        }
    }

    [Fact]
    public async Task Nobody_is_reminded_on_a_red_day_or_in_the_evening()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        // Seven days before 13 May is Ascension Day; what fell due meanwhile waits for the next working day.
        Assert.Empty(await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 5, 6), 10)));
        Assert.Empty(await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 5, 7), 18)));
        Assert.Empty(await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 5, 8), 10)));
        Assert.NotEmpty(await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 5, 10), 8)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_done_is_not_reminded_of_and_a_mail_that_waits_is_taken_back(Provider provider)
    {
        await using var year = await RemindedYear.AdoptedAsync(provider, 2027);
        var (first, second) = (RemindedYear.At(FirstQuarter.PlusDays(-28), 8), RemindedYear.At(FirstQuarter.PlusDays(-7), 8));
        await year.KeepAsync(first - Duration.FromDays(1));
        await year.KeepAsync(first);
        await year.SettleAsync(Quarter, first + Duration.FromMinutes(5));

        await using (var context = year.Service.Database.Open())
        {
            Assert.Equal(DeliveryState.Dropped, (await context.Deliveries.SingleAsync(mail => mail.Subject.Contains(Quarter))).State);
        }

        Assert.Empty(await RemindedAsync(year, Quarter, second));
        Assert.Equal(["28 dagar före Sent ", "7 dagar före Skipped klart 24 mars"], (await year.LogAsync())
            .Where(own => own.Title == Quarter).Select(own => $"{own.Step} {own.State} {own.Reason}"));
    }

    [Fact]
    public async Task Who_is_late_hears_of_it_every_week_and_the_process_leader_after_two()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var told = new List<string>();
        for (var day = FirstQuarter.PlusDays(1); day < FirstQuarter.PlusDays(24); day = day.PlusDays(1))
        {
            told.AddRange((await RemindedAsync(year, Quarter, RemindedYear.At(day, 8))).Order(StringComparer.Ordinal)
                .Select(who => $"{day:MM-dd} {who}"));
        }

        Assert.Equal(["04-22 dag@ost.example", "04-29 dag@ost.example", "05-07 anna@ost.example", "05-07 dag@ost.example",
            "05-13 anna@ost.example", "05-13 dag@ost.example"], told);
    }

    [Fact]
    public async Task Who_has_chosen_so_gets_the_weeks_reminders_on_Monday_in_one_mail()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        await year.ChooseAsync(RemindedYear.Dag, ReminderPace.Weekly);
        // Monday 12 April: the report's seven days are on Wednesday.
        var monday = await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 4, 12), 8));
        var week = Assert.Single(monday, mail => mail.Recipient == RemindedYear.Dag);
        Assert.Equal(DeliveryKind.WeekReminder, week.Kind);
        Assert.StartsWith("Din vecka 15 i samverkan", week.Subject, StringComparison.Ordinal);
        for (var day = new LocalDate(2027, 4, 13); day < new LocalDate(2027, 4, 18); day = day.PlusDays(1))
        {
            Assert.DoesNotContain(await year.KeepAsync(RemindedYear.At(day, 8)), mail => mail.Recipient == RemindedYear.Dag);
        }
    }

    [Fact]
    public async Task A_service_that_was_down_sends_the_latest_alone_and_says_what_it_let_be()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        await year.KeepAsync(RemindedYear.At(new LocalDate(2027, 3, 1), 8));
        // Down from March until the day before the report is due.
        var mails = await year.KeepAsync(RemindedYear.At(FirstQuarter.PlusDays(-1), 14));
        Assert.Equal(mails.Count, mails.Select(mail => (mail.Recipient, mail.Kind)).Distinct().Count());
        Assert.Equal(["28 dagar före Skipped en senare påminnelse kom i stället: 1 dag före",
                "7 dagar före Skipped en senare påminnelse kom i stället: 1 dag före", "1 dag före Sent "],
            (await year.LogAsync()).Where(own => own.Title == Quarter)
            .OrderBy(own => own.Day).Select(own => $"{own.Step} {own.State} {own.Reason}"));
    }

    [Fact]
    public async Task Members_without_an_invite_are_reminded_of_meetings_with_agenda_and_a_link_to_answer()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var meeting = (await year.PlanAsync()).Meetings.First(own => own.Title == "Styrgruppen");
        var mails = await year.KeepAsync(RemindedYear.At(meeting.Date.PlusDays(-7), 8));
        var mine = mails.Where(mail => mail.Kind == DeliveryKind.MeetingReminder).ToList();
        Assert.Equal([RemindedYear.Anna, RemindedYear.Bo, RemindedYear.Cia, RemindedYear.Dag], mine.Select(mail => mail.Recipient));
        var text = Mail.ReadMail.Of(mine[0].Content).Contents[0];
        Assert.Contains("Läget", text, StringComparison.Ordinal);
        Assert.Contains("/svar/", text, StringComparison.Ordinal);
        Assert.Contains("Ordförande: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_is_not_reminded_of_nor_is_its_work()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var meeting = (await year.PlanAsync()).Meetings.First(own => own.Title == "Styrgruppen");
        await year.Service.EditAsync(2027, RemindedYear.At(new LocalDate(2027, 1, 4), 9),
            (edit, plan) => edit.Cancel(plan, meeting.Id, new LocalDate(2027, 1, 4), "Inga frågor"));
        await year.Service.PublishAsync(RemindedYear.At(new LocalDate(2027, 1, 4), 10), PlanState.Adopted, 2027, "ost");
        for (var day = new LocalDate(2027, 1, 5); day <= meeting.Date.PlusDays(20); day = day.PlusDays(1))
        {
            await year.KeepAsync(RemindedYear.At(day, 8));
        }

        var day1 = $"{SwedishDates.Day(meeting.Date)}";
        Assert.DoesNotContain(await year.LogAsync(), own => own.Uid == meeting.Uid || own.Title.EndsWith($"Styrgruppen {day1}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_want_reminders_gets_none_and_the_log_says_why()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var day = RemindedYear.At(FirstQuarter.PlusDays(-28), 8);
        await year.MuteAsync(RemindedYear.Dag, AnnualCycle.Publishing.Messages.MailGroup.DutyReminders.Name, day);
        Assert.DoesNotContain(await year.KeepAsync(day), mail => mail.Recipient == RemindedYear.Dag && mail.Kind == DeliveryKind.Reminder);
        Assert.Contains(await year.LogAsync(), own => own is { Email: RemindedYear.Dag, State: ReminderState.Skipped, Reason: "vill inte ha sådana mejl" });
    }

    [Fact]
    public async Task Next_years_booking_is_done_when_next_year_is_adopted()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var november = RemindedYear.At(new LocalDate(2027, 11, 3), 8);
        Assert.Null((await year.FindAsync("Fastställ 2028", november)).Settled);
        await year.Service.KeepAsync(november);
        await year.Service.PublishAsync(november, PlanState.Adopted, 2028, "ost");
        Assert.Equal(HandedInState.Done, (await year.FindAsync("Fastställ 2028", november)).Settled!.State);
    }

    [Fact]
    public async Task What_nobody_answers_for_is_in_the_log()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        await year.Service.Database.ChangeAsync(context => context.Memberships.ExecuteDeleteAsync());
        Assert.Empty(await year.KeepAsync(RemindedYear.At(FirstQuarter.PlusDays(-7), 8)));
        Assert.Contains(await year.LogAsync(), own => own is { Email: "", Reason: "ingen har platsen, och ingen är processledare" });
    }

    [Fact]
    public async Task A_reminder_that_waits_is_taken_back_when_its_meeting_is_called_off()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var meeting = (await year.PlanAsync()).Meetings.First(own => own.Title == "Styrgruppen");
        var week = RemindedYear.At(meeting.Date.PlusDays(-7), 8);
        Assert.Contains(await year.KeepAsync(week), mail => mail.Kind == DeliveryKind.MeetingReminder);
        await year.Service.EditAsync(2027, week + Duration.FromHours(1),
            (edit, plan) => edit.Cancel(plan, meeting.Id, meeting.Date.PlusDays(-7), "Inga frågor"));
        await year.Service.PublishAsync(week + Duration.FromHours(2), PlanState.Adopted, 2027, "ost");

        await year.KeepAsync(week + Duration.FromHours(3));

        await using var context = year.Service.Database.Open();
        Assert.All(await context.Deliveries.Where(mail => mail.Kind == DeliveryKind.MeetingReminder).ToListAsync(),
            mail => Assert.Equal(DeliveryState.Dropped, mail.State));
    }

    [Fact]
    public async Task A_change_that_is_held_back_keeps_the_other_meetings_work_and_reminders()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var meetings = (await year.PlanAsync()).Meetings.Where(own => own.Title == "Styrgruppen").ToList();
        var january = RemindedYear.At(new LocalDate(2027, 1, 4), 9);
        await year.Service.EditAsync(2027, january, (edit, plan) => edit.Move(plan, meetings[1].Id, meetings[1].Date.PlusDays(7)));
        await year.Service.Publisher.PublishAsync(new PublishOrder("ost", 2027, PlanState.Adopted, "Anna", "publish") { HoldBack = true }, january);

        var told = await year.KeepAsync(RemindedYear.At(meetings[0].Date.PlusDays(-7), 8));

        Assert.Equal(4, told.Count(mail => mail.Kind == DeliveryKind.MeetingReminder));
        Assert.Contains(await year.LogAsync(), own => own.Title.StartsWith("Underlag inne: Styrgruppen", StringComparison.Ordinal));
        // Nobody knows of the new day: nobody is reminded of it.
        Assert.DoesNotContain(await year.KeepAsync(RemindedYear.At(meetings[1].Date, 8)), mail => mail.Kind == DeliveryKind.MeetingReminder);
    }

    [Fact]
    public async Task Where_nobody_leads_an_administrator_is_reminded()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var day = RemindedYear.At(FirstQuarter.PlusDays(-7), 8);
        await year.Service.Database.ChangeAsync(async context =>
        {
            await context.Memberships.ExecuteDeleteAsync();
            return await new RoleGrants(context, "prov", day).GiveAsync("chef@ost.example", Role.Administrator, "", default);
        });
        Assert.Equal(["chef@ost.example"], (await RemindedAsync(year, Quarter, day)).Distinct());
    }

    [Fact]
    public async Task A_decided_notice_is_not_reminded_of_and_a_weeks_mail_holds_what_is_late_and_not_what_will_be()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        await year.ChooseAsync(RemindedYear.Dag, ReminderPace.Weekly);
        // Due on Wednesday 21 April: on Monday nobody is late.
        var monday = RemindedYear.At(new LocalDate(2027, 4, 19), 8);
        await RemindedAsync(year, Quarter, monday);
        Assert.DoesNotContain(await year.LogAsync(), own => own.Title == Quarter && own.Step.EndsWith("efter", StringComparison.Ordinal));
        Assert.Empty(await RemindedAsync(year, Quarter, RemindedYear.At(new LocalDate(2027, 4, 22), 8)));
        Assert.Equal([RemindedYear.Dag], await RemindedAsync(year, Quarter, RemindedYear.At(new LocalDate(2027, 4, 26), 8)));

        await year.SettleAsync("Sista dag att säga upp avtalet", monday);
        Assert.Empty(await RemindedAsync(year, "säga upp", RemindedYear.At(new LocalDate(2027, 9, 2), 8)));
    }
}
