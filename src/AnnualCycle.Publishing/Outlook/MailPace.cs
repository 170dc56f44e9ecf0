using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Whom a request makes Exchange send a mail, and how many that is.</summary>
internal static class MailPace
{
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
