using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;

namespace AnnualCycle.Plans;

/// <summary>Holds the sentences about reports, work around meetings and the chair against the plan.</summary>
internal sealed class DutyOutcomes(MeetingsOfYear year, IReadOnlyList<PlannedDeadline> deadlines)
{
    private const string NoDay = "dag saknas i uppdragsbeskrivningen";

    public RuleOutcome Of(Group group, Duty duty, RuleKind kind)
    {
        var own = deadlines.Where(deadline => deadline.Rule == RuleIds.Of(group, duty)).ToList();
        return own.Count > 0 ? Dated(group, duty, kind, own) : Undated(group, duty, kind);
    }

    public static RuleOutcome Of(Group group, ChairPeriod chair, NodaTime.LocalDate? since)
    {
        var isOpen = since is null || chair.Months is null;
        return new RuleOutcome(
            $"{group.Id}/ordforande", RuleKind.Chair, chair.Source.Phrase, chair.Source.Document, chair.Source.Line,
            Min: null, Max: null, Planned: 0, isOpen ? RuleStatus.Open : RuleStatus.Fulfilled,
            isOpen ? chair.Months is null ? "ingen period angiven" : "periodens början är inte angiven" : null);
    }

    private RuleOutcome Dated(Group group, Duty duty, RuleKind kind, List<PlannedDeadline> own)
    {
        var dated = own.Count(deadline => deadline.Due is not null);
        var isOpen = dated < own.Count;
        return Outcome(
            group, duty, kind, own.Count, dated, isOpen ? RuleStatus.Open : RuleStatus.Fulfilled,
            Notes.Joined(isOpen ? NoDay : null, Passed(own)));
    }

    private string? Passed(List<PlannedDeadline> own)
    {
        var passed = own.Count(deadline => deadline.Due < year.From);
        return passed == 0 ? null : $"{passed} {year.Before} räknas som {(passed == 1 ? "gjord" : "gjorda")}";
    }

    // Work without a day of its own stands in every meeting of the group.
    private RuleOutcome Undated(Group group, Duty duty, RuleKind kind)
    {
        var carrying = kind == RuleKind.Task ? year.ToHold.Count(meeting => meeting.Groups.Contains(group.Id)) : 0;
        return Outcome(
            group, duty, kind, null, carrying, carrying > 0 ? RuleStatus.Fulfilled : RuleStatus.Open,
            carrying > 0 ? "står i varje möte" : kind == RuleKind.Task ? "inga möten att knyta det till" : NoDay);
    }

    private static RuleOutcome Outcome(
        Group group, Duty duty, RuleKind kind, int? min, int planned, RuleStatus status, string? note) => new(
        RuleIds.Of(group, duty), kind, duty.Source.Phrase, duty.Source.Document,
        duty.Source.Line, min, null, planned, status, note);
}
