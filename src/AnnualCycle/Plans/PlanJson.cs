using System.Text.Json;
using static AnnualCycle.Plans.JsonWriting;

namespace AnnualCycle.Plans;

/// <summary>A plan as programs read it; the keys are a contract: new ones may be added, none is renamed.</summary>
public static class PlanJson
{
    /// <summary>UTF-8 with a line feed at the end.</summary>
    public static byte[] Write(Plan plan) => Document(json => WritePlan(json, plan));

    private static void WritePlan(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteNumber("year", plan.Year);
        WriteScore(json, plan.Score);
        WriteList(json, "collaborations", plan.Collaborations, WriteCollaboration);
        WriteList(json, "groups", plan.Groups, WriteGroup);
        WriteList(json, "meetings", plan.Meetings, WriteMeeting);
        WriteList(json, "deadlines", plan.Deadlines, WriteDeadline);
        WriteList(json, "questions", plan.Questions, WriteQuestion);
        WriteStart(json, plan);
        json.WriteEndObject();
    }

    // Only a running year has days that nobody planned.
    private static void WriteStart(Utf8JsonWriter json, Plan plan)
    {
        if (plan.From is { } from)
        {
            json.WriteString("from", SwedishDates.Iso(from));
        }

        if (plan.AssumedHeld.Count > 0)
        {
            WriteList(json, "assumedHeld", plan.AssumedHeld, WriteMeeting);
        }
    }

    private static void WriteScore(Utf8JsonWriter json, PlanScore score)
    {
        json.WriteStartObject("score");
        json.WriteNumber("hard", score.Hard);
        json.WriteNumber("unplaced", score.Unplaced);
        json.WriteNumber("soft", score.Soft);
        WriteNumber(json, "lowerBound", score.LowerBound);
        WriteNumber(json, "gap", score.Gap);
        json.WriteEndObject();
    }

    private static void WriteCollaboration(Utf8JsonWriter json, PlannedCollaboration collaboration)
    {
        json.WriteString("id", collaboration.Id);
        json.WriteString("name", collaboration.Name);
        json.WriteBoolean("public", collaboration.Public);
    }

    private static void WriteGroup(Utf8JsonWriter json, PlannedGroup group)
    {
        json.WriteString("id", group.Id);
        json.WriteString("name", group.Name);
        json.WriteString("collaboration", group.Collaboration);
        json.WriteString("municipality", group.Municipality);
        json.WriteString("usual", group.Usual);
        WriteList(json, "rules", group.Rules, WriteRule);
        WriteList(json, "chairs", group.Chairs, (own, term) =>
        {
            own.WriteString("from", SwedishDates.Iso(term.From));
            own.WriteString("principal", term.Principal);
            own.WriteString("vice", term.Vice);
        });
    }

    private static void WriteMeeting(Utf8JsonWriter json, PlannedMeeting meeting)
    {
        json.WriteString("id", meeting.Id);
        json.WriteString("uid", meeting.Uid);
        WriteTexts(json, "groups", meeting.Groups);
        json.WriteString("date", SwedishDates.Iso(meeting.Date));
        json.WriteString("start", SwedishDates.Clock(meeting.Start));
        json.WriteString("end", SwedishDates.Clock(meeting.End));
        json.WriteString("timeZone", Plan.TimeZone);
        json.WriteString("title", meeting.Title);
        json.WriteString("rule", meeting.Rule);
        json.WriteString("kind", Word(meeting.Kind));
        json.WriteString("status", Word(meeting.Status));
        WriteList(json, "reasons", meeting.Reasons, WriteReason);
        WriteList(json, "alternatives", meeting.Alternatives, WriteAlternative);
        WriteChoice(json, meeting);
    }

    private static void WriteChoice(Utf8JsonWriter json, PlannedMeeting meeting)
    {
        if (meeting.Locked)
        {
            json.WriteBoolean("locked", true);
        }

        if (meeting.CancelledOn is { } day)
        {
            json.WriteString("cancelledOn", SwedishDates.Iso(day));
            json.WriteString("cancelReason", meeting.CancelReason);
        }
    }

    private static void WriteReason(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("term", reason.Term);
        json.WriteNumber("cost", reason.Cost);
        json.WriteString("text", reason.Text);
    }

    private static void WriteAlternative(Utf8JsonWriter json, AlternativeSlot slot)
    {
        json.WriteString("date", SwedishDates.Iso(slot.Date));
        json.WriteString("start", SwedishDates.Clock(slot.Start));
        json.WriteNumber("cost", slot.Cost);
        json.WriteString("text", slot.Text);
    }

    private static void WriteDeadline(Utf8JsonWriter json, PlannedDeadline deadline)
    {
        json.WriteString("id", deadline.Id);
        json.WriteString("group", deadline.Group);
        json.WriteString("title", deadline.Title);
        json.WriteString("due", deadline.Due is { } due ? SwedishDates.Iso(due) : null);
        json.WriteString("rule", deadline.Rule);
        WriteTexts(json, "reminders", [.. deadline.Reminders.Select(SwedishDates.Iso)]);
        json.WriteString("uid", deadline.Uid);
        json.WriteString("from", deadline.From);
        json.WriteString("to", deadline.To);
        json.WriteString("condition", deadline.Condition);
        json.WriteString("kind", Word(deadline.Kind));
        json.WriteString("coversFrom", deadline.CoversFrom is { } from ? SwedishDates.Iso(from) : null);
        json.WriteString("coversTo", deadline.CoversTo is { } to ? SwedishDates.Iso(to) : null);
        json.WriteString("closes", deadline.Closes is { } closes ? SwedishDates.Iso(closes) : null);
        json.WriteString("meeting", deadline.Meeting);
    }

    private static void WriteQuestion(Utf8JsonWriter json, OpenQuestion question)
    {
        json.WriteString("group", question.Group);
        WriteNumber(json, "line", question.Line);
        json.WriteString("text", question.Text);
        json.WriteString("suggestion", question.Suggestion);
    }
}
