using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>How many mails a request makes Exchange send.</summary>
internal static class MailPace
{
    public static int MailsOf(OutlookOperation operation, OutlookEvent? told, OutlookEvent? wanted) => operation switch
    {
        OutlookOperation.Create => wanted?.Attendees.Count ?? 0,
        OutlookOperation.Cancel => told?.Attendees.Count ?? 0,
        _ => OfChange(told!, wanted!),
    };

    // Who comes or goes is told alone; anything else is told to all.
    private static int OfChange(OutlookEvent told, OutlookEvent wanted)
    {
        var (before, after) = (told.Attendees.Select(one => one.Email).ToHashSet(),
            wanted.Attendees.Select(one => one.Email).ToHashSet());
        var isOthers = (told with { Attendees = wanted.Attendees }).Written != wanted.Written;
        return !isOthers ? before.Except(after).Count() + after.Except(before).Count() : before.Union(after).Count();
    }
}
