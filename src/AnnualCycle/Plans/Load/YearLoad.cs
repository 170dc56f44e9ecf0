using AnnualCycle.Calendars;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Planning.Demands;
using NodaTime;

namespace AnnualCycle.Plans.Load;

/// <summary>Everybody's load over a year, whoever has most first.</summary>
public sealed record YearLoad(int Year, IReadOnlyList<PersonLoad> Persons)
{
    /// <summary>
    /// Counts what a plan asks of people: a meeting once for each who is waited for in one of its groups that day, not
    /// of substitutes and of those who are only invited.
    /// </summary>
    /// <param name="plan">The whole network's year; what is cancelled is not counted.</param>
    public static YearLoad Of(
        Plan plan, IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people)
    {
        var seats = new SeatRegister(collaborations);
        var days = new DateInterval(new LocalDate(plan.Year, 1, 1), new LocalDate(plan.Year, 12, 31));
        var meetings = plan.Meetings.Where(meeting => !meeting.IsCancelled && days.Contains(meeting.Date)).ToList();
        var seated = people.Where(person => !person.Substitute && person.IsIn(days));
        return new YearLoad(plan.Year,
        [
            .. seated.GroupBy(person => person.Email).Select(own => Of([.. own], seats, meetings, days))
                .OrderByDescending(load => load.Meetings).ThenByDescending(load => load.Groups.Count)
                .ThenBy(load => load.Name, StringComparer.Ordinal).ThenBy(load => load.Email, StringComparer.Ordinal),
        ]);
    }

    private static PersonLoad Of(
        IReadOnlyList<Membership> own, SeatRegister seats, IReadOnlyList<PlannedMeeting> meetings, DateInterval days)
    {
        var places = own.SelectMany(member => seats.PlacesOf(member.Seat).Select(place => (member, place))).ToList();
        var waited = places.Where(pair => pair.member.Required ?? pair.place.Seat.Required)
            .ToLookup(pair => pair.place.Group.Id, pair => pair.member);
        var attended = meetings.Where(meeting => meeting.Groups.Any(group =>
            waited[group].Any(member => member.IsIn(new DateInterval(meeting.Date, meeting.Date))))).ToList();
        var byWeek = attended.ToLookup(meeting => IsoWeek.Of(meeting.Date));
        return new PersonLoad(own[0].Email, own.OrderBy(member => member.To ?? LocalDate.MaxIsoValue).Last().Name,
            [.. places.Select(pair => pair.place.Group.Name).Distinct()],
            [.. Enumerable.Range(1, 12).Select(month => attended.Count(meeting => meeting.Date.Month == month))],
            [.. WeeksOf(days).Select(week => new WeekLoad(week.Monday, byWeek[week].Count()))],
            PersonClasses.WeekLimitOf(attended.Select(meeting => meeting.Rule).Distinct().Count()));
    }

    private static IEnumerable<IsoWeek> WeeksOf(DateInterval days)
    {
        for (var week = IsoWeek.Of(days.Start); week.Monday <= days.End; week = IsoWeek.Of(week.Monday.PlusWeeks(1)))
        {
            yield return week;
        }
    }
}
