using AnnualCycle.Plans;
using AnnualCycle.Publishing.Duties;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Reminders;

/// <summary>Where the links of one person's reminders lead.</summary>
/// <param name="Done">By the UID of what is due: where it is marked as done.</param>
/// <param name="Answers">By a meeting's UID: where it is answered.</param>
/// <param name="Mails">Where the person chooses which mails to get.</param>
internal sealed record ReminderLinks(
    IReadOnlyDictionary<string, Uri> Done, IReadOnlyDictionary<string, Uri> Answers, Uri Mails);

/// <summary>Tells one person what they are to remember, in the words of the files.</summary>
/// <param name="names">Names of groups and collaborations by their ids.</param>
internal sealed class ReminderLetter(MessageBook messages, IReadOnlyDictionary<string, string> names, LocalDate today)
{
    public OutgoingMail Write((string Key, Instant At) mail, MessageKind kind, AnswerablePerson to,
        IReadOnlyList<ReminderThing> things, ReminderLinks links)
    {
        var duties = things.Where(thing => thing.Duty is not null).OrderBy(thing => thing.Due)
            .ThenBy(thing => thing.Title, StringComparer.Ordinal).Select(thing => Duty(thing, links)).ToList();
        var meetings = things.Where(thing => thing.Meeting is not null).OrderBy(thing => thing.Due)
            .ThenBy(thing => thing.Meeting!.Start).Select(thing => Meeting(thing, links)).ToList();
        var values = new MessageValues
        {
            ["person"] = new MessageValues { ["name"] = to.Name }, ["number"] = things.Count, [MessageKind.WayOut] = links.Mails,
        };
        if (kind != ReminderMessages.Meetings)
        {
            values["duties"] = duties;
        }

        if (kind != ReminderMessages.Duties)
        {
            values["meetings"] = meetings;
        }

        values[kind == ReminderMessages.Week ? "week" : "first"] =
            kind == ReminderMessages.Week ? SwedishDates.Week(today) : duties.Concat(meetings).First();
        return messages.Write(kind, to.Language, values).Mail(mail.Key, new Mailbox(to.Email, to.Name), mail.At);
    }

    private MessageValues Duty(ReminderThing thing, ReminderLinks links)
    {
        var (own, days) = (thing.Duty!.Deadline, Period.DaysBetween(today, thing.Due));
        return new MessageValues
        {
            ["title"] = own.Title, ["due"] = thing.Due, ["days_left"] = Math.Max(0, days), ["days_late"] = Math.Max(0, -days),
            ["group"] = NameOf(own.Group), ["from"] = own.From is { } from ? NameOf(from) : null,
            ["to"] = own.To is { } to ? NameOf(to) : null, ["covers_from"] = own.CoversFrom, ["covers_to"] = own.CoversTo,
            ["condition"] = own.Condition == "försenad" ? null : own.Condition, ["sentence"] = own.Sentence,
            ["as_leader"] = thing.AsLeader, ["owners"] = thing.Owners, ["is_event"] = thing.Duty.IsEvent,
            ["done"] = links.Done.GetValueOrDefault(thing.Uid),
        };
    }

    private static MessageValues Meeting(ReminderThing thing, ReminderLinks links)
    {
        var own = thing.Meeting!;
        return new MessageValues
        {
            ["title"] = own.Title, ["day"] = own.Date, ["start"] = own.Start, ["end"] = own.End, ["place"] = own.Where.Spot,
            ["video"] = own.Video, ["chair"] = thing.Chair, ["agenda"] = own.Agenda,
            ["answer"] = links.Answers.GetValueOrDefault(thing.Uid),
        };
    }

    private string NameOf(string body) => names.GetValueOrDefault(body, body);
}
