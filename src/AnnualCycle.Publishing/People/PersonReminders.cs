using System.Text.Json;
using AnnualCycle.Plans;
using AnnualCycle.Storage.Reminders;

namespace AnnualCycle.Publishing.People;

/// <summary>What somebody was reminded of, has done and has chosen of mails, as their record has it.</summary>
internal static class PersonReminders
{
    public static void Write(Utf8JsonWriter json, ReminderTraces traces)
    {
        PersonRecord.Array(json, "reminders", traces.Reminders, own => Reminder(json, own));
        PersonRecord.Array(json, "handedIn", traces.HandedIn, own =>
        {
            json.WriteString("deadline", own.Uid);
            json.WriteString("state", own.State.ToString());
            json.WriteString("at", own.At.ToString());
            json.WriteString("link", own.Link);
            json.WriteString("said", own.Said);
        });
        PersonRecord.Array(json, "mutedMails", traces.Muted, own =>
        {
            json.WriteString("kind", own.Kind);
            json.WriteString("since", own.Since.ToString());
        });
        PersonRecord.Array(json, "holidayAnswers", traces.Holidays, own =>
        {
            json.WriteString("group", own.GroupId);
            json.WriteNumber("year", own.Year);
            json.WriteString("holiday", own.Holiday);
            json.WriteString("part", own.Part.ToString());
            json.WriteString("answer", own.Answer?.ToString());
            json.WriteString("answered", own.Answered?.ToString());
        });
        PersonRecord.Array(json, "staffingConfirmations", traces.Staffing, own =>
        {
            json.WriteString("collaboration", own.Collaboration);
            json.WriteString("day", SwedishDates.Iso(own.Day));
            json.WriteString("organisation", own.Organisation);
            json.WriteString("at", own.At.ToString());
        });
        PersonRecord.Array(json, "toldNews", traces.News, own =>
        {
            json.WriteString("collaboration", own.Collaboration);
            json.WriteString("news", own.Key);
            json.WriteString("at", own.At.ToString());
        });
    }

    private static void Reminder(Utf8JsonWriter json, Reminder own)
    {
        json.WriteString("kind", own.Kind);
        json.WriteString("about", own.Title);
        json.WriteString("due", SwedishDates.Iso(own.Due));
        json.WriteString("step", own.Step);
        json.WriteString("day", SwedishDates.Iso(own.Day));
        json.WriteString("state", own.State.ToString());
        json.WriteString("reason", own.Reason);
    }
}
