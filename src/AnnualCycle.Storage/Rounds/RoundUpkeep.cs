using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Rounds;

/// <summary>Lets go of rounds about years that are long past.</summary>
public static class RoundUpkeep
{
    /// <summary>Years after the one that was asked about.</summary>
    public const int YearsAreKept = 2;

    public static Task ClearAsync(Database database, LocalDate today, CancellationToken cancel = default) =>
        database.ChangeAsync(async context =>
        {
            var ids = await context.Rounds.Where(round => round.Year + YearsAreKept < today.Year)
                .Select(round => round.Id).ToListAsync(cancel);
            await context.RoundAnswers.Where(own => ids.Contains(own.Round)).ExecuteDeleteAsync(cancel);
            await context.RoundPersons.Where(own => ids.Contains(own.Round)).ExecuteDeleteAsync(cancel);
            await context.RoundMeetings.Where(own => ids.Contains(own.Round)).ExecuteDeleteAsync(cancel);
            return await context.Rounds.Where(round => ids.Contains(round.Id)).ExecuteDeleteAsync(cancel);
        }, cancel);
}
