using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Busy;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Service;

/// <summary>Asks Outlook when members and listed rooms are taken, where the administrator wishes it.</summary>
public sealed class OutlookBusy(Installation installation, OutlookTenant tenant)
{
    private readonly OutlookSettings _settings = OutlookOptions.Settings(installation.Options);

    /// <param name="listed">What the configuration folder lists.</param>
    /// <returns>What is not known, for the log: how many, and nobody's address.</returns>
    public async Task<IReadOnlyList<string>> TakeInAsync(
        IReadOnlyList<ListedCalendar> listed, Instant now, CancellationToken cancel)
    {
        if (installation.Options.Outlook is not { FreeBusy: true } || _settings.Organisers.Count == 0)
        {
            await ForgetAsync(installation.Database, cancel);
            return [];
        }

        var today = SwedishTime.DayOf(now);
        var questions = await QuestionsAsync(listed, today, cancel);
        var standing = await new FreeBusyKeeper(installation.Database, tenant.Graph)
            .KeepAsync(questions, new DateInterval(today, new LocalDate(today.Year + 1, 12, 31)), now, cancel);
        return [.. standing.Values.Where(own => own.Trouble is not null).GroupBy(own => own.Trouble).Select(same =>
            $"Upptagna tider i Outlook: {same.Count()} av {standing.Count} {same.Key}. Det som lästes sist gäller.")];
    }

    /// <summary>Where nobody wishes it any more, what Outlook once said of people's time is not kept.</summary>
    public static async Task ForgetAsync(Database database, CancellationToken cancel)
    {
        await using var context = database.Open();
        if (await context.BusyCalendars.AnyAsync(own => own.Id.StartsWith(StoredBusyCalendar.OutlookPrefix), cancel))
        {
            await database.ChangeAsync(changed => changed.BusyCalendars
                .Where(own => own.Id.StartsWith(StoredBusyCalendar.OutlookPrefix)).ExecuteDeleteAsync(cancel), cancel);
        }
    }

    /// <summary>Somebody whom Outlook reaches, to try with; null when nobody is on a seat there.</summary>
    public async Task<string?> SomebodyAsync(LocalDate today, CancellationToken cancel) =>
        (await MembersAsync(today, cancel)).Select(own => own.Address)
            .FirstOrDefault(who => _settings.Organisers.Values.All(own => own.Mailbox != who));

    // Each is asked about once, in the name of the first of their organisers.
    private async Task<IReadOnlyList<FreeBusyQuestion>> QuestionsAsync(
        IReadOnlyList<ListedCalendar> listed, LocalDate today, CancellationToken cancel)
    {
        var first = _settings.Organisers.OrderBy(own => own.Key, StringComparer.Ordinal).First().Value.Mailbox;
        var named = listed.Where(own => own.Calendar.IsOutlook).Select(own => new FreeBusyQuestion(
            first, own.Calendar.Source[(own.Calendar.Source.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().ToLowerInvariant()));
        return [.. (await MembersAsync(today, cancel)).Concat(named).DistinctBy(own => own.Address)];
    }

    private async Task<IReadOnlyList<FreeBusyQuestion>> MembersAsync(LocalDate today, CancellationToken cancel)
    {
        await using var context = installation.Database.Open();
        var members = await context.Memberships.AsNoTracking().Where(own => own.To == null || own.To >= today)
            .Select(own => new { own.Collaboration, own.Email }).Distinct().ToListAsync(cancel);
        return [.. members.OrderBy(own => own.Collaboration, StringComparer.Ordinal).ThenBy(own => own.Email, StringComparer.Ordinal)
            .Where(own => _settings.ChannelOf(own.Collaboration, own.Email, byMail: false) == InviteChannel.Outlook)
            .Select(own => new FreeBusyQuestion(_settings.Organisers[own.Collaboration].Mailbox, own.Email))];
    }
}
