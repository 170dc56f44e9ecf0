using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>The days on which a group's chair passes on; none while nobody has said when the period began.</summary>
internal sealed class HandoverDays(YearInput input, Reminders reminders)
{
    private readonly ChairPeriods _periods = new(input.Collaborations);

    public IEnumerable<PlannedDeadline> Of(Group group) => group.Chair is not { } chair ? []
        : _periods.ShiftsOf(group, input.Days.End).Where(input.Days.Contains).Select(day => Write(group, chair, day));

    private PlannedDeadline Write(Group group, ChairPeriod chair, LocalDate day)
    {
        var (rule, terms) = ($"{group.Id}/ordforande", _periods.Of(group, day));
        var (before, after) = (terms.LastOrDefault(term => term.From < day), terms.LastOrDefault(term => term.From == day));
        var uid = Uid.Of([group.Id], rule, day.Year, day.DayOfYear, input.UidHost);
        return new PlannedDeadline($"{rule}/{SwedishDates.Iso(day)}", uid, group.Id, Title(group, chair, before, after), day,
            rule, reminders.Before(day))
        {
            Kind = DeadlineKind.Handover,
            From = before?.Principal,
            To = after?.Principal,
            Sentence = Sentences.Text(chair.Source),
        };
    }

    private static string Title(Group group, ChairPeriod chair, ChairTerm? before, ChairTerm? after)
    {
        var between = before is not null && after is not null ? $" från {before.Principal} till {after.Principal}"
            : chair.Alternates.Count > 0 ? $" mellan {string.Join(" och ", chair.Alternates)}" : "";
        var vice = chair.ViceBecomesChair ? ": vice ordförande blir ordförande" : "";
        return $"Ordförandeskapet i {group.Name} går över{between}{vice}";
    }
}
