using System.Globalization;
using AnnualCycle.Storage.Outlook;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Whom a request makes Exchange send a mail, and when it may begin so that a minute never has too many.</summary>
internal static class MailPace
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Notes that so many mails are sent now, where there is room for them; else when there will be.</summary>
    /// <returns>False when it is too early.</returns>
    public static bool Take(OutlookMailbox box, int mails, int perMinute, Instant now)
    {
        var recent = box.Mails.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .Select(parts => (At: InstantPattern.General.Parse(parts[0]).Value, Mails: int.Parse(parts[1], CultureInfo.InvariantCulture)))
            .Where(one => one.At > now - Minute && one.At <= now + Duration.FromSeconds(1)).ToList();
        box.MailsFrom = mails == 0 ? null : WhenRoom(recent, recent.Sum(one => one.Mails) + mails - perMinute);
        if (box.MailsFrom is not null)
        {
            return false;
        }

        box.Mails = string.Concat(recent.Append((At: now, Mails: mails)).Where(one => one.Mails > 0)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.General.Format(Ceiling(one.At))} {one.Mails}\n")));
        return true;
    }

    // When the oldest are a minute old that are too many; one alone that is more than a minute's goes when none is left.
    private static Instant? WhenRoom(IEnumerable<(Instant At, int Mails)> recent, int over)
    {
        Instant? room = null;
        foreach (var one in recent.TakeWhile(_ => over > 0))
        {
            (room, over) = (one.At + Minute, over - one.Mails);
        }

        return room;
    }

    // Whole seconds are written; a little later is never too early.
    private static Instant Ceiling(Instant at) => Instant.FromUnixTimeSeconds((at.ToUnixTimeMilliseconds() + 999) / 1000);

    public static int MailsOf(OutlookOperation operation, OutlookEvent? told, OutlookEvent? wanted) =>
        ReceiversOf(operation, told, wanted).Count;

    /// <summary>How long so many take; a minute that has begun counts.</summary>
    public static int MinutesFor(int mails, int perMinute) => (mails + perMinute - 1) / perMinute;

    /// <summary>Each once.</summary>
    public static IReadOnlyList<OutlookAttendee> ReceiversOf(
        OutlookOperation operation, OutlookEvent? told, OutlookEvent? wanted) => operation switch
        {
            OutlookOperation.Create => wanted?.Attendees ?? [],
            OutlookOperation.Cancel => told?.Attendees ?? [],
            _ => OfChange(told!, wanted!),
        };

    // Who comes or goes is told alone; anything else is told to all.
    private static IReadOnlyList<OutlookAttendee> OfChange(OutlookEvent told, OutlookEvent wanted)
    {
        var (before, after) = (told.Attendees.Select(one => one.Email).ToHashSet(),
            wanted.Attendees.Select(one => one.Email).ToHashSet());
        var isOthers = (told with { Attendees = wanted.Attendees }).Written != wanted.Written;
        return [.. wanted.Attendees.Concat(told.Attendees.Where(one => !after.Contains(one.Email)))
            .Where(one => isOthers || before.Contains(one.Email) != after.Contains(one.Email))];
    }
}
