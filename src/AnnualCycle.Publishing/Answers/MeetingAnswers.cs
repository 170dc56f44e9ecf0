using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Answers;

/// <summary>The one place in which an answer to an invite is taken, whichever way it came.</summary>
public static class MeetingAnswers
{
    public const int LongestComment = 500;

    /// <summary>
    /// Within the caller's change. An answer to an older invite changes nothing; of two to the same invite the later one
    /// holds, whichever comes first (RFC 5546, section 2.1.5). The log has that somebody answered, not what, and
    /// not that they said the same again.
    /// </summary>
    /// <param name="uid">The meeting's UID.</param>
    /// <param name="email">In lower case.</param>
    public static async Task<AnswerOutcome> TakeAsync(AnnualCycleContext context, string uid, string email, Answer answer,
        AnswerSource source, Instant now, CancellationToken cancel)
    {
        if (await context.Invitations.SingleOrDefaultAsync(own => own.Uid == uid && own.Email == email, cancel)
            is not { } invitation)
        {
            return AnswerOutcome.Unknown;
        }

        // A clock that goes fast must not keep the person's next answer out.
        var (given, at) = (Instant.Min(source.At, now), await Database.NotBeforeAsync(context, now, cancel));
        var outcome = OutcomeOf(invitation, source.Sequence ?? invitation.Sequence, given);
        if (outcome == AnswerOutcome.Taken)
        {
            if (IsSame(invitation, answer, source.Comment))
            {
                invitation.Answered = given;
                return outcome;
            }

            (invitation.Answer, invitation.AnsweredSequence, invitation.Answered) = (answer, invitation.Sequence, given);
            invitation.Comment = ShortText.OrNull(source.Comment, LongestComment);
        }

        // Nobody's log but the service's: an answer must not stop somebody who is about to publish.
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = source.Who ?? email, Action = "answer", Collaboration = "", Subject = uid,
            Text = $"Svar från {email} ({source.Way})" + outcome switch
            {
                AnswerOutcome.OfOlderInvite => ": svar på en äldre kallelse, räknas inte",
                AnswerOutcome.Late => ": ett senare svar finns, räknas inte",
                _ => "",
            },
        });
        return outcome;
    }

    private static bool IsSame(Invitation invitation, Answer answer, string? comment) => invitation.Answer == answer
        && invitation.AnsweredSequence == invitation.Sequence
        && invitation.Comment == ShortText.OrNull(comment, LongestComment);

    private static AnswerOutcome OutcomeOf(Invitation invitation, int sequence, Instant given) =>
        sequence < invitation.Sequence ? AnswerOutcome.OfOlderInvite
        : invitation.AnsweredSequence == invitation.Sequence && given < invitation.Answered ? AnswerOutcome.Late
        : AnswerOutcome.Taken;
}
