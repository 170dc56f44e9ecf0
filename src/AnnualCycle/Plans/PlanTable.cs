using System.Text;
using AnnualCycle.Plans.Changes;

namespace AnnualCycle.Plans;

/// <summary>
/// A plan as text for a terminal: what each sentence demands and got, the dates, and what is still open.
/// </summary>
public static class PlanTable
{
    private const int PhraseWidth = 46;

    public static string Write(Plan plan)
    {
        var table = new StringBuilder();
        table.Append(Title(plan)).Append('\n');
        foreach (var collaboration in plan.Collaborations)
        {
            table.Append('\n').Append(collaboration.Name.ToUpperInvariant()).Append('\n');
            foreach (var group in plan.Groups
                .Where(group => group.Collaboration == collaboration.Id && group.Rules.Count > 0))
            {
                WriteGroup(table, plan, group);
            }

            WriteDeadlines(table, plan, collaboration.Id);
        }

        WriteQuestions(table, plan);
        return table.ToString();
    }

    private static string Title(Plan plan)
    {
        var groups = plan.Groups.Count(group => plan.Meetings.Any(meeting => meeting.Groups.Contains(group.Id)));
        var dated = plan.Deadlines.Count(deadline => deadline.Due is not null);
        var year = $"{SwedishDates.Count(groups, "grupp", "grupper")} med möten, " +
            SwedishDates.Count(plan.Meetings.Count(meeting => !meeting.IsCancelled), "möte", "möten");
        var rest = $"{dated} daterade och {plan.Deadlines.Count - dated} odaterade frister, " +
            SwedishDates.Count(plan.Questions.Count, "öppen fråga", "öppna frågor");
        return $"Samverkansåret {plan.Year}: {plan.Collaborations.Count} samverkan, {year}, {rest}\n" +
            Verdict(plan.Score);
    }

    private static string Verdict(PlanScore score) => score switch
    {
        { Unplaced: > 0 } =>
            $"{SwedishDates.Count(score.Unplaced, "möte", "möten")} fick inte plats, {score.Soft} poäng i nackdelar",
        { Gap: 0 } =>
            $"Alla möten har datum, {score.Soft} poäng i nackdelar: bevisat bästa plan på gruppernas vanliga dagar",
        { Gap: { } gap } =>
            $"Alla möten har datum, {score.Soft} poäng i nackdelar: " +
            $"högst {gap} från bästa plan på gruppernas vanliga dagar",
        _ => $"Alla möten har datum, {score.Soft} poäng i nackdelar",
    };

    private static void WriteGroup(StringBuilder table, Plan plan, PlannedGroup group)
    {
        table.Append("  ").Append(group.Name).Append(group.Usual is { } usual ? $" – {usual}" : "").Append('\n');
        foreach (var rule in group.Rules)
        {
            table.Append("    ").Append(Sign(rule.Status)).Append(' ').Append(Phrase(rule)).Append(Numbers(rule))
                .Append(rule.Note is { } note ? $"  {note}" : "").Append('\n');
            if (rule.Kind is RuleKind.Meetings or RuleKind.Joint or RuleKind.Holidays)
            {
                WriteDates(table, plan.Meetings.Where(rule.Demands));
            }
        }

        var others = plan.Meetings
            .Where(meeting => meeting.Groups.Contains(group.Id) && !IsListed(group, meeting))
            .ToLookup(AddedMeeting.Is);
        table.Append(others.Contains(false) ? "    Beslutade på annat håll eller före andras möten\n" : "");
        WriteDates(table, others[false]);
        table.Append(others.Contains(true) ? "    Tillagda för hand\n" : "");
        WriteDates(table, others[true]);
    }

    private static bool IsListed(PlannedGroup group, PlannedMeeting meeting) =>
        group.Rules.Any(rule =>
            rule.Kind is RuleKind.Meetings or RuleKind.Joint or RuleKind.Holidays && rule.Demands(meeting));

    internal static string Sign(RuleStatus status) => status switch
    {
        RuleStatus.Fulfilled => "✓",
        RuleStatus.Short => "✗",
        RuleStatus.Over => "!",
        _ => "?",
    };

    internal static string Phrase(RuleOutcome rule)
    {
        var place = rule.Line is { } line ? $" (rad {line})" : "";
        var room = PhraseWidth - place.Length;
        var phrase = rule.Phrase.Length > room ? rule.Phrase[..(room - 1)].TrimEnd() + "…" : rule.Phrase;
        return (phrase + place).PadRight(PhraseWidth);
    }

    private static string Numbers(RuleOutcome rule)
    {
        if (rule.Kind == RuleKind.Chair)
        {
            return "";
        }

        var demanded = (rule.Min, rule.Max) switch
        {
            (null, _) => "",
            ({ } min, null) => min == 0 ? "" : $"minst {min}",
            ({ } min, { } max) when min == max => $"{min}",
            ({ } min, { } max) => $"{min}–{max}",
        };
        return $"  {rule.Planned,3} planerade {(demanded.Length > 0 ? $"av {demanded}" : ""),-12}";
    }

    private static void WriteDates(StringBuilder table, IEnumerable<PlannedMeeting> meetings)
    {
        foreach (var row in meetings.Select(Date).Chunk(5))
        {
            table.Append("        ").AppendJoin(" · ", row).Append('\n');
        }
    }

    private static string Date(PlannedMeeting meeting) =>
        $"{SwedishDates.Short(meeting.Date)} {SwedishDates.Clock(meeting.Start)} " +
        $"(v. {SwedishDates.Week(meeting.Date)}{Standing(meeting)})";

    private static string Standing(PlannedMeeting meeting) =>
        meeting.IsCancelled ? ", inställt" : meeting.Locked ? ", låst" : "";

    private static void WriteDeadlines(StringBuilder table, Plan plan, string collaboration)
    {
        var own = plan.Deadlines
            .Where(deadline => deadline.Due is not null && deadline.Group.Split('/')[0] == collaboration).ToList();
        if (own.Count > 0)
        {
            table.Append("  Frister\n");
        }

        foreach (var deadline in own)
        {
            var condition = deadline.Condition is { } rests ? $" ({rests})" : "";
            table.Append("    ").Append(SwedishDates.Iso(deadline.Due!.Value))
                .Append("  ").Append(deadline.Title).Append(condition).Append('\n');
        }
    }

    private static void WriteQuestions(StringBuilder table, Plan plan)
    {
        table.Append(plan.Questions.Count > 0 ? "\nÖPPNA FRÅGOR\n" : "");
        foreach (var collaboration in plan.Collaborations
            .Where(own => plan.Questions.Any(question => IsOf(question, own))))
        {
            table.Append("  ").Append(collaboration.Name).Append('\n');
            // The same question to every municipality's group is one row.
            foreach (var same in plan.Questions.Where(question => IsOf(question, collaboration))
                .GroupBy(question => (question.Line, question.Text, question.Suggestion)))
            {
                WriteQuestion(table, same.First(), same.Count());
            }
        }
    }

    private static bool IsOf(OpenQuestion question, PlannedCollaboration collaboration) =>
        question.Group.Split('/')[0] == collaboration.Id;

    private static void WriteQuestion(StringBuilder table, OpenQuestion question, int groups)
    {
        var line = question.Line is { } number ? $"rad {number}" : "";
        var suggestion = question.Suggestion is { } suggested ? $"  Förslag: {suggested}" : "";
        var several = groups > 1 ? $" ({groups} grupper)" : "";
        table.Append("    ").Append(line.PadRight(9)).Append(question.Text)
            .Append(several).Append(suggestion).Append('\n');
    }
}
