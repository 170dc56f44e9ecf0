using System.Text;
using System.Text.Json;
using AnnualCycle.Plans;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.People;

/// <summary>What somebody was invited to and sent, as their record has it.</summary>
internal static class PersonMails
{
    public static void Told(Utf8JsonWriter json, Invitation own)
    {
        json.WriteString("meeting", own.Uid);
        json.WriteString("date", SwedishDates.Iso(own.Date));
        json.WriteString("state", own.State.ToString());
        json.WriteString("channel", own.Channel.ToString());
        json.WriteString("told", own.Changed.ToString());
        json.WriteString("answer", own.Answer?.ToString());
        json.WriteString("answered", own.Answered?.ToString());
        json.WriteString("comment", own.Comment);
    }

    public static void Instead(Utf8JsonWriter json, StandIn own)
    {
        json.WriteString("meeting", own.Uid);
        json.WriteString("seat", own.Seat);
        json.WriteString("for", own.For);
        json.WriteString("name", own.Name);
        json.WriteString("email", own.Email);
        json.WriteString("namedBy", own.NamedBy);
    }

    public static void InOutlook(Utf8JsonWriter json, OutlookTrace own)
    {
        json.WriteString("meeting", own.Uid);
        json.WriteString("collaboration", own.Collaboration);
        json.WriteString("title", own.Entry.Subject);
        json.WriteString("date", SwedishDates.Iso(own.Entry.Date));
        json.WriteString("address", own.Person.Email);
        json.WriteString("name", own.Person.Name);
    }

    public static void Mail(Utf8JsonWriter json, Delivery mail)
    {
        json.WriteString("kind", mail.Kind);
        json.WriteString("collaboration", mail.Collaboration);
        json.WriteString("meeting", mail.Uid);
        json.WriteString("subject", mail.Subject);
        json.WriteString("state", mail.State.ToString());
        json.WriteString("created", mail.Created.ToString());
        json.WriteString("settled", mail.Settled?.ToString());
        json.WriteString("history", mail.History);
        json.WriteString("content", Encoding.UTF8.GetString(mail.Content));
    }
}
