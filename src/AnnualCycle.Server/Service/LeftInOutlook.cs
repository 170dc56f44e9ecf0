using AnnualCycle.Plans;
using AnnualCycle.Publishing;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Meetings to come that stand in an organiser's Outlook, or may do so, and how many.</summary>
internal sealed record LeftInOutlook(string Mailbox, int Meetings)
{
    public static async Task<IReadOnlyList<LeftInOutlook>> ReadAsync(Database database, Instant now, CancellationToken cancel)
    {
        var today = SwedishTime.DayOf(now);
        await using var context = database.Open();
        var rows = await context.OutlookMeetings.AsNoTracking()
            .Where(own => own.Told != null || own.Operation != null).ToListAsync(cancel);
        // What has been held stays in people's calendars, and nobody is asked to it twice.
        return [.. rows.Where(own => IsToCome(own, today)).GroupBy(own => own.Mailbox)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new LeftInOutlook(same.Key, same.Count()))];
    }

    /// <summary>"simba@nord.example (12 möten)", comma between.</summary>
    public static string Listed(IEnumerable<LeftInOutlook> left) => string.Join(", ",
        left.Select(own => $"{own.Mailbox} ({SwedishDates.Count(own.Meetings, "möte", "möten")})"));

    /// <summary>
    /// Said where no setting leads to Outlook while meetings stand there: everybody would be called by mail as well, and
    /// nobody would call them off. Null when all is well.
    /// </summary>
    public static async Task<Mistake?> MistakeAsync(Installation installation, Instant now, CancellationToken cancel)
    {
        if (installation.Options.Outlook is not null
            || await ReadAsync(installation.Database, now, cancel) is not { Count: > 0 } left)
        {
            return null;
        }

        return OptionsCheck.Wrong($"Outlook är borttaget, men kommande möten står kvar där: {Listed(left)}. "
                + "Alla skulle bli kallade en gång till, med mejl, och ingen skulle ställa in det som står i Outlook",
            "Lägg tillbaka Outlook som det var, med Organisers tomt ({ }), och ta bort det först när annualcycle doctor "
                + "säger att inget står kvar");
    }

    private static bool IsToCome(OutlookMeeting own, LocalDate today) =>
        new[] { own.Told, own.Sending }.OfType<string>().Select(OutlookEvent.Read).ToList() is not { Count: > 0 } entries
            || entries.Exists(entry => entry.Date >= today);
}
