using System.Security.Cryptography;
using AnnualCycle.Publishing.Answers.Received;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Inbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>What became of a mail that came.</summary>
public enum InboxOutcome
{
    /// <summary>An answer was taken, or noted as too late.</summary>
    Taken,

    /// <summary>A person has to look at it.</summary>
    PutAside,

    /// <summary>It is nothing to us: an automatic answer, a mail without a calendar.</summary>
    Nothing,
}

/// <summary>
/// Takes the mails that come to the service's own address: answers to invites. Nobody is ever added to a meeting by a
/// mail, and what is not plainly an answer of the one who was asked lies there for a person.
/// </summary>
/// <param name="authenticatedBy">
/// The name that the mail server before us writes its findings under; null when it lets nothing through that is not from
/// whom it says.
/// </param>
public sealed class Inbox(Database database, string? authenticatedBy)
{
    /// <summary>Bytes of a mail; of a longer one the rest is not looked at.</summary>
    public const int LargestMail = MimeReader.LargestMail;

    private const int LongestLine = 200, LongestText = 1000;

    private readonly Authentication _authentication = new(authenticatedBy);

    public Task<InboxOutcome> TakeAsync(ReadOnlyMemory<byte> content, Instant now, CancellationToken cancel)
    {
        var mail = MimeReader.Read(content);
        var print = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (Bounce.Of(mail) is { } bounce)
        {
            return database.ChangeAsync(context => PutAsideAsync(context, mail, print, bounce, now, cancel), cancel);
        }

        return CalendarAnswer.In(mail) is not { } answer ? Task.FromResult(InboxOutcome.Nothing)
            : database.ChangeAsync(context => TakeAsync(context, mail, print, answer, now, cancel), cancel);
    }

    private async Task<InboxOutcome> TakeAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        CalendarAnswer answer, Instant now, CancellationToken cancel)
    {
        var invited = await context.Invitations.AsNoTracking().Where(own => own.Uid == answer.Uid)
            .Where(own => own.Email == answer.Attendee || own.Email == mail.From).Select(own => own.Email).ToListAsync(cancel);
        if (Trouble(mail, answer, invited) is { } trouble)
        {
            return await PutAsideAsync(context, mail, print, answer, trouble, now, cancel);
        }

        await MeetingAnswers.TakeAsync(context, answer.Uid!, mail.From!, answer.Answer!.Value,
            new AnswerSource("mejl", answer.Sequence, answer.At ?? now, answer.Comment), now, cancel);
        return InboxOutcome.Taken;
    }

    // Whoever is invited may answer from their own address, also when their program calls them by another one.
    private string? Trouble(ReceivedMail mail, CalendarAnswer answer, List<string> invited) => answer switch
    {
        { Trouble: { } trouble } => trouble,
        _ when !_authentication.Vouches(mail) => "avsändaren är inte bekräftad av e-postservern",
        _ when mail.From is { } from && invited.Contains(from) && (answer.Attendee == from
            || !invited.Contains(answer.Attendee ?? "")) => null,
        _ when invited.Contains(answer.Attendee ?? "") => "svar från en annan adress",
        _ => "okänd avsändare",
    };

    private static async Task<InboxOutcome> PutAsideAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        CalendarAnswer answer, string reason, Instant now, CancellationToken cancel)
    {
        var entry = await context.Entries.AsNoTracking().SingleOrDefaultAsync(own => own.Uid == answer.Uid, cancel);
        return await AddAsync(context, new PutAsideMail
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Print = print,
            Reason = ShortText.Of(reason, LongestLine),
            Sender = mail.From ?? "", Collaboration = entry?.Collaboration ?? "", Uid = entry?.Uid,
            Sequence = answer.Sequence, Attendee = answer.Attendee, Answer = answer.Answer,
            Subject = ShortText.Of(mail.Subject, LongestLine), Said = ShortText.Of(answer.Comment ?? mail.Text, LongestText),
        }, cancel);
    }

    private static async Task<InboxOutcome> PutAsideAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        Bounce bounce, Instant now, CancellationToken cancel)
    {
        var delivery = await context.Deliveries.AsNoTracking().Where(own => own.Key == bounce.Key)
            .Select(own => new { own.Collaboration, own.Uid, own.Subject }).SingleOrDefaultAsync(cancel);
        return await AddAsync(context, new PutAsideMail
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Print = print,
            Reason = $"gick inte att lämna till {ShortText.Of(bounce.Recipient, LongestLine)}", Sender = mail.From ?? "",
            Collaboration = delivery?.Collaboration ?? "", Uid = delivery?.Uid,
            Attendee = ShortText.Of(bounce.Recipient, LongestLine),
            Subject = ShortText.Of(delivery?.Subject ?? mail.Subject, LongestLine), Said = ShortText.Of(bounce.Why, LongestText),
        }, cancel);
    }

    private static async Task<InboxOutcome> AddAsync(
        AnnualCycleContext context, PutAsideMail mail, CancellationToken cancel)
    {
        // A mail server that was not told in time that we have a mail brings it again.
        if (!await context.PutAsideMails.AnyAsync(own => own.Print == mail.Print, cancel))
        {
            context.PutAsideMails.Add(mail);
        }

        return InboxOutcome.PutAside;
    }
}
