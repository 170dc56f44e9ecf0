using System.Text.Json;
using AnnualCycle.Plans;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Rounds;

namespace AnnualCycle.Publishing.People;

/// <summary>What a person answered, in rounds and by mail, as a part of what there is about them.</summary>
internal static class PersonAnswers
{
    public static void Round(Utf8JsonWriter json, RoundTraces traces, RoundPerson own)
    {
        var round = traces.Rounds[own.Round];
        json.WriteString("collaboration", round.Collaboration);
        json.WriteNumber("year", round.Year);
        json.WriteNumber("round", round.Number);
        json.WriteString("name", own.Name);
        json.WriteString("answered", own.Answered?.ToString());
        json.WriteString("reminded", own.Reminded?.ToString());
        json.WriteString("comment", own.Comment);
        PersonRecord.Array(json, "dates", traces.Answers.Where(answer => answer.Round == own.Round), answer =>
        {
            json.WriteString("meeting", answer.Uid);
            json.WriteString("date", SwedishDates.Iso(answer.Date));
            json.WriteString("start", answer.Start);
            json.WriteString("answer", answer.Answer?.ToString().ToLowerInvariant());
        });
    }

    public static void Mail(Utf8JsonWriter json, PutAsideMail mail)
    {
        json.WriteString("at", mail.At.ToString());
        json.WriteString("reason", mail.Reason);
        json.WriteString("from", mail.Sender);
        json.WriteString("attendee", mail.Attendee);
        json.WriteString("meeting", mail.Uid);
        json.WriteString("subject", mail.Subject);
        json.WriteString("said", mail.Said);
    }
}
