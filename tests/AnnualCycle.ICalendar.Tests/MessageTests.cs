using System.Text;
using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>Invites and answers (RFC 5546).</summary>
public sealed class MessageTests
{
    private static readonly Organizer Office = new(CalAddress.Mailto("moten@kalender.example"), "Kansliet");
    private static readonly Attendee Anna = new(CalAddress.Mailto("anna@kommun.example"), "Anna Ek") { Rsvp = true };
    private static readonly Attendee Yes = Anna with { PartStat = ParticipationStatus.Accepted };

    public static TheoryData<string, SchedulingMessage> Messages => new()
    {
        { "REQUEST", new RequestMessage(Meeting(), Office, [Anna]) },
        { "CANCEL", CancelMessage.OfMeeting(Meeting() with { Sequence = 1 }, Office, [Anna]) },
        { "REPLY", new ReplyMessage(Meeting() with { Comment = "Kommer, lite sent" }, Office, Yes) },
        { "COUNTER", new CounterMessage(Meeting() with { Comment = "Hellre tisdag" }, Office, Yes) },
        { "PUBLISH", new PublishMessage(Meeting(), Office) },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_says_its_method_and_all_that_the_method_demands(string method, SchedulingMessage message)
    {
        var read = CalendarReader.Read(CalendarWriter.ToBytes(message.ToCalendar("-//AnnualCycle//Test//SV")));

        Assert.Empty(read.Mistakes);
        Assert.Equal(method, read.Method);
        var e = Assert.Single(read.Events);
        Assert.Equal(Meeting().Uid, e.Uid);
        Assert.Equal(Office, e.Organizer);
        Assert.Equal(message.Event.Attendees.AsEnumerable(), e.Attendees);
        Assert.NotNull(e.DtStamp);
        Assert.NotNull(e.Start);
    }

    [Fact]
    public void A_meeting_that_is_called_off_says_so_and_one_person_less_does_not()
    {
        var meeting = Meeting() with { Sequence = 1 };

        Assert.Equal("STATUS:CANCELLED", Line(Written(CancelMessage.OfMeeting(meeting, Office, [Anna])), "STATUS"));
        Assert.DoesNotContain(
            ContentLines(Written(CancelMessage.OfAttendees(meeting, Office, [Anna]))), line =>
                line.StartsWith("STATUS", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_that_lacks_what_its_method_demands_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new RequestMessage(Meeting(), Office, []));
        Assert.Throws<ArgumentException>(() => new RequestMessage(Meeting(), Office, [Anna, Anna]));
        Assert.Throws<ArgumentException>(() =>
            new RequestMessage(Meeting() with { Status = EventStatus.Cancelled }, Office, [Anna]));
        Assert.Throws<ArgumentException>(() => CancelMessage.OfMeeting(Meeting(), Office, [Anna]));
        Assert.Throws<ArgumentException>(() => new ReplyMessage(Meeting(), Office, Anna));
    }

    [Fact]
    public void An_answer_without_an_organizer_and_in_shouted_letters_is_an_answer()
    {
        var reply = Assert.IsType<ReadReply>(Assert.Single(Read(
            "METHOD:REPLY\nBEGIN:VEVENT\nUID:m1\nDTSTAMP:20270101T080000Z\nSEQUENCE:2\n"
                + "COMMENT;LANGUAGE=sv:Kommer\\, kanske\n"
            + "ATTENDEE;PARTSTAT=tentative;CN=\"Ek, Anna\";X-RESPONSE-COMMENT=\"a:b\":MAILTO:Anna%2Bmote@Kommun.example\n"
            + "END:VEVENT\n", [])));

        Assert.Equal(("m1", 2, "Kommer, kanske"), (reply.Uid, reply.Event.Sequence, reply.Comment.Value));
        Assert.Equal(("Anna+mote@Kommun.example", "Ek, Anna"),
            (reply.Attendee.Address.Mailbox, reply.Attendee.CommonName.Value));
        Assert.Equal(ParticipationStatus.Tentative, reply.Attendee.PartStat);
    }

    [Theory]
    [InlineData("UID:1", "ATTENDEE")]
    [InlineData("UID:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:c@b.example",
        "ATTENDEE")]
    [InlineData("UID:1\nATTENDEE;PARTSTAT=KANSKE:mailto:a@b.example", "PARTSTAT")]
    [InlineData("UID:1\nATTENDEE;PARTSTAT=ACCEPTED:invalid:nomail", "ATTENDEE")]
    [InlineData("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example", "UID")]
    public void An_answer_that_is_none_is_a_mistake_and_no_answer(string lines, string about)
    {
        List<CalendarMistake> mistakes = [];

        Assert.Empty(Read($"METHOD:REPLY\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\n", mistakes));
        Assert.Equal(about, Assert.Single(mistakes).Found);
    }

    [Fact]
    public void A_method_that_only_the_mail_names_counts() =>
        Assert.IsType<ReadCounter>(Assert.Single(MessageReader.Read(
            CalendarReader.Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270101\nEND:VEVENT\nEND:VCALENDAR"u8),
                [], "Counter")));

    private static byte[] Written(SchedulingMessage message) =>
        CalendarWriter.ToBytes(message.ToCalendar("-//AnnualCycle//Test//SV"));

    private static IEnumerable<ReadMessage> Read(string content, List<CalendarMistake> mistakes) =>
        MessageReader.Read(CalendarReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\n{content}END:VCALENDAR")),
            mistakes);
}
