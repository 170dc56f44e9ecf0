using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Takes messages out of a calendar file; one that lacks what it needs is a mistake and no message.</summary>
public static class MessageReader
{
    /// <summary>One message for each event of the file, in order; none when the method is another.</summary>
    /// <param name="calendar">The file.</param>
    /// <param name="mistakes">Is told what was not taken, and why.</param>
    /// <param name="method">The method that the mail names, for files that leave it out.</param>
    public static ImmutableArray<ReadMessage> Read(
        ReadCalendar calendar, ICollection<CalendarMistake> mistakes, string? method = null) =>
        [.. calendar.Events.Select(e => Of(e, calendar.Method ?? method?.Trim().ToUpperInvariant(), mistakes))
            .OfType<ReadMessage>()];

    private static ReadMessage? Of(ReadEvent e, string? method, ICollection<CalendarMistake> mistakes)
    {
        if (string.IsNullOrWhiteSpace(e.Uid))
            return Missing(e, "UID", mistakes);
        return method switch
        {
            "REQUEST" => e.Organizer is not { } organizer ? Missing(e, "ORGANIZER", mistakes)
                : e.Start is null ? Missing(e, "DTSTART", mistakes) : new ReadRequest(e, organizer, e.Attendees),
            "CANCEL" => new ReadCancel(e, e.Organizer, e.Attendees),
            "REPLY" => Answer(e, mistakes) is { } who ? new ReadReply(e, who, Comment(e)) : null,
            "COUNTER" => e.Start is null ? Missing(e, "DTSTART", mistakes)
                : new ReadCounter(e, e.Attendees is [var one] ? one : null, Comment(e)),
            _ => null,
        };
    }

    /// <summary>The one who answers: neither nobody nor several, and with a word that is an answer.</summary>
    private static Attendee? Answer(ReadEvent e, ICollection<CalendarMistake> mistakes)
    {
        var named = e.Component.PropertiesNamed("ATTENDEE").ToList();
        if (named.Count != 1 || e.Attendees is not [var who])
        {
            mistakes.Add(named.Count > 1
                ? CalendarMistake.At(named[1].Line, 1, MistakeKind.Repeated, "ATTENDEE")
                : CalendarMistake.At(e.Line, 1, MistakeKind.Missing, "ATTENDEE"));
            return null;
        }
        if (who.PartStat != ParticipationStatus.NeedsAction)
            return who;
        mistakes.Add(CalendarMistake.At(named[0].Line, 1, MistakeKind.Missing, "PARTSTAT"));
        return null;
    }

    private static CalendarText Comment(ReadEvent e) => e.Component.Property("COMMENT")?.Text ?? default;

    private static ReadMessage? Missing(ReadEvent e, string name, ICollection<CalendarMistake> mistakes)
    {
        mistakes.Add(CalendarMistake.At(e.Line, 1, MistakeKind.Missing, name));
        return null;
    }
}
