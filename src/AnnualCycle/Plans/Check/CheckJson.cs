using System.Text.Json;
using static AnnualCycle.Plans.JsonWriting;

namespace AnnualCycle.Plans.Check;

/// <summary>
/// A checked calendar as programs read it; the keys are a contract: new ones may be added, none is renamed.
/// </summary>
public static class CheckJson
{
    /// <summary>UTF-8 with a line feed at the end.</summary>
    public static byte[] Write(CheckReport report) => Document(json => WriteReport(json, report));

    private static void WriteReport(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("year", report.Year);
        json.WriteString("file", report.File);
        WriteList(json, "groups", [.. report.Groups], WriteGroup);
        WriteList(json, "clashes", report.Clashes, WriteClash);
        WriteList(json, "closed", report.Closed, (writer, day) => WriteDay(writer, day.Meeting, "reason", day.Reason));
        WriteList(json, "remarks", report.Remarks, (writer, remark) =>
             WriteDay(writer, remark.Meeting, "text", remark.Text));
        WriteList(json, "unmatched", report.Unmatched, WriteUnmatched);
        json.WriteStartObject("leftOut");
        json.WriteNumber("otherYears", report.LeftOut.OtherYears);
        json.WriteNumber("cancelled", report.LeftOut.Cancelled);
        json.WriteNumber("deadlines", report.LeftOut.Deadlines);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, CheckedGroup group)
    {
        json.WriteString("id", group.Id);
        json.WriteString("name", group.Name);
        WriteList(json, "rules", group.Rules, WriteRule);
        WriteList(json, "meetings", group.Meetings, WriteMeeting);
    }

    private static void WriteClash(Utf8JsonWriter json, Clash clash)
    {
        json.WriteString("date", SwedishDates.Iso(clash.Second.Date));
        json.WriteString("start", Start(clash.Second));
        WriteTexts(json, "who", clash.Who);
        WriteList(json, "meetings", [clash.First, clash.Second], WriteMeeting);
    }

    // As in a table's group column, several owners stand in one text with spaces between.
    private static void WriteDay(Utf8JsonWriter json, HeldMeeting meeting, string key, string text)
    {
        json.WriteString("group", string.Join(' ', meeting.Groups.Select(group => group.Id)));
        json.WriteString("date", SwedishDates.Iso(meeting.Date));
        json.WriteString(key, text);
        json.WriteString("title", meeting.Title);
    }

    private static void WriteMeeting(Utf8JsonWriter json, HeldMeeting meeting)
    {
        WriteTexts(json, "groups", [.. meeting.Groups.Select(group => group.Id)]);
        json.WriteString("date", SwedishDates.Iso(meeting.Date));
        json.WriteString("start", Start(meeting));
        json.WriteString("end", meeting.Time is { } time ? SwedishDates.Clock(time.End.TimeOfDay) : null);
        json.WriteString("title", meeting.Title);
        json.WriteNumber("line", meeting.Event.Line);
    }

    private static void WriteUnmatched(Utf8JsonWriter json, UnmatchedEvent entry)
    {
        json.WriteString("date", SwedishDates.Iso(entry.Event.Date));
        json.WriteString("group", entry.Event.Groups);
        json.WriteString("title", entry.Event.Title);
        json.WriteNumber("line", entry.Event.Line);
        json.WriteString("note", entry.Note);
    }

    private static string? Start(HeldMeeting meeting) =>
        meeting.Event.Start is { } start ? SwedishDates.Clock(start) : null;
}
