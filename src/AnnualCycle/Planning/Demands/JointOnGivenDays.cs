using AnnualCycle.Charters;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>
/// Joint meetings with a body whose dates are decided elsewhere: they are held on days when that body meets anyway,
/// before or after its own meeting.
/// </summary>
internal static class JointOnGivenDays
{
    private const int Pause = 15;

    private static readonly LocalTime Earliest = new(8, 0), Latest = new(17, 0);

    /// <summary>The series on the decided days, spread over them; as it was where none are decided.</summary>
    public static MeetingSeries Attach(MeetingSeries joint, IReadOnlyList<GivenDate> given)
    {
        var dates = given.Where(date => joint.Owners.Any(owner => owner.Id == date.Group))
            .OrderBy(date => date.Date).ToList();
        var count = Math.Min(joint.Meetings.Count, dates.Select(date => date.Date).Distinct().Count());
        var chosen = Enumerable.Range(0, count).Select(k => dates[(2 * k + 1) * dates.Count / (2 * count)]).ToList();
        return count == 0 ? joint : joint with
        {
            Form = joint.Form with { Starts = Starts(joint.Form, chosen) },
            Meetings = [.. chosen.Zip(joint.Meetings, (date, meeting) =>
                meeting with { Window = new DateInterval(date.Date, date.Date), Ideal = null })],
            Spread = false,
            IsOnGivenDays = true,
        };
    }

    // One choice of starts serves all the days, so each must be free of the body's own meeting on every one of them.
    private static IReadOnlyList<LocalTime> Starts(MeetingForm form, IReadOnlyList<GivenDate> dates)
    {
        var length = form.Minutes;
        var beside = dates
            .SelectMany(date => new[] { date.Start.PlusMinutes(-length - Pause), date.End.PlusMinutes(Pause) })
            .Concat(form.Starts).Distinct()
            .Where(start => start >= Earliest && start.PlusMinutes(length) <= Latest)
            .Where(start => dates.All(date => start.PlusMinutes(length) <= date.Start || start >= date.End))
            .Order().ToList();
        return beside.Count > 0 ? beside : form.Starts;
    }
}
