using System.Text;
using AnnualCycle.ICalendar;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Answers.Received;
using AnnualCycle.Storage.Invitations;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>What a calendar in a mail says of a meeting of ours, as far as it is an answer to an invite.</summary>
/// <param name="Attendee">The one it says it answers for, in lower case; null when it does not say.</param>
/// <param name="Answer">Null when it is no plain answer; then <see cref="Trouble"/> says what it is.</param>
/// <param name="Trouble">Why a person has to look at it, in Swedish; null when nobody has to.</param>
internal sealed record CalendarAnswer(string? Uid, string? Attendee, Answer? Answer, string? Trouble)
{
    private static readonly CalendarZone Sweden = CalendarZone.Find(Plan.TimeZone)!;

    // An answer has one event; what has a hundred is no answer to us.
    private static readonly ReadLimits Limits = new() { Octets = MimeReader.LargestMail, Components = 100, Lines = 100_000 };

    public int Sequence { get; private init; }

    /// <summary>DTSTAMP; null when it does not say.</summary>
    public Instant? At { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>The first part of the mail that is one; null when it has no such part.</summary>
    public static CalendarAnswer? In(ReceivedMail mail) => mail.Parts.Where(part => part.IsCalendar)
        .Select(Of).FirstOrDefault(found => found is not null);

    private static CalendarAnswer? Of(ReceivedPart part)
    {
        var calendar = CalendarReader.Read(
            Charsets.IsPlain(part.Charset) ? part.Content : Encoding.UTF8.GetBytes(part.Text), Limits);
        var mistakes = new List<CalendarMistake>();
        var method = part.Parameters.GetValueOrDefault("method");
        var first = MessageReader.Read(calendar, mistakes, method).FirstOrDefault();
        return first switch
        {
            ReadReply reply => Of(reply),
            ReadCounter counter => Of(counter),
            null when (calendar.Method ?? method?.Trim().ToUpperInvariant()) is "REPLY" or "COUNTER" => new CalendarAnswer(
                calendar.Events.FirstOrDefault()?.Uid, null, null,
                $"ett svar som inte går att läsa ({mistakes.FirstOrDefault()?.Text ?? "ingen händelse"})"),
            // An invite of somebody else's, or a calendar that was sent along.
            _ => null,
        };
    }

    private static CalendarAnswer Of(ReadReply reply) => Of(reply, reply.Attendee, reply.Comment, reply.Attendee.PartStat switch
    {
        ParticipationStatus.Accepted => (Storage.Invitations.Answer.Yes, null),
        ParticipationStatus.Declined => (Storage.Invitations.Answer.No, null),
        ParticipationStatus.Tentative => (Storage.Invitations.Answer.Maybe, null),
        _ => (null, "vill skicka någon annan"),
    });

    private static CalendarAnswer Of(ReadCounter counter) => Of(
        counter, counter.Attendee, counter.Comment, (null, $"föreslår en annan tid: {Time(counter.Event)}"));

    private static CalendarAnswer Of(
        ReadMessage message, Attendee? who, CalendarText comment, (Answer? Answer, string? Trouble) said) =>
        new(message.Uid, who?.Address.Mailbox.ToLowerInvariant(), said.Answer, said.Trouble)
        {
            Sequence = message.Event.Sequence,
            At = message.Event.DtStamp is { } stamp ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(stamp.ToUtc(Sweden), DateTimeKind.Utc)) : null,
            // Where Outlook's and Google's kin put it.
            Comment = comment.Value.Length > 0 ? comment.Value
                : message.Event.Component.Property("ATTENDEE")?.Parameter("X-RESPONSE-COMMENT"),
        };

    private static string Time(ReadEvent own)
    {
        var start = Local(own.Start!);
        var end = own.EffectiveEnd is { } last ? $"–{SwedishDates.Clock(Local(last).TimeOfDay)}" : "";
        return own.Start!.Form == TimeForm.Date ? $"{SwedishDates.Long(start.Date)} {start.Year}"
            : $"{SwedishDates.Long(start.Date)} {start.Year} {SwedishDates.Clock(start.TimeOfDay)}{end}";
    }

    private static LocalDateTime Local(ReadTime time) => LocalDateTime.FromDateTime(
        time.Form is TimeForm.Date or TimeForm.Floating ? time.Value : Sweden.ToLocal(time.ToUtc(Sweden)));
}
