using AnnualCycle.Charters;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>The days on which a group's chair passes on; none while nobody has said when the period began.</summary>
internal sealed class HandoverDays(YearInput input, Reminders reminders)
{
    public IEnumerable<PlannedDeadline> Of(Group group)
    {
        if (group.Chair is not { Months: { } months, Since: { } since } chair)
        {
            return [];
        }

        var days = Enumerable.Range(1, 1200 / months).Select(period => since.PlusMonths(period * months));
        return days.Where(input.Days.Contains).Select(day => Write(group, chair, day));
    }

    private PlannedDeadline Write(Group group, ChairPeriod chair, LocalDate day)
    {
        var (rule, between) = ($"{group.Id}/ordforande", string.Join(" och ", chair.Alternates));
        var title = $"Ordförandeskapet i {group.Name} går över" + (between.Length > 0 ? $" mellan {between}" : "");
        var uid = Uid.Of([group.Id], rule, day.Year, day.DayOfYear, input.UidHost);
        var id = $"{rule}/{SwedishDates.Iso(day)}";
        return new PlannedDeadline(id, uid, group.Id, title, day, rule, reminders.Before(day))
        {
            Sentence = Sentences.Text(chair.Source),
        };
    }
}
