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
    /// <summary>An answer was taken.</summary>
    Taken,

    /// <summary>It answers an invite that has been replaced since, and is not counted.</summary>
    OfOlderInvite,

    /// <summary>The person has given a later answer, which holds.</summary>
    Late,

    /// <summary>A person has to look at it.</summary>
    PutAside,

    /// <summary>It is nothing to us: an automatic answer, a mail to a list, somebody else's invite.</summary>
    Nothing,
}

/// <summary>
/// Takes the mails that come to the service's own address: answers to invites. Nobody is ever added to a meeting by a
/// mail, and what is not plainly an answer of the one who was asked lies there for a person.
/// </summary>
/// <param name="authenticatedBy">
/// The name that the mail server before us writes its findings under; "*" when it lets nothing through that is not from
/// whom it says; null when nobody vouches for whom a mail is from, and none counts by itself.
/// </param>
public sealed class Inbox(Database database, string? authenticatedBy)
{
    /// <summary>Bytes of a mail; of a longer one the rest is not looked at.</summary>
    public const int LargestMail = MimeReader.LargestMail;

    /// <summary>Mails of one sender and day that are kept; of more only their number is.</summary>
    public const int MostOfSender = 50;

    private const int LongestLine = 200, LongestText = 1000, LongestWords = 500;

    private const string Stranger = "okänd avsändare";

    private readonly Authentication _authentication = new(authenticatedBy);

    public Task<InboxOutcome> TakeAsync(ReadOnlyMemory<byte> content, Instant now, CancellationToken cancel)
    {
        var mail = MimeReader.Read(content);
        var print = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return Bounce.Of(mail) is { } bounce
                ? database.ChangeAsync(context => PutAsideAsync(context, mail, print, bounce, now, cancel), cancel)
            : CalendarAnswer.In(mail) is { } answer
                ? database.ChangeAsync(context => TakeAsync(context, mail, print, answer, now, cancel), cancel)
            : PlainWords.In(mail) is { } words
                ? database.ChangeAsync(context => PutAsideAsync(context, mail, print, words, now, cancel), cancel)
            : Task.FromResult(InboxOutcome.Nothing);
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

        return await MeetingAnswers.TakeAsync(context, answer.Uid!, mail.From!, answer.Answer!.Value,
            new AnswerSource("mejl", answer.Sequence, answer.At ?? now, answer.Comment), now, cancel) switch
        {
            AnswerOutcome.OfOlderInvite => InboxOutcome.OfOlderInvite,
            AnswerOutcome.Late => InboxOutcome.Late,
            _ => InboxOutcome.Taken,
        };
    }

    // Whoever is invited may answer from their own address, also when their program calls them by another one.
    private string? Trouble(ReceivedMail mail, CalendarAnswer answer, List<string> invited) => answer switch
    {
        { Trouble: { } trouble } => trouble,
        _ when mail.From is { } from && invited.Contains(from) && (answer.Attendee == from
            || !invited.Contains(answer.Attendee ?? "")) => _authentication.Vouches(mail) ? null
                : authenticatedBy is null ? "ingen har intygat avsändaren"
                : "avsändaren är inte bekräftad av e-postservern",
        _ when invited.Contains(answer.Attendee ?? "") => "svar från en annan adress",
        _ => Stranger,
    };

    private static async Task<InboxOutcome> PutAsideAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        CalendarAnswer answer, string reason, Instant now, CancellationToken cancel)
    {
        var entry = await context.Entries.AsNoTracking().SingleOrDefaultAsync(own => own.Uid == answer.Uid, cancel);
        if (reason == Stranger && await Senders.AreKnownAsync(context, mail.From, cancel))
        {
            reason = entry is null ? "svar på ett möte som inte finns här"
                : "svar från någon som inte är kallad till mötet";
        }

        return await AddAsync(context, new PutAsideMail
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Print = print,
            Reason = ShortText.Of(reason, LongestLine), Sender = mail.From ?? "",
            Collaboration = entry?.Collaboration
                ?? await Senders.CollaborationOfAsync(context, mail.From, SwedishTime.DayOf(now), cancel),
            Uid = entry?.Uid, Sequence = answer.Sequence, Attendee = answer.Attendee, Answer = answer.Answer,
            Subject = ShortText.Of(mail.Subject, LongestLine), Said = ShortText.Of(answer.Comment ?? mail.Text, LongestText),
        }, isLimited: true, cancel);
    }

    private static async Task<InboxOutcome> PutAsideAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        PlainWords words, Instant now, CancellationToken cancel)
    {
        var answered = await context.Deliveries.AsNoTracking().Where(own => words.Keys.Contains(own.Key))
            .Select(own => new { own.Key, own.Collaboration, own.Uid }).ToListAsync(cancel);
        var nearest = words.Keys.Select(key => answered.Find(own => own.Key == key))
            .FirstOrDefault(own => own is not null);
        return await AddAsync(context, new PutAsideMail
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Print = print, Reason = "svar i ord",
            Sender = mail.From ?? "", Uid = nearest?.Uid,
            Collaboration = nearest?.Collaboration
                ?? await Senders.CollaborationOfAsync(context, mail.From, SwedishTime.DayOf(now), cancel),
            Subject = ShortText.Of(mail.Subject, LongestLine), Said = ShortText.Of(words.Text, LongestWords),
        }, isLimited: true, cancel);
    }

    private static async Task<InboxOutcome> PutAsideAsync(AnnualCycleContext context, ReceivedMail mail, string print,
        Bounce bounce, Instant now, CancellationToken cancel)
    {
        var delivery = await context.Deliveries.AsNoTracking().Where(own => own.Key == bounce.Key)
            .Select(own => new { own.Collaboration, own.Uid, own.Subject }).SingleOrDefaultAsync(cancel);
        // What one mail server says of our own mails is from one sender, and each of them matters.
        return await AddAsync(context, new PutAsideMail
        {
            At = await Database.NotBeforeAsync(context, now, cancel), Print = print,
            Reason = $"gick inte att lämna till {ShortText.Of(bounce.Recipient, LongestLine)}", Sender = mail.From ?? "",
            Collaboration = delivery?.Collaboration ?? "", Uid = delivery?.Uid,
            Attendee = ShortText.Of(bounce.Recipient, LongestLine),
            Subject = ShortText.Of(delivery?.Subject ?? mail.Subject, LongestLine), Said = ShortText.Of(bounce.Why, LongestText),
        }, isLimited: delivery is null, cancel);
    }

    private static async Task<InboxOutcome> AddAsync(
        AnnualCycleContext context, PutAsideMail mail, bool isLimited, CancellationToken cancel)
    {
        // A mail server that was not told in time that we have a mail brings it again.
        if (await context.PutAsideMails.AnyAsync(own => own.Print == mail.Print, cancel))
        {
            return InboxOutcome.PutAside;
        }

        var day = SwedishTime.StartOf(SwedishTime.DayOf(mail.At));
        var sameDay = context.PutAsideMails.Where(own => own.Sender == mail.Sender && own.At >= day);
        if (isLimited && await sameDay.CountAsync(cancel) >= MostOfSender)
        {
            (await sameDay.OrderBy(own => own.Id).LastAsync(cancel)).More++;
            return InboxOutcome.PutAside;
        }

        context.PutAsideMails.Add(mail);
        return InboxOutcome.PutAside;
    }
}
