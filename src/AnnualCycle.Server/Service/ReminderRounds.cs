using AnnualCycle.Calendars;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.LeaderNews;
using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage.Deliveries;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>
/// Reminds people and tells process leaders their news for an installation, whoever asks it to: the timetable by day, or a
/// start that was missed.
/// </summary>
public sealed class ReminderRounds(Installation installation, ILogger<ReminderRounds> log)
{
    private volatile WorkCalendar? _calendar;

    /// <summary>The calendar as its files were when they last were right; null when they never have been.</summary>
    public WorkCalendar? Calendar
    {
        get
        {
            var mistakes = new List<Mistake>();
            if (new ConfigurationFiles(installation.Configuration).Network(mistakes) is { } files
                && WorkCalendar.Read((files.Sweden.File, files.Sweden.Text),
                    (files.SchoolBreaks.File, files.SchoolBreaks.Text), mistakes) is { } read)
            {
                _calendar = read;
            }

            return _calendar;
        }
    }

    /// <summary>All that it is time for; again finds nothing to do.</summary>
    public async Task<IReadOnlyList<Delivery>> KeepAsync(Instant now, CancellationToken cancel)
    {
        if (Calendar is not { } calendar)
        {
            log.LogWarning("Ingen påminns: kalenderfilerna har fel.");
            return [];
        }

        return !ReminderKeeper.IsTime(calendar, SwedishTime.Of(now)) ? []
            :
            [
                .. await installation.Database.ChangeAsync(context => new ReminderKeeper(
                    context, installation.Key, installation.Correspondence, calendar).KeepAsync(now, cancel), cancel),
                .. await installation.Database.ChangeAsync(context => new LeaderNewsKeeper(
                    context, installation.Key, installation.Correspondence, calendar).KeepAsync(now, cancel), cancel),
            ];
    }
}
