using AnnualCycle.Planning.Demands;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Busy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Busy;

/// <summary>A calendar on a list of calendars.</summary>
/// <param name="List">The list's file, which files in it are relative to.</param>
public sealed record ListedCalendar(string List, BusyCalendar Calendar);

/// <summary>
/// Keeps what is known of people's and rooms' own calendars fresh. A source that is away changes nothing: what it said
/// last goes on, and how old that is can be told.
/// </summary>
public sealed class BusyCalendarKeeper(Database database, CalendarFetch fetch)
{
    /// <summary>Years after the running one that are counted out.</summary>
    private const int YearsAhead = 3;

    private const int AtOnce = 4;

    /// <summary>Fetches all that are listed, and forgets those that no longer are.</summary>
    /// <returns>How each stands now, in the order of the lists.</returns>
    public async Task<IReadOnlyList<StoredBusyCalendar>> KeepAsync(
        IReadOnlyList<ListedCalendar> listed, Instant now, CancellationToken cancel)
    {
        var known = await KnownAsync(cancel);
        if (listed.Count == 0 && known.Count == 0)
        {
            return [];
        }

        // Whose Outlook is asked is not fetched.
        var sources = listed.Where(one => !one.Calendar.IsOutlook).DistinctBy(one => one.Calendar.Source).ToList();
        var fresh = new StoredBusyCalendar[sources.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, sources.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (at, stop) => fresh[at] = await AskAsync(
                sources[at], known.GetValueOrDefault(StoredBusyCalendar.IdOf(sources[at].Calendar.Source)), now, stop));
        await WriteAsync(fresh, cancel);
        return fresh;
    }

    private async Task<Dictionary<string, StoredBusyCalendar>> KnownAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        return await context.BusyCalendars.AsNoTracking().Where(calendar => !calendar.Id.StartsWith(StoredBusyCalendar.OutlookPrefix))
            .ToDictionaryAsync(calendar => calendar.Id, cancel);
    }

    private async Task<StoredBusyCalendar> AskAsync(
        ListedCalendar listed, StoredBusyCalendar? known, Instant now, CancellationToken cancel)
    {
        var year = SwedishTime.DayOf(now).Year;
        var span = new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year + YearsAhead, 12, 31));
        // What was counted out does not reach far enough any more: it is needed again, though it is the same.
        var etag = known?.Until >= span.End ? known.ETag : null;
        var answer = listed.Calendar.Address is { } address
            ? await fetch.FetchAsync(address, etag, cancel) : CalendarFile.Read(listed);
        var row = new StoredBusyCalendar
        {
            Id = StoredBusyCalendar.IdOf(listed.Calendar.Source), Tried = now, Trouble = answer.Trouble,
            ETag = answer.ETag ?? known?.ETag, Times = known?.Times ?? "", Until = known?.Until,
            Fetched = answer.Trouble is null ? now : known?.Fetched,
        };
        if (answer.Content is { } content)
        {
            (row.Times, row.ETag) = (StoredBusyCalendar.Written(TakenTimes.Of(content, "", span)), answer.ETag);
            row.Until = span.End;
        }

        return row;
    }

    private Task<int> WriteAsync(IReadOnlyList<StoredBusyCalendar> fresh, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var stored = await context.BusyCalendars.Where(calendar => !calendar.Id.StartsWith(StoredBusyCalendar.OutlookPrefix))
                .ToDictionaryAsync(calendar => calendar.Id, cancel);
            foreach (var row in fresh)
            {
                if (stored.Remove(row.Id, out var old))
                {
                    context.Entry(old).CurrentValues.SetValues(row);
                }
                else
                {
                    context.BusyCalendars.Add(row);
                }
            }

            context.BusyCalendars.RemoveRange(stored.Values);
            return fresh.Count;
        }, cancel);
}
