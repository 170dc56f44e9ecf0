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
            (Replies.Outlook(), Answer.Yes, "Jag kommer gärna, åtminstone till tio."), (Gmail(), Answer.No, "Bortrest: åter 12/2"),
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
            ($"{ours} 1; dmarc=pass header.from=NORD.example\r\n", true),
            ($"{ours}; dmarc=pass\r\n", false), ($"{ours}; dmarc=pass header.from=example\r\n", false),
            ("", false), ($"{ours}; none\r\n", false), ($"{ours}; dmarc=fail\r\n{ours}; dmarc=pass\r\n", false),
            ($"{ours}; dmarc=fail (dmarc=pass)\r\n", false), ($"{ours}; spf=pass reason=\"; dmarc=pass\"\r\n", false),
            ($"{ours}; spf=pass (a; dmarc=pass ;)\r\n", false), ($"{ours}; spf=pass reason=\"; dmarc=pass ;\"\r\n", false),
            ($"{ours}.ond.example; dmarc=pass\r\n", false), ("Authentication-Results: annan; dmarc=pass\r\n", false),
            ($"{ours}; dmarc=pass header.from=ond.example\r\n", false), ($"{ours}; xdmarc=pass; dmarc=none\r\n", false),
        ];
        // Where nobody is named nobody has vouched.
        Assert.Equal(InboxOutcome.PutAside, await new Inbox(test.Database, null).TakeAsync(Reply(Calendar()), Now, default));
        Assert.Equal("ingen har intygat avsändaren", Assert.Single(await AsideAsync(test)).Reason);
        Assert.Null((await InvitationAsync(test)).Answer);
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
        (int Sequence, string Stamp, string Answer, Answer Then, InboxOutcome Outcome)[] answers =
        [
            (1, "20261123T100000Z", "ACCEPTED", Answer.Yes, InboxOutcome.Taken),
            (1, "20261123T110000Z", "DECLINED", Answer.No, InboxOutcome.Taken),
            // Came late, was given earlier.
            (1, "20261123T103000Z", "TENTATIVE", Answer.No, InboxOutcome.Late),
            // Of the invite before the meeting was moved.
            (0, "20261123T113000Z", "ACCEPTED", Answer.No, InboxOutcome.OfOlderInvite),
            // From a clock that goes fast; the next one counts all the same.
            (1, "20271231T110000Z", "TENTATIVE", Answer.Maybe, InboxOutcome.Taken),
            (1, "20261123T120000Z", "ACCEPTED", Answer.Yes, InboxOutcome.Taken),
        ];
        foreach (var (sequence, stamp, answer, then, outcome) in answers)
        {
            Assert.Equal(outcome, await TakeAsync(test,
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
            (Reply(Calendar(uid: "annat@annan.example")), "svar på ett möte som inte finns här"),
            (Reply(Calendar(uid: "annat@annan.example"), from: "ond@annan.example"), "okänd avsändare"),
            (Replies.Bounce("invite.nord.1"), "gick inte att lämna till bo@nord.example"),
        ];
        foreach (var (mail, reason) in mails)
        {
            await ForgetAsync(test);
            // Handed over twice, as a mail server does that was not told in time.
            Assert.Equal(InboxOutcome.PutAside, await TakeAsync(test, mail));
            Assert.Equal(InboxOutcome.PutAside, await TakeAsync(test, mail));
            var aside = Assert.Single(await AsideAsync(test));
            Assert.Equal((reason, reason is "okänd avsändare" or "svar på ett möte som inte finns här" ? "" : "nord"), (aside.Reason, aside.Collaboration));
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
    public async Task What_a_person_writes_in_words_lies_there_for_somebody_to_read(Provider provider)
    {
        await using var test = await InvitedAsync(provider);
        const string words = "Content-Type: text/plain; charset=utf-8\n\nJag kommer, men först klockan tio.\n";
        (string Headers, string Collaboration, string? Meeting)[] mails =
        [
            ("In-Reply-To: <invite.nord.1@nord.example>\n", "nord", Uid),
            ("In-Reply-To: <x@annan.example>\nReferences: <invite.nord.1@nord.example>\n <x@annan.example>\n", "nord", Uid),
            ("Auto-Submitted: no\n", "", null), ("Precedence: first-class\nReturn-Path: <anna@nord.example>\n", "", null),
        ];
        foreach (var (headers, collaboration, meeting) in mails)
        {
            await ForgetAsync(test);
            Assert.Equal(InboxOutcome.PutAside, await TakeAsync(test, Utf8($"From: {Anna}\nSubject: Sv: Möte\n{headers}{words}")));
            var mail = Assert.Single(await AsideAsync(test));
            Assert.Equal(("svar i ord", collaboration, meeting, Anna, "Jag kommer, men först klockan tio."),
                (mail.Reason, mail.Collaboration, mail.Uid, mail.Sender, mail.Said));
        }

        await ForgetAsync(test);
        await TakeAsync(test, Utf8($"From: {Anna}\nContent-Type: text/html\n\n<style>p {{ x: 1 }}</style><p>Kan <b>inte</b> &aring;ka</p>"
            + $"{new string('a', 600)}\n"));
        Assert.StartsWith("Kan inte åka aaa", Assert.Single(await AsideAsync(test)).Said, StringComparison.Ordinal);
        Assert.Equal(500, Assert.Single(await AsideAsync(test)).Said.Length);

        await ForgetAsync(test);
        string[] machines =
        [
            "Auto-Submitted: auto-replied (vacation)\n", "Auto-Submitted: auto-generated\n", "List-Id: <lista.nord.example>\n",
            "Precedence: bulk\n", "Return-Path: <>\n",
        ];
        foreach (var headers in machines)
        {
            Assert.Equal(InboxOutcome.Nothing, await TakeAsync(test, Utf8($"From: {Anna}\nSubject: Möte\n{headers}{words}")));
        }

        Assert.Equal(InboxOutcome.Nothing, await TakeAsync(test, Utf8($"From: mailer-daemon@nord.example\nSubject: x\n{words}")));
        Assert.Empty(await AsideAsync(test));
    }

    [Fact]
    public async Task Who_writes_all_day_fills_nobodys_inbox()
    {
        await using var test = await InvitedAsync(Provider.Sqlite);
        for (var number = 0; number < Inbox.MostOfSender + 3; number++)
        {
            await TakeAsync(test, Utf8($"From: ond@annan.example\nSubject: {number}\n\nHej\n"));
        }

        await TakeAsync(test, Utf8($"From: {Bo}\nSubject: Kommer\n\nHej\n"));
        var mails = await AsideAsync(test);
        Assert.Equal((Inbox.MostOfSender + 1, 3), (mails.Count, mails[^2].More));
        Assert.Equal(3, mails.Sum(mail => mail.More));
    }

    [Fact]
    public async Task Old_mails_leave_the_inbox_by_night()
    {
        await using var test = await InvitedAsync(Provider.Sqlite);
        await TakeAsync(test, Utf8($"From: {Bo}\nSubject: Kommer\n\nHej\n"));
        await TakeAsync(test, Utf8($"From: {Anna}\nSubject: Kommer\n\nHej\n"));
        var first = (await AsideAsync(test))[0];
        await test.Database.ChangeAsync(context => new InboxDesk(context, "", "Siv", Now).HandleAsync(first.Id, default));
        (int Days, int Left)[] nights = [(90, 2), (91, 1), (365, 1), (366, 0)];
        foreach (var (days, left) in nights)
        {
            await InboxUpkeep.ClearAsync(test.Database, Now + Duration.FromDays(days));
            Assert.Equal((days, left), (days, (await AsideAsync(test)).Count));
        }
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
        new Inbox(test.Database, "*").TakeAsync(mail, Now, default);

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
