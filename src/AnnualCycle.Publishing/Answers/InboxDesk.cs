using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Inbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>What people do about mails that were put aside, each within the caller's change.</summary>
/// <param name="collaboration">Id of the one whose mails they are; empty for those of no known meeting.</param>
/// <param name="who">Who does it.</param>
public sealed class InboxDesk(AnnualCycleContext context, string collaboration, string who, Instant now)
{
    /// <summary>Notes that somebody has looked after a mail.</summary>
    /// <returns>False when there is no such mail, or somebody had.</returns>
    public async Task<bool> HandleAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } mail)
        {
            return false;
        }

        var at = await Database.NotBeforeAsync(context, now, cancel);
        (mail.HandledBy, mail.Handled) = (who, at);
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = who, Action = "inbox", Collaboration = collaboration, Subject = mail.Uid ?? "",
            Text = $"Tog hand om ett mejl i inkorgen: {ReasonWithoutAddress(mail)}",
        });
        return true;
    }

    /// <summary>Counts the answer in a mail as one of those who were asked to the meeting.</summary>
    /// <returns>Null when there is no such mail, or no plain answer in it; nothing is changed then.</returns>
    public async Task<AnswerOutcome?> CountAsync(long id, string email, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { Uid: { } uid, Answer: { } answer } mail)
        {
            return null;
        }

        var outcome = await MeetingAnswers.TakeAsync(context, uid, email, answer,
            new AnswerSource("mejl i inkorgen", mail.Sequence, mail.At, mail.Said) { Who = who }, now, cancel);
        if (outcome != AnswerOutcome.Unknown)
        {
            await HandleAsync(id, cancel);
        }

        return outcome;
    }

    private Task<PutAsideMail?> FindAsync(long id, CancellationToken cancel) => context.PutAsideMails
        .SingleOrDefaultAsync(own => own.Id == id && own.Collaboration == collaboration && own.Handled == null, cancel);

    private static string ReasonWithoutAddress(PutAsideMail mail) => mail.Reason.Split(" till ")[0];
}
