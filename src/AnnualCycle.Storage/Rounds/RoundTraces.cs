using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Storage.Rounds;

/// <summary>What rounds have of one person.</summary>
/// <param name="Rounds">Those in which the person was asked, by their ids.</param>
public sealed record RoundTraces(
    IReadOnlyDictionary<long, Round> Rounds, IReadOnlyList<RoundPerson> Persons, IReadOnlyList<RoundAnswer> Answers)
{
    public static async Task<RoundTraces> ReadAsync(AnnualCycleContext context, string email, CancellationToken cancel)
    {
        var persons = await context.RoundPersons.AsNoTracking().Where(own => own.Email == email)
            .OrderBy(own => own.Round).ToListAsync(cancel);
        var ids = persons.Select(own => own.Round).ToList();
        return new RoundTraces(
            await context.Rounds.AsNoTracking().Where(round => ids.Contains(round.Id))
                .ToDictionaryAsync(round => round.Id, cancel),
            persons,
            await context.RoundAnswers.AsNoTracking().Where(own => own.Email == email)
                .OrderBy(own => own.Round).ThenBy(own => own.Date).ThenBy(own => own.Start).ToListAsync(cancel));
    }

    /// <returns>In how many rounds the person was asked.</returns>
    public static async Task<int> ForgetAsync(AnnualCycleContext context, string email, CancellationToken cancel)
    {
        await context.RoundAnswers.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
        return await context.RoundPersons.Where(own => own.Email == email).ExecuteDeleteAsync(cancel);
    }
}
