using AnnualCycle.Planning.Demands;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Storage.Rounds;

/// <summary>What people answered that they cannot make, as times when planning takes them for busy.</summary>
public static class RoundBusy
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly LocalTime LastMinute = new(23, 59);

    /// <summary>
    /// Of rounds that are closed: while people answer, the plan they are asked about stays. The latest answer about a time
    /// is the one that holds. Who cannot make a date is away all that day, unless they can make another time of it: a
    /// meeting that is moved for them goes to another day.
    /// </summary>
    public static async Task<IReadOnlyList<BusyDay>> ReadAsync(AnnualCycleContext context, CancellationToken cancel)
    {
        var answered = await context.Rounds.Where(round => round.State == RoundState.Closed)
            .Join(context.RoundAnswers.Where(own => own.Answer != null), round => round.Id, own => own.Round,
                (round, own) => new { round.Id, own.Email, own.Date, own.Start, own.End, own.Answer })
            .ToListAsync(cancel);
        var latest = answered.GroupBy(own => (own.Email, own.Date, own.Start))
            .Select(same => same.OrderBy(own => own.Id).ThenBy(own => own.Answer == Answer.No).Last());
        return
        [
            .. latest.GroupBy(own => (own.Email, own.Date))
                .SelectMany(day => day.All(own => own.Answer == Answer.No)
                    ? [new BusyDay(day.Key.Email, day.Key.Date, LocalTime.Midnight, LastMinute)]
                    : day.Where(own => own.Answer == Answer.No)
                        .Select(own => new BusyDay(own.Email, own.Date, TimeOf(own.Start), TimeOf(own.End))))
                .OrderBy(busy => busy.Who, StringComparer.Ordinal).ThenBy(busy => busy.Date).ThenBy(busy => busy.Start),
        ];
    }

    private static LocalTime TimeOf(string written) => Clock.Parse(written).Value;
}
