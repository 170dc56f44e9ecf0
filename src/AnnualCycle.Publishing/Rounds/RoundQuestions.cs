using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.People;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>Finds out whom a round has to ask about which dates: each person once, whatever groups they are in.</summary>
internal sealed class RoundQuestions(AnnualCycleContext context, LocalDate today)
{
    private const int LongestDays = 183;

    public async Task<RoundOutline> OutlineAsync(RoundOrder order, CancellationToken cancel)
    {
        var own = await new PlanBook(context).InForceAsync(order.Collaboration, order.Year, cancel);
        var rounds = await context.Rounds.AsNoTracking()
            .Where(round => round.Collaboration == order.Collaboration && round.Year == order.Year).ToListAsync(cancel);
        var hasDraft = order.IsAgain
            && await new PlanBook(context).DraftAsync(order.Collaboration, order.Year, cancel) is not null;
        var (number, refusal) = (rounds.Count + 1, RefusalOf(order, own, rounds, hasDraft));
        if (refusal is not null)
        {
            return new RoundOutline(order, number, []) { Refusal = refusal };
        }

        // Groups of others come to joint meetings.
        var plans = await context.Plans.AsNoTracking().Where(plan => plan.Year == order.Year
            && (plan.State == PlanState.Proposed || plan.State == PlanState.Adopted)).ToListAsync(cancel);
        IReadOnlyList<PlannedGroup> groups = [.. own!.Plan.Groups, .. plans.SelectMany(plan => plan.Plan.Groups)];
        var asked = await AskedAsync(own.Plan, groups, cancel);
        var persons = order.IsAgain ? await NewAsync(asked, rounds, cancel) : asked;
        return new RoundOutline(order, number, persons)
        {
            Refusal = persons.Count == 0 ? RoundRefusal.NobodyToAsk : null,
            GroupNames = groups.DistinctBy(group => group.Id).ToDictionary(group => group.Id, group => group.Name),
            Name = own.Plan.Collaborations.Single(one => one.Id == order.Collaboration).Name,
        };
    }

    private RoundRefusal? RefusalOf(
        RoundOrder order, PlanRevision? own, List<Round> rounds, bool hasDraft) => own switch
    {
        null => RoundRefusal.NotProposed,
        { State: PlanState.Adopted } => RoundRefusal.Adopted,
        _ when rounds.Any(round => round.State == RoundState.Open) => RoundRefusal.GoesOn,
        _ when rounds.Count > 0 && !order.IsAgain => RoundRefusal.AskedBefore,
        _ when rounds.Count == 0 && order.IsAgain => RoundRefusal.NeverAsked,
        _ when hasDraft => RoundRefusal.DraftWaits,
        _ when order.Until <= today || order.Until > today.PlusDays(LongestDays) => RoundRefusal.WrongDay,
        _ => null,
    };

    private async Task<IReadOnlyList<AskedPerson>> AskedAsync(
        Plan plan, IReadOnlyList<PlannedGroup> groups, CancellationToken cancel)
    {
        // Who comes when somebody else cannot is not the one to be asked.
        var people = await context.Memberships.AsNoTracking().Where(row => !row.Substitute)
            .Where(row => row.To == null || row.To > today).OrderBy(row => row.Id).ToListAsync(cancel);
        var holders = people.ToLookup(row => row.Seat);
        var seats = groups.SelectMany(group => group.Seats.Select(seat => (group.Id, seat)))
            .Distinct().ToLookup(pair => pair.Id, pair => pair.seat);
        return
        [
            .. plan.Meetings.Where(IsAskedAbout)
                .SelectMany(meeting => meeting.Groups.SelectMany(group => seats[group].SelectMany(seat => holders[seat])
                    .Where(row => Holds(row, meeting.Date)).Select(row => (Person: row, Meeting: meeting, Group: group))))
                .GroupBy(one => one.Person.Email).OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new AskedPerson(same.Key, same.MaxBy(one => one.Person.Id).Person.Name,
                    [.. DatesOf(same.Select(one => (one.Meeting, one.Group)))])),
        ];
    }

    // What others have decided is not up for discussion, and the past is past.
    private bool IsAskedAbout(PlannedMeeting meeting) =>
        !meeting.IsCancelled && meeting.Kind != MeetingKind.Given && meeting.Date > today;

    private static bool Holds(StoredMembership row, LocalDate day) =>
        (row.From is null || row.From <= day) && (row.To is null || row.To >= day);

    private static IEnumerable<AskedDate> DatesOf(IEnumerable<(PlannedMeeting Meeting, string Group)> asked) => asked
        .GroupBy(one => one.Meeting.Uid)
        .Select(same => new AskedDate(same.First().Meeting, [.. same.Select(one => one.Group).Distinct()]))
        .OrderBy(date => date.Meeting.Date).ThenBy(date => date.Meeting.Start)
        .ThenBy(date => date.Meeting.Id, StringComparer.Ordinal);

    private async Task<IReadOnlyList<AskedPerson>> NewAsync(
        IReadOnlyList<AskedPerson> asked, List<Round> rounds, CancellationToken cancel)
    {
        var ids = rounds.Select(round => round.Id).ToList();
        var known = (await context.RoundAnswers.AsNoTracking().Where(own => ids.Contains(own.Round))
            .Select(own => new { own.Email, own.Uid, own.Date, own.Start }).ToListAsync(cancel))
            .Select(own => (own.Email, own.Uid, own.Date, own.Start)).ToHashSet();
        return
        [
            .. asked.Select(person => person with
            {
                Dates = [.. person.Dates.Where(date => !known.Contains((person.Email, date.Meeting.Uid,
                    date.Meeting.Date, SwedishDates.Clock(date.Meeting.Start))))],
            }).Where(person => person.Dates.Count > 0),
        ];
    }
}
