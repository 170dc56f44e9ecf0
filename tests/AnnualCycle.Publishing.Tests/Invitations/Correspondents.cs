using AnnualCycle.Publishing.Tests.Mail;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;

namespace AnnualCycle.Publishing.Tests.Invitations;

/// <summary>What a service has laid out to be sent, and how it is read at the other end.</summary>
internal static class Correspondents
{
    public static async Task<IReadOnlyList<Delivery>> LaidAsync(this SmallService service, long after = 0)
    {
        await using var context = service.Database.Open();
        return await context.Deliveries.AsNoTracking().Where(own => own.Id > after).OrderBy(own => own.Id).ToListAsync();
    }

    public static async Task<long> LastAsync(this SmallService service) =>
        (await service.LaidAsync()).Select(own => own.Id).LastOrDefault();

    public static async Task<Invitation> ToldAsync(this SmallService service, string uid, string email)
    {
        await using var context = service.Database.Open();
        return await context.Invitations.AsNoTracking().SingleAsync(own => own.Uid == uid && own.Email == email);
    }

    /// <summary><c>anna@nord.example invite Ny: Styrgruppen tis 9 feb 09:00</c>.</summary>
    public static IReadOnlyList<string> Lines(this IEnumerable<Delivery> mails) =>
        [.. mails.Select(mail => $"{mail.Recipient} {mail.Kind} {mail.Subject}")];

    /// <summary>The calendar part's lines, unfolded.</summary>
    public static IReadOnlyList<string> Calendar(this Delivery mail) =>
        ReadMail.Of(mail.Content).Contents.First(part => part.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal))
            .Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
