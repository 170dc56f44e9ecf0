using AnnualCycle.Planning.Demands;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Busy;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage.Busy;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Fetches the busy calendars that the configuration folder lists, asks Outlook where that is wished, and says which could
/// not be had.
/// </summary>
/// <param name="outlook">Null where Outlook is not set.</param>
public sealed class BusyIntake(
    Installation installation, TimeProvider time, ILogger<BusyIntake> log, OutlookBusy? outlook = null)
{
    public async Task TakeInAsync(Instant now, CancellationToken cancel)
    {
        var listed = Listed(installation.Configuration);
        using var fetch = new CalendarFetch(Limits(installation.Options), time);
        var standing = await new BusyCalendarKeeper(installation.Database, fetch).KeepAsync(listed, now, cancel);
        var troubles = standing.Where(calendar => calendar.Trouble is not null).ToDictionary(calendar => calendar.Id);
        foreach (var calendar in listed)
        {
            if (troubles.GetValueOrDefault(StoredBusyCalendar.IdOf(calendar.Calendar.Source)) is { } trouble)
            {
                // Without whose it is and without its address, which may be a secret.
                log.LogWarning("{List}:{Line}: kalendern {Trouble}. {Age}",
                    calendar.List, calendar.Calendar.Line, trouble.Trouble, AgeOf(trouble, now));
            }
        }

        if (outlook is null)
        {
            await OutlookBusy.ForgetAsync(installation.Database, cancel);
        }

        foreach (var line in outlook is null ? [] : await outlook.TakeInAsync(listed, now, cancel))
        {
            log.LogWarning("{OutlookBusy}", line);
        }
    }

    /// <summary>What the folder lists; mistakes in the lists are told when the folder is taken in.</summary>
    public static IReadOnlyList<ListedCalendar> Listed(ConfigurationFolder folder)
    {
        var mistakes = new List<Mistake>();
        return [.. new ConfigurationFiles(folder).Network(mistakes)?.BusyCalendars.SelectMany(list =>
            BusyCalendars.Read(list.File, list.Text, mistakes).Select(one => new ListedCalendar(list.File, one))) ?? []];
    }

    public static FetchLimits Limits(ServiceOptions options) => new()
    {
        OwnHosts = options.BusyCalendarHosts.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    /// <summary>Calendars of people and rooms that there are not: they would keep no meeting away.</summary>
    public static IEnumerable<Mistake> Strangers(ConfigurationFolder folder, YearInput year) => Listed(folder)
        .GroupBy(calendar => calendar.List)
        .SelectMany(list => BusyDays.Strangers(list.Key, list.Select(calendar => calendar.Calendar.Who), year));

    /// <summary>"Det som hämtades för 3 dagar sedan gäller."</summary>
    public static string AgeOf(StoredBusyCalendar calendar, Instant now) => calendar.Fetched is not { } fetched
        ? "Den har aldrig kunnat läsas."
        : Period.DaysBetween(SwedishTime.DayOf(fetched), SwedishTime.DayOf(now)) switch
        {
            <= 0 => "Det som hämtades tidigare i dag gäller.",
            1 => "Det som hämtades i går gäller.",
            var days => $"Det som hämtades för {days} dagar sedan gäller.",
        };

    /// <summary>Ids of the calendars that the folder gives as a person's.</summary>
    public static IReadOnlyCollection<string> IdsOf(string address, ConfigurationFolder folder) =>
    [
        .. Listed(folder)
            .Where(listed => string.Equals(listed.Calendar.Who, address.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(listed => StoredBusyCalendar.IdOf(listed.Calendar.Source)),
    ];
}
