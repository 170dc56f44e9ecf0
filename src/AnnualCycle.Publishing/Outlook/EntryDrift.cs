using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage.Outlook;

namespace AnnualCycle.Publishing.Outlook;

/// <summary>Sees what a person has changed in an entry, beside what we have told it ourselves.</summary>
internal static class EntryDrift
{
    /// <summary>What the entry says now, where it is otherwise than what is known of it; null when it is as it is known.</summary>
    /// <param name="known">As it stood when it was read or written last.</param>
    public static OutlookEvent? Of(OutlookEvent known, GraphEvent found)
    {
        var now = Found(known, found);
        var isAsKnown = (now with { Attendees = known.Attendees }).Written == known.Written
            && known.Attendees.All(one => IsAsked(one, found));
        return isAsKnown ? null : now;
    }

    /// <summary>Whether two entries are alike in what a person changes by hand: title, time and place.</summary>
    public static bool IsSame(OutlookEvent one, OutlookEvent other) =>
        (one.Subject, one.Date, one.Start, one.End, one.Location)
        == (other.Subject, other.Date, other.Start, other.End, other.Location);

    /// <summary>What stands there after a change: what it carried, and else what stood there before.</summary>
    /// <param name="before">As we told it before the change.</param>
    /// <param name="seen">As it stood.</param>
    /// <param name="after">As we tell it now.</param>
    public static OutlookEvent Carried(OutlookEvent before, OutlookEvent seen, OutlookEvent after)
    {
        var timed = (before.Date, before.Start, before.End) == (after.Date, after.Start, after.End) ? seen : after;
        return after with
        {
            Subject = before.Subject == after.Subject ? seen.Subject : after.Subject,
            Location = before.Location == after.Location ? seen.Location : after.Location,
            Date = timed.Date, Start = timed.Start, End = timed.End,
            Attendees = [.. after.Attendees.Where(one => !IsTakenAway(before, seen, one.Email))],
        };
    }

    /// <summary>Whether somebody has taken a person away whom we had asked.</summary>
    public static bool IsTakenAway(OutlookEvent before, OutlookEvent seen, string email) =>
        before.Attendees.Any(one => one.Email == email) && seen.Attendees.All(one => one.Email != email);

    // Exchange may write somebody's first address where we wrote another of theirs.
    private static bool IsAsked(OutlookAttendee who, GraphEvent found) =>
        who.IsForgotten || found.Attendees.Any(one => one.Email == who.Email || (who.Name.Length > 0 && one.Name == who.Name));

    // Where no place is given, Teams writes its own.
    private static string? LocationOf(OutlookEvent known, GraphEvent found) =>
        known is { IsOnline: true, Location: null } ? null : found.Location;

    // What nobody can tell from the answer counts as known: the text, which Exchange writes in its own way.
    private static OutlookEvent Found(OutlookEvent known, GraphEvent found) => known with
    {
        Subject = found.Subject, Location = LocationOf(known, found), Date = found.Start?.Date ?? known.Date,
        Start = found.Start?.TimeOfDay ?? known.Start, End = found.End?.TimeOfDay ?? known.End,
        Attendees = [.. known.Attendees.Where(one => IsAsked(one, found))],
    };
}
