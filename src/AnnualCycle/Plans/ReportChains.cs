using AnnualCycle.Calendars;

namespace AnnualCycle.Plans;

/// <summary>
/// Reports that are written into other reports: where nobody has given such a one a day of its own, it is due ten working
/// days before the one that it feeds, and says so.
/// </summary>
internal sealed class ReportChains(Reminders reminders)
{
    private const int Lead = -10;

    /// <summary>All deadlines, with days for those that can be counted back; a circle stays undated.</summary>
    public IReadOnlyList<PlannedDeadline> Tie(IReadOnlyList<PlannedDeadline> deadlines)
    {
        for (var left = deadlines.Count(IsOpen); left > 0;)
        {
            deadlines = [.. deadlines.Select(own => Counted(own, deadlines))];
            var now = deadlines.Count(IsOpen);
            left = now < left ? now : 0;
        }

        return deadlines;
    }

    /// <summary>The reports that one is written into: those that cover the same time, or the first that comes.</summary>
    public static IEnumerable<PlannedDeadline> FedBy(PlannedDeadline own, IReadOnlyList<PlannedDeadline> all)
    {
        var fed = all.Where(other => other.Rule == own.Feeds && other.Due is not null).OrderBy(other => other.Due).ToList();
        var same = fed.Where(other => other.CoversTo == own.CoversTo || other.CoversTo is null && IsOfYear(own)).ToList();
        return same.Count > 0 ? same : fed.Where(other => other.Due > own.CoversTo || own.CoversTo is null).Take(1);
    }

    private static bool IsOfYear(PlannedDeadline own) =>
        own is { CoversFrom: { Month: 1, Day: 1 }, CoversTo: { Month: 12, Day: 31 } };

    private static bool IsOpen(PlannedDeadline deadline) => deadline is { Feeds: not null, Due: null };

    private PlannedDeadline Counted(PlannedDeadline own, IReadOnlyList<PlannedDeadline> all)
    {
        // What it covers has to be over before it can be written; a year that is not over is another year's report.
        if (!IsOpen(own) || FedBy(own, all).FirstOrDefault() is not { Due: { } due } fed
            || WorkingDays.Add(due, Lead) <= own.Closes && !IsOfYear(own))
        {
            return own;
        }

        if (WorkingDays.Add(due, Lead) <= own.Closes)
        {
            own = own with { CoversFrom = null, CoversTo = null, Closes = null };
        }

        var dated = own with
        {
            Due = WorkingDays.Add(due, Lead), Condition = $"räknat tillbaka från {fed.Title}", Meeting = fed.Meeting,
        };
        return dated with { Reminders = reminders.Of(dated) };
    }
}
