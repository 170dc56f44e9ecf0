using AnnualCycle.People;
using AnnualCycle.Storage.People;
using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>Takes a person out of one meeting's entry in Outlook.</summary>
/// <param name="instead">What stands where what is wanted named the person.</param>
internal sealed class OutlookForgetting(MentionedPerson person, string instead)
{
    private const string NoLongerAsked = "Kallelsen kommer inte längre härifrån. Mötet är kvar.";

    /// <returns>False when nothing of it named the person.</returns>
    public bool Forget(OutlookMeeting own, (Instant At, LocalDate Today) now)
    {
        var before = Texts(own);
        var isComing = new[] { own.Wanted, own.Told, own.Sending }.OfType<string>()
            .Any(entry => OutlookEvent.Read(entry).Date >= now.Today);
        var wanted = Without(own.Wanted, instead, isMarked: false);
        if (isComing && wanted != own.Wanted)
        {
            own.WantedRevision++;
            (own.WantedAt, own.NotBefore) = (now.At, Instant.Max(own.NotBefore, now.At));
            own.Comment = OutlookEvent.Read(wanted!).Attendees.Count == 0 ? NoLongerAsked : own.Comment;
            wanted = OutlookEvent.Read(wanted!).Attendees.Count == 0 ? null : wanted;
        }

        // What was told is left otherwise than what is wanted, so that Outlook is asked to forget as well.
        (own.Wanted, own.Told) = (wanted, Without(own.Told, PersonalTraces.Instead, isComing));
        (own.Sending, own.Seen) = (Without(own.Sending, PersonalTraces.Instead, isComing), Without(own.Seen, instead, isMarked: false));
        own.Drift = own.Drift is { } drift && OutlookDrift.Read(drift) is { Found: { } found }
            ? new OutlookDrift(Without(found, instead, isMarked: false)).Written : own.Drift;
        (own.Comment, own.Trouble) = (Out(own.Comment), Out(own.Trouble));
        own.History = person.Out(own.History, PersonalTraces.Instead);
        return before != Texts(own);
    }

    private static (string?, string?, string?, string?, string?, string?, string?, string) Texts(OutlookMeeting own) =>
        (own.Wanted, own.Told, own.Sending, own.Seen, own.Drift, own.Comment, own.Trouble, own.History);

    private string? Out(string? text) => text is null ? null : person.Out(text, instead);

    private string? Without(string? written, string word, bool isMarked) =>
        written is null ? null : Without(OutlookEvent.Read(written), word, isMarked).Written;

    private OutlookEvent Without(OutlookEvent entry, string word, bool isMarked) => entry with
    {
        Subject = person.Out(entry.Subject, word), Text = person.Out(entry.Text, word),
        Location = entry.Location is { } place ? person.Out(place, word) : null,
        Attendees = [.. entry.Attendees.Where(one => one.Email != person.Email || isMarked)
            .Select(one => one.Email == person.Email ? OutlookAttendee.Forgotten(one.Email) : one)],
    };
}
