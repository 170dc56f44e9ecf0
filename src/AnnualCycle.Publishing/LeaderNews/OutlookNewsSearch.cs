using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.LeaderNews;

/// <summary>Finds what the process leaders of one collaboration have to see to in Outlook, told or not.</summary>
/// <param name="next">The next meeting that is to be held; null when none is planned.</param>
internal sealed class OutlookNewsSearch(AnnualCycleContext context, PlannedMeeting? next, LocalDateTime now)
{
    // What the organisation's own service puts right by itself is no news.
    private const int PatienceHours = 1;

    public async Task<IReadOnlyList<LeaderNewsItem>> FindAsync(string collaboration, CancellationToken cancel)
    {
        var rows = await context.OutlookMeetings.AsNoTracking().Where(own => own.Collaboration == collaboration)
            .OrderBy(own => own.Uid).ToListAsync(cancel);
        var mailboxes = rows.Where(own => own.IsWaiting || own.Told is not null).Select(own => own.Mailbox).Distinct().ToList();
        var troubled = mailboxes.Count == 0 ? [] : await context.OutlookMailboxes.AsNoTracking()
            .Where(own => mailboxes.Contains(own.Mailbox) && own.Trouble != null).OrderBy(own => own.Mailbox).ToListAsync(cancel);
        var path = $"/{collaboration}/outlook";
        return
        [
            .. rows.Where(own => own.Drift is not null || own.Trouble is not null)
                .Select(own => OfMeeting(own, path)).OfType<LeaderNewsItem>().OrderBy(own => own.Day),
            .. troubled.Where(IsLasting).Select(own => OfMailbox(own, path)),
        ];
    }

    private LeaderNewsItem? OfMeeting(OutlookMeeting own, string path)
    {
        var (wanted, told) = (Read(own.Wanted), Read(own.Told));
        return (wanted ?? told) is not { } entry || entry.Date < now.Date ? null
            : new LeaderNewsItem($"outlook.{Print.Of(own.Uid, own.Mailbox, $"{own.WantedRevision}", own.Drift ?? WhenStopped(own))[..32]}",
                LeaderNewsKind.Outlook, entry.Subject, own.Drift is { } drift
                    ? string.Join(' ', DriftWords.Of(OutlookDrift.Read(drift), wanted)) : $"Har stannat: {own.Trouble}", path)
            {
                Year = entry.Date.Year, Day = entry.Date,
            };
    }

    // What stops again after it was tried again is another piece of news.
    private static string WhenStopped(OutlookMeeting own) => own.History.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .LastOrDefault(line => line.EndsWith(own.Trouble!, StringComparison.Ordinal)) ?? own.Trouble!;

    private LeaderNewsItem OfMailbox(OutlookMailbox own, string path) => new(
        $"outlook.{Print.Of(own.Mailbox, $"{own.Troubled}")[..32]}", LeaderNewsKind.Outlook, $"Brevlådan {own.Mailbox}",
        $"{own.Trouble}. Administratören behöver se på det", path)
    {
        Year = next?.Date.Year,
    };

    private bool IsLasting(OutlookMailbox own) =>
        own.Troubled is not { } since || SwedishTime.Of(since).PlusHours(PatienceHours) <= now;

    private static OutlookEvent? Read(string? written) => written is null ? null : OutlookEvent.Read(written);
}
