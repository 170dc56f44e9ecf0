using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>How an answer came.</summary>
/// <param name="Way">For people, "länk" or "kalenderprogram".</param>
/// <param name="Sequence">SEQUENCE of the invite that was answered.</param>
/// <param name="Comment">What they added; null for nothing.</param>
public sealed record AnswerSource(string Way, int Sequence, Instant At, string? Comment);

/// <summary>Takes what people answer, whichever way it comes.</summary>
public static class AnswerBook
{
    /// <summary>Notes an answer within a change. Whoever was not asked is not, and a later answer stands.</summary>
    /// <returns>False when they were not asked, or the answer is of an earlier invite than the one that holds.</returns>
    public static async Task<bool> TakeAsync(AnnualCycleContext context, string uid, string email, Answer answer,
        AnswerSource source, CancellationToken cancel)
    {
        var told = await context.Invitations.SingleOrDefaultAsync(own => own.Uid == uid && own.Email == email, cancel);
        if (told is null or { State: InvitationState.Withdrawn } || source.Sequence < told.Sequence
            || told.AnsweredSequence == source.Sequence && told.Answered > source.At)
        {
            return false;
        }

        (told.Answer, told.AnsweredSequence, told.Answered) = (answer, source.Sequence, source.At);
        told.Comment = string.IsNullOrWhiteSpace(source.Comment) ? null : source.Comment.Trim();
        // What was answered is nobody's business but the meeting's; that it was, the log may tell.
        context.Audit.Add(new AuditEntry
        {
            At = await Database.NotBeforeAsync(context, source.At, cancel), Who = email, Action = "answer",
            Collaboration = told.Collaboration, Subject = uid, Text = $"Svarade på en kallelse ({source.Way})",
        });
        return true;
    }
}
