using AnnualCycle.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage.Access;

/// <summary>What people have chosen about themselves; who has chosen nothing is met in Swedish.</summary>
public sealed class PersonChoices(Database database)
{
    public async Task<PersonChoice> OfAsync(string email, CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.PersonChoices.AsNoTracking().SingleOrDefaultAsync(own => own.Email == email, cancel)
            ?? Default(email);
    }

    /// <param name="said">What they chose, for the audit log.</param>
    public Task<bool> ChangeAsync(
        string email, string said, Action<PersonChoice> change, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var choice = await context.PersonChoices.SingleOrDefaultAsync(own => own.Email == email, cancel)
                ?? context.PersonChoices.Add(Default(email)).Entity;
            change(choice);
            context.Audit.Add(new AuditEntry
            {
                At = await Database.NotBeforeAsync(context, now, cancel), Who = email, Action = "choose",
                Collaboration = "", Subject = email, Text = said,
            });
            return true;
        }, cancel);

    private static PersonChoice Default(string email) => new()
    {
        Email = email, Language = PersonChoice.Swedish, IsFeedClosed = false,
    };
}
