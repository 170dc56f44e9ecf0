using System.Text;

namespace AnnualCycle.Plans.Check;

/// <summary>
/// A checked calendar as text for a terminal: each sentence with what was held, then clashes, closed days and the rest.
/// </summary>
public static class CheckTable
{
    public static string Write(CheckReport report)
    {
        var table = new StringBuilder();
        table.Append(Title(report)).Append('\n');
        foreach (var collaboration in report.Collaborations)
        {
            WriteCollaboration(table, collaboration);
        }

        WriteList(table, "KROCKAR", report.Clashes, clash =>
            $"{clash.Second.When}  {PeopleTexts.Of(clash.Who)}: " +
            $"{clash.First.Title}{Clock(clash.First)} och {clash.Second.Title}{Clock(clash.Second)}");
        WriteList(table, "STÄNGDA DAGAR", report.Closed, day =>
            $"{day.Meeting.When}  {day.Meeting.Title}: {day.Reason}");
        WriteList(table, "ATT TÄNKA PÅ", report.Remarks, remark =>
            $"{remark.Meeting.When}  {remark.Meeting.Title}: {remark.Text}");
        WriteList(table, "UTAN GRUPP", report.Unmatched, entry =>
            $"{SwedishDates.Iso(entry.Event.Date)}  {Words(entry.Event)} (rad {entry.Event.Line})" +
            (entry.Note is { } note ? $"  {note}" : ""));
        return table.ToString();
    }

    private static string Words(HeldEvent entry) =>
        entry.Groups is { } group && group != entry.Title ? $"{group}: {entry.Title}"
        : entry.Title.Length > 0 ? entry.Title : "(utan rubrik)";

    private static string Title(CheckReport report)
    {
        var meetings = report.Groups.SelectMany(group => group.Meetings).Distinct().Count();
        var rules = report.Groups.SelectMany(group => group.Rules).DistinctBy(rule => rule.Id)
            .ToLookup(rule => rule.Status);
        var groups = report.Groups.Count(group => group.Meetings.Count > 0);
        return $"Samverkansåret {report.Year} enligt {report.File}: {SwedishDates.Count(meetings, "möte", "möten")} " +
            $"i {SwedishDates.Count(groups, "grupp", "grupper")}{LeftOut(report)}\n" +
            $"Uppfyllda {rules[RuleStatus.Fulfilled].Count()}, för få {rules[RuleStatus.Short].Count()}, " +
            $"för många {rules[RuleStatus.Over].Count()}, öppna {rules[RuleStatus.Open].Count()}; " +
            $"{SwedishDates.Count(report.Clashes.Count, "krock", "krockar")}, " +
            $"{report.Closed.Count} på stängda dagar, " +
            $"{SwedishDates.Count(report.Unmatched.Count, "händelse", "händelser")} utan grupp";
    }

    private static string LeftOut(CheckReport report)
    {
        var parts = new[]
        {
            (report.LeftOut.OtherYears, "andra år"),
            (report.LeftOut.Cancelled, "inställda"),
            (report.LeftOut.Deadlines, "frister"),
        };
        var told = parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}").ToList();
        return told.Count > 0 ? $" (inte räknade: {string.Join(", ", told)})" : "";
    }

    // A calendar of one collaboration should not drown in what all the others lack.
    private static void WriteCollaboration(StringBuilder table, CheckedCollaboration collaboration)
    {
        table.Append('\n').Append(collaboration.Name.ToUpperInvariant()).Append('\n');
        var lacking = collaboration.Groups.SelectMany(group => group.Rules).DistinctBy(rule => rule.Id)
            .Count(rule => rule.Status == RuleStatus.Short);
        if (collaboration.Groups.Count > 1 && collaboration.Groups.All(group => group.Meetings.Count == 0))
        {
            table.Append("    ").Append(PlanTable.Sign(lacking > 0 ? RuleStatus.Short : RuleStatus.Open))
                .Append(" Inga möten i kalendern")
                .Append(lacking > 0 ? $"; för få enligt {SwedishDates.Count(lacking, "mening", "meningar")}" : "")
                .Append('\n');
            return;
        }

        foreach (var group in collaboration.Groups.Where(group => group.Rules.Count > 0 || group.Meetings.Count > 0))
        {
            WriteGroup(table, group);
        }
    }

    private static void WriteGroup(StringBuilder table, CheckedGroup group)
    {
        table.Append("  ").Append(group.Name).Append('\n');
        foreach (var row in group.Meetings.Select(Date).Chunk(5))
        {
            table.Append("        ").AppendJoin(" · ", row).Append('\n');
        }

        foreach (var rule in group.Rules.Where(rule => rule.Note != OtherSentences.Unseen))
        {
            table.Append("    ").Append(PlanTable.Sign(rule.Status)).Append(' ')
                .Append(PlanTable.Phrase(rule)).Append(Numbers(rule))
                .Append(rule.Note is { } note ? $"  {note}" : "").Append('\n');
        }

        WriteUnseen(table, [.. group.Rules.Where(rule => rule.Note == OtherSentences.Unseen)]);
    }

    // What no calendar can show is one row a group: the sentences by their lines.
    private static void WriteUnseen(StringBuilder table, IReadOnlyList<RuleOutcome> rules)
    {
        if (rules.Count > 0)
        {
            var places = rules.Select(rule => rule.Line is { } line ? $"rad {line}" : $"”{rule.Phrase}”").Distinct();
            table.Append("    ").Append(PlanTable.Sign(RuleStatus.Open)).Append(" Kan inte ses i en kalender: ")
                .AppendJoin(", ", places).Append('\n');
        }
    }

    private static string Numbers(RuleOutcome rule)
    {
        var demanded = (rule.Min, rule.Max) switch
        {
            (null, _) => "",
            ({ } min, null) => $"av minst {min}",
            ({ } min, { } max) when min == max => $"av {min}",
            ({ } min, { } max) => $"av {min}–{max}",
        };
        var held = rule.Status == RuleStatus.Open && rule.Planned == 0 ? "" : $"{rule.Planned}";
        return $"  {held,3} {demanded,-10}";
    }

    private static string Date(HeldMeeting meeting) =>
        SwedishDates.Short(meeting.Date) +
        (meeting.Event.Start is { } start ? $" {SwedishDates.Clock(start)}" : "") +
        $" (v. {SwedishDates.Week(meeting.Date)})";

    private static string Clock(HeldMeeting meeting) =>
        meeting.Time is { } time
            ? $" {SwedishDates.Clock(time.Start.TimeOfDay)}–{SwedishDates.Clock(time.End.TimeOfDay)}" : "";

    private static void WriteList<T>(StringBuilder table, string head, IReadOnlyList<T> items, Func<T, string> text)
    {
        table.Append(items.Count > 0 ? $"\n{head}\n" : "");
        foreach (var item in items)
        {
            table.Append("  ").Append(text(item)).Append('\n');
        }
    }
}
