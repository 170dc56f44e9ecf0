using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Mail;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>Lays a round's mails in the out-tray, one to each person and occasion whatever happens twice.</summary>
internal sealed class RoundPost(AnnualCycleContext context, Correspondence post, RoundTokens tokens, MailWishes wishes)
{
    /// <summary>Whether somebody wants to be asked by mail; without it they are on the list all the same.</summary>
    public bool MayWriteTo(string email) => wishes.Wants(email, MailGroup.Rounds);

    /// <param name="emails">Whom to write to, of those whom the round asks; who does not want it is left out.</param>
    /// <param name="reminded">Null for the first mail; for a reminder the time before which it is not sent.</param>
    public async Task LayAsync(
        Round round, IReadOnlyList<string> emails, Instant at, Instant? reminded, CancellationToken cancel)
    {
        var meetings = await context.RoundMeetings.AsNoTracking().Where(own => own.Round == round.Id)
            .ToDictionaryAsync(own => (own.Uid, own.Date, own.Start), cancel);
        var dates = (await context.RoundAnswers.AsNoTracking().Where(own => own.Round == round.Id).ToListAsync(cancel))
            .OrderBy(own => own.Date).ThenBy(own => own.Start, StringComparer.Ordinal)
            .ThenBy(own => own.Uid, StringComparer.Ordinal)
            .ToLookup(own => own.Email, own => meetings[(own.Uid, own.Date, own.Start)]);
        var names = await context.RoundPersons.AsNoTracking().Where(own => own.Round == round.Id)
            .ToDictionaryAsync(own => own.Email, own => own.Name, cancel);
        var languages = await context.PersonChoices.AsNoTracking()
            .ToDictionaryAsync(own => own.Email, own => own.Language, cancel);
        var (tray, kind) = (new OutTray(context, post.Writer), reminded is null ? DeliveryKind.Round : DeliveryKind.RoundReminder);
        var wanting = emails.Where(MayWriteTo).ToList();
        await wishes.PrepareAsync(wanting, cancel);
        foreach (var email in wanting)
        {
            var link = new Uri(post.Address, $"/samrad/{tokens.Of(round.Collaboration, round.Year, round.Number, email)}");
            var letter = new RoundLetter(round, [.. dates[email]], link);
            var mail = letter.Write(
                $"{kind}.{round.Collaboration}.{round.Year}.{round.Number}.{RoundTokens.PrintOf(email)}",
                (new Mailbox(email, names[email]), languages.GetValueOrDefault(email, PersonChoice.Swedish), wishes.LinkOf(email)),
                reminded is not null, at, post.Messages);
            tray.Lay(mail, kind, (round.Collaboration, null)).NotBefore = reminded ?? at;
        }

        await context.SaveChangesAsync(cancel);
    }
}
