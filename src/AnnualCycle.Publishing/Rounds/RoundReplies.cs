using AnnualCycle.Publishing.Answers;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>A question of a round as the person who is asked sees it.</summary>
/// <param name="Name">Names it in a form; tells nothing.</param>
public sealed record RoundQuestion(string Name, RoundMeeting Meeting, Answer? Answer);

/// <summary>One person's part of a round, by their link.</summary>
/// <param name="IsOpen">False when it is too late to answer.</param>
public sealed record RoundPart(Round Round, RoundPerson Person, IReadOnlyList<RoundQuestion> Questions, bool IsOpen);

/// <summary>What somebody answers a round.</summary>
/// <param name="Answers">By the names of the questions; those that are left out stay as they are.</param>
/// <param name="Rest">The answer to all that have none then; null for none.</param>
public sealed record RoundReply(IReadOnlyDictionary<string, Answer> Answers, Answer? Rest, string? Comment);

/// <summary>Shows a round to whoever has a link, and takes their answers.</summary>
public static class RoundReplies
{
    public const int LongestComment = 500;

    /// <summary>Null when nobody was given such a link.</summary>
    public static async Task<RoundPart?> ReadAsync(
        AnnualCycleContext context, string token, Instant now, CancellationToken cancel)
    {
        var hash = FeedKey.HashOf(token);
        if (await context.RoundPersons.AsNoTracking().SingleOrDefaultAsync(own => own.TokenHash == hash, cancel)
            is not { } person)
        {
            return null;
        }

        var round = await context.Rounds.AsNoTracking().SingleAsync(own => own.Id == person.Round, cancel);
        var meetings = await context.RoundMeetings.AsNoTracking().Where(own => own.Round == round.Id)
            .ToDictionaryAsync(own => (own.Uid, own.Date, own.Start), cancel);
        var answers = await context.RoundAnswers.AsNoTracking()
            .Where(own => own.Round == round.Id && own.Email == person.Email).ToListAsync(cancel);
        return new RoundPart(round, person,
            [.. answers.Select(own => new RoundQuestion(NameOf(own), meetings[(own.Uid, own.Date, own.Start)], own.Answer))
                .OrderBy(own => own.Meeting.Date).ThenBy(own => own.Meeting.Start, StringComparer.Ordinal)
                .ThenBy(own => own.Name, StringComparer.Ordinal)],
            IsOpen(round, now));
    }

    /// <summary>Saves what somebody answers.</summary>
    /// <returns>False when nobody was given such a link or it is too late; nothing is saved then.</returns>
    public static async Task<bool> TakeAsync(
        AnnualCycleContext context, string token, RoundReply reply, Instant now, CancellationToken cancel)
    {
        var hash = FeedKey.HashOf(token);
        if (await context.RoundPersons.SingleOrDefaultAsync(own => own.TokenHash == hash, cancel) is not { } person
            || !IsOpen(await context.Rounds.SingleAsync(own => own.Id == person.Round, cancel), now))
        {
            return false;
        }

        foreach (var own in await context.RoundAnswers
            .Where(own => own.Round == person.Round && own.Email == person.Email).ToListAsync(cancel))
        {
            own.Answer = reply.Answers.TryGetValue(NameOf(own), out var said) ? said : own.Answer ?? reply.Rest;
        }

        person.Answered = await Database.NotBeforeAsync(context, now, cancel);
        person.Comment = ShortText.OrNull(reply.Comment, LongestComment);
        return true;
    }

    private static bool IsOpen(Round round, Instant now) =>
        round.State == RoundState.Open && SwedishTime.DayOf(now) <= round.Until;

    private static string NameOf(RoundAnswer own) => Print.Of(own.Uid, $"{own.Date:uuuu-MM-dd}", own.Start)[..12];
}
