// Long because each mail is a trial of the same rules: who may answer, for whom, and which answer counts.
using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.People;
using AnnualCycle.Publishing.Tests.People;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Answers.Replies;

namespace AnnualCycle.Publishing.Tests.Answers;

/// <summary>People answer an invite from the calendars they have, and strangers and machines write, too.</summary>
public sealed class InboxTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Fact]
    public async Task Each_kind_of_calendar_is_understood()
    {
        await using var test = await InvitedAsync(Provider.Sqlite);
        (byte[] Mail, Answer Answer, string? Comment)[] programs =
        [
            (Outlook(), Answer.Yes, "Jag kommer gärna, åtminstone till tio."), (Gmail(), Answer.No, "Bortrest: åter 12/2"),
            (Apple(), Answer.Maybe, null), (Thunderbird(), Answer.Yes, null),
        ];
        foreach (var (mail, answer, comment) in programs)
        {
            Assert.Equal(InboxOutcome.Taken, await TakeAsync(test, mail));
            var anna = await InvitationAsync(test);
            Assert.Equal((answer, comment, 1), (anna.Answer, anna.Comment, anna.AnsweredSequence));
        }

        Assert.Empty(await AsideAsync(test));
        await using var context = test.Database.Open();
        var log = await context.Audit.OrderBy(entry => entry.Id).LastAsync();
        Assert.Equal(("Svar från anna@nord.example (mejl)", "", "answer"), (log.Text, log.Collaboration, log.Action));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_one_who_is_asked_answers(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        (string From, string Attendee, string? Reason)[] tries =
        [
            (Anna, Anna, null), ($"\"Chefen {Bo}\" <{Anna}>", Anna, null),
            // Her program calls her by another address of hers.
            (Anna, "anna.ek@kommun.example", null),
            (Bo, Anna, "svar från en annan adress"), ("ond@annan.example", Anna, "svar från en annan adress"),
            ("ond@annan.example", "ond@annan.example", "okänd avsändare"),
            ($"{Anna}, {Bo}", Anna, "svar från en annan adress"), ($"{Bo}\r\nFrom: {Anna}", Anna, "svar från en annan adress"),
        ];
        foreach (var ((from, attendee, reason), index) in tries.Select((one, index) => (one, index)))
        {
            await ForgetAsync(test);
            var calendar = Calendar($"ATTENDEE;PARTSTAT=DECLINED:mailto:{attendee}", more: $"COMMENT:{index}");
            var outcome = await TakeAsync(test, Reply(calendar, from));

            Assert.Equal((reason is null ? InboxOutcome.Taken : InboxOutcome.PutAside, from), (outcome, from));
            Assert.Equal(reason, (await AsideAsync(test)).SingleOrDefault()?.Reason);
            Assert.Equal(reason is null ? Answer.No : null, (await InvitationAsync(test)).Answer);
            Assert.Null((await InvitationAsync(test, Bo)).Answer);
        }

        await using var context = test.Database.Open();
        Assert.Equal(2, await context.Invitations.CountAsync());
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_vouch_for_is_only_shown()
    {
        await using var test = await InvitedAsync(Provider.Sqlite);
        const string ours = "Authentication-Results: mx.nord.example";
        (string Headers, bool Counts)[] tries =
        [
            ($"{ours}; spf=pass smtp.mailfrom=nord.example;\r\n dkim=pass; dmarc=pass (p=reject) header.from=nord.example\r\n", true),
            ($"{ours} 1; dmarc=pass\r\n", true),
            ("", false), ($"{ours}; none\r\n", false), ($"{ours}; dmarc=fail\r\n{ours}; dmarc=pass\r\n", false),
            ($"{ours}; dmarc=fail (dmarc=pass)\r\n", false), ($"{ours}; spf=pass reason=\"; dmarc=pass\"\r\n", false),
            ($"{ours}; spf=pass (a; dmarc=pass ;)\r\n", false), ($"{ours}; spf=pass reason=\"; dmarc=pass ;\"\r\n", false),
            ($"{ours}.ond.example; dmarc=pass\r\n", false), ("Authentication-Results: annan; dmarc=pass\r\n", false),
            ($"{ours}; dmarc=pass header.from=ond.example\r\n", false), ($"{ours}; xdmarc=pass; dmarc=none\r\n", false),
        ];
        foreach (var (headers, counts) in tries)
        {
            await ForgetAsync(test);
            var outcome = await new Inbox(test.Database, "mx.nord.example").TakeAsync(Reply(Calendar(), headers: headers), Now, default);

            Assert.Equal((counts ? InboxOutcome.Taken : InboxOutcome.PutAside, headers), (outcome, headers));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_several_answers_the_latest_one_to_the_invite_that_holds_counts(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        (int Sequence, string Stamp, string Answer, Answer Then)[] answers =
        [
            (1, "20261123T100000Z", "ACCEPTED", Answer.Yes),
            (1, "20261123T110000Z", "DECLINED", Answer.No),
            // Came late, was given earlier.
            (1, "20261123T103000Z", "TENTATIVE", Answer.No),
            // Of the invite before the meeting was moved.
            (0, "20261123T113000Z", "ACCEPTED", Answer.No),
            // From a clock that goes fast; the next one counts all the same.
            (1, "20271231T110000Z", "TENTATIVE", Answer.Maybe), (1, "20261123T120000Z", "ACCEPTED", Answer.Yes),
        ];
        foreach (var (sequence, stamp, answer, then) in answers)
        {
            Assert.Equal(InboxOutcome.Taken, await TakeAsync(test,
                Reply(Calendar($"ATTENDEE;PARTSTAT={answer}:mailto:{Anna}", sequence, stamp))));
            Assert.Equal((then, stamp), ((await InvitationAsync(test)).Answer!.Value, stamp));
        }

        Assert.Empty(await AsideAsync(test));
        await using var context = test.Database.Open();
        Assert.Equal(1, await context.Audit.CountAsync(entry => entry.Text.EndsWith("svar på en äldre kallelse, räknas inte")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_no_plain_answer_lies_there_for_a_person_and_changes_nothing(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        (byte[] Mail, string Reason)[] mails =
        [
            (Reply(Calendar(method: "METHOD:COUNTER", more: $"COMMENT:Kan vi börja tio?")),
                "föreslår en annan tid: tisdag 9 februari 2027 09:00–10:30"),
            (Reply(Calendar($"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:{Bo}\":mailto:{Anna}")), "vill skicka någon annan"),
            (Reply(Calendar($"ATTENDEE;PARTSTAT=X-MAYBE:mailto:{Anna}")), "ett svar som inte går att läsa (Händelsen saknar PARTSTAT)"),
            (Reply(Calendar($"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{Anna}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{Bo}")),
                "ett svar som inte går att läsa (ATTENDEE står två gånger; den första gäller)"),
            (Reply(Calendar("X-NOBODY:1")), "ett svar som inte går att läsa (Händelsen saknar ATTENDEE)"),
            (Reply(Calendar(uid: "annat@annan.example")), "okänd avsändare"),
            (Replies.Bounce("invite.nord.1"), "gick inte att lämna till bo@nord.example"),
        ];
        foreach (var (mail, reason) in mails)
        {
            await ForgetAsync(test);
            // Handed over twice, as a mail server does that was not told in time.
            Assert.Equal(InboxOutcome.PutAside, await TakeAsync(test, mail));
            Assert.Equal(InboxOutcome.PutAside, await TakeAsync(test, mail));
            var aside = Assert.Single(await AsideAsync(test));
            Assert.Equal((reason, reason.StartsWith("okänd", StringComparison.Ordinal) ? "" : "nord"), (aside.Reason, aside.Collaboration));
            Assert.Null((await InvitationAsync(test)).Answer);
        }

        var bounce = Assert.Single(await AsideAsync(test));
        Assert.Equal((Uid, "smtp; 550 5.1.1 <bo@nord.example>: Recipient address rejected"), (bounce.Uid, bounce.Said));
    }

    [Fact]
    public async Task A_mail_that_is_no_answer_is_left_at_that()
    {
        await using var test = await InvitedAsync(Provider.Sqlite);
        byte[][] mails =
        [
            Utf8($"From: {Anna}\nAuto-Submitted: auto-replied\nSubject: Frånvaro\n\nJag är ledig.\n"), [], [0xFF, 0x0A],
            Reply(Calendar(method: "METHOD:REQUEST")), Reply(Calendar(method: null), type: "text/calendar"),
            Replies.Bounce("invite.nord.1", "delayed"),
            // Somebody else's answer, forwarded: it is not theirs who sends it.
            Utf8($"From: {Anna}\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n").Concat(Reply(Calendar()))
                .Concat(Utf8("\n--x--\n")).ToArray(),
        ];
        foreach (var mail in mails)
        {
            Assert.Equal(InboxOutcome.Nothing, await TakeAsync(test, mail));
        }

        Assert.Empty(await AsideAsync(test));
        Assert.Null((await InvitationAsync(test)).Answer);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_counts_an_answer_for_the_one_they_know_it_is_from(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        await TakeAsync(test, Reply(Calendar(), from: "anna.ek@privat.example"));
        var mail = Assert.Single(await AsideAsync(test));

        Assert.Equal(AnswerOutcome.Unknown, await CountAsync(test, "nord", mail.Id, "ond@annan.example"));
        Assert.Null(await CountAsync(test, "syd", mail.Id, Anna));
        Assert.Equal(AnswerOutcome.Taken, await CountAsync(test, "nord", mail.Id, Anna));
        Assert.Null(await CountAsync(test, "nord", mail.Id, Bo));

        Assert.Equal(Answer.Yes, (await InvitationAsync(test)).Answer);
        Assert.Equal("Siv", Assert.Single(await AsideAsync(test)).HandledBy);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_is_forgotten_is_forgotten_here_as_well(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        await TakeAsync(test, Reply(Calendar(), from: "ek.anna@privat.example"));
        await TakeAsync(test, Reply(Calendar("ATTENDEE;PARTSTAT=DELEGATED:mailto:ek.anna@privat.example"), from: Bo));
        await using (var context = test.Database.Open())
        {
            var record = await PersonRecord.ReadAsync(context, "ek.anna@privat.example", default);
            Assert.Equal(2, record.Inbox.Count);
            Assert.Contains("vill skicka någon annan", record.ToJson(), StringComparison.Ordinal);
        }

        await new PersonErasure(test.Database, Feeds(test), []).EraseAsync("ek.anna@privat.example", "Siv", Now);

        Assert.DoesNotContain("ek.anna", await WholeDatabase.TextAsync(test.Database), StringComparison.Ordinal);
    }

    private static Publishing.Feeds.FeedKey Feeds(TestDatabase test) =>
        Publishing.Feeds.FeedKey.Open(Path.Combine(test.Folder, "feed.key"));

    // Anna and Bo are asked to a meeting that was moved once, and one mail is on its way to Bo.
    private static async Task<TestDatabase> InvitedAsync(Provider provider)
    {
        var test = await TestDatabase.CreateAsync(provider);
        await using var context = test.Database.Open();
        context.Entries.Add(new CalendarEntry
        {
            Uid = Uid, Collaboration = "nord", Year = 2027, Item = "x", Sequence = 1, Print = "", Created = Now, Changed = Now,
        });
        context.Invitations.AddRange(new[] { Anna, Bo }.Select(email => new Invitation
        {
            Uid = Uid, Email = email, Collaboration = "nord", State = InvitationState.Live, Sequence = 1,
            Date = new LocalDate(2027, 2, 9), Start = "09:00", End = "10:30", Place = "", Print = "", Changed = Now,
            TokenHash = email,
        }));
        context.Deliveries.Add(new Delivery
        {
            Key = "invite.nord.1", Kind = DeliveryKind.Invite, Collaboration = "nord", Recipient = Bo, Uid = Uid,
            Subject = "Kallelse", Content = [], Created = Now, NotBefore = Now,
        });
        await context.SaveChangesAsync();
        return test;
    }

    private static Task<InboxOutcome> TakeAsync(TestDatabase test, byte[] mail) =>
        new Inbox(test.Database, null).TakeAsync(mail, Now, default);

    private static Task<AnswerOutcome?> CountAsync(TestDatabase test, string collaboration, long id, string email) =>
        test.Database.ChangeAsync(context =>
            new InboxDesk(context, collaboration, "Siv", Now).CountAsync(id, email, default));

    private static async Task<Invitation> InvitationAsync(TestDatabase test, string email = Anna)
    {
        await using var context = test.Database.Open();
        return await context.Invitations.SingleAsync(own => own.Email == email);
    }

    private static async Task<IReadOnlyList<PutAsideMail>> AsideAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        return await context.PutAsideMails.OrderBy(mail => mail.Id).ToListAsync();
    }

    private static async Task ForgetAsync(TestDatabase test)
    {
        await using var context = test.Database.Open();
        await context.PutAsideMails.ExecuteDeleteAsync();
        await context.Invitations.ExecuteUpdateAsync(row => row.SetProperty(own => own.Answer, (Answer?)null)
            .SetProperty(own => own.Answered, (Instant?)null).SetProperty(own => own.AnsweredSequence, (int?)null));
    }
}
