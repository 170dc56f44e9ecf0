// Over 200 lines because a round is started, watched and ended in one place.
using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Rounds;

/// <summary>
/// Asks a collaboration's members about a proposed year: one mail to each with all dates and a link, a reminder to who
/// does not answer, and an end. All within the caller's change.
/// </summary>
/// <param name="key">Makes the links.</param>
public sealed class RoundKeeper(FeedKey key, Correspondence post)
{
    /// <summary>Working days before the last day on which those who have not answered are reminded.</summary>
    public const int ReminderDays = 3;

    // Nobody's telephone is to ring at the hour of the nightly work.
    private static readonly LocalTime Morning = new(7, 0);

    private RoundTokens Tokens => new(key);

    /// <summary>Whom it would ask about what; nothing is written.</summary>
    public static Task<RoundOutline> OutlineAsync(
        AnnualCycleContext context, RoundOrder order, Instant now, CancellationToken cancel) =>
        new RoundQuestions(context, SwedishTime.DayOf(now)).OutlineAsync(order, cancel);

    /// <summary>
    /// Starts the round and lays its mails in the out-tray. Does nothing when the answer has a refusal. Also within the
    /// change that proposes the year.
    /// </summary>
    public async Task<RoundOutline> StartAsync(
        AnnualCycleContext context, RoundOrder order, Instant now, CancellationToken cancel)
    {
        var outline = await OutlineAsync(context, order, now, cancel);
        if (outline.Refusal is not null)
        {
            return outline;
        }

        var at = await Database.NotBeforeAsync(context, now, cancel);
        var round = context.Rounds.Add(new Round
        {
            Collaboration = order.Collaboration, Year = order.Year, Name = outline.Name,
            Number = outline.Number, State = RoundState.Open, Until = order.Until, RemindOn = WorkingDays.Add(order.Until, -ReminderDays), Started = at,
        }).Entity;
        // Its id is what all else is written with.
        await context.SaveChangesAsync(cancel);
        context.RoundMeetings.AddRange(outline.Meetings
            .Select(meeting => MeetingOf(round, meeting, outline.GroupNames)));
        foreach (var person in outline.Persons)
        {
            Add(context, round, person);
        }

        var mails = await PostAsync(context, cancel);
        Note(context, round, (order.Who, at), "round", $"Samrådsrunda {round.Number}: {Persons(outline.Persons.Count)} tillfrågas om "
            + $"{SwedishDates.Count(outline.Meetings.Count, "möte", "möten")}, sista svarsdag {SwedishDates.Iso(round.Until)}"
            + Left(outline.Persons.Count(person => !mails.MayWriteTo(person.Email))));
        await context.SaveChangesAsync(cancel);
        await mails.LayAsync(round, [.. outline.Persons.Select(person => person.Email)], at, null, cancel);
        return outline;
    }

    /// <summary>Reminds those who have not answered and have not been reminded.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> RemindAsync(
        AnnualCycleContext context, Round round, string who, Instant now, CancellationToken cancel)
    {
        var left = await context.RoundPersons.Where(person => person.Round == round.Id && person.Answered == null
            && person.Reminded == null).OrderBy(person => person.Email).ToListAsync(cancel);
        var mails = await PostAsync(context, cancel);
        var silent = left.RemoveAll(person => !mails.MayWriteTo(person.Email));
        if (round.State != RoundState.Open || left.Count == 0 || await IsAdoptedAsync(context, round, cancel))
        {
            return 0;
        }

        var at = await Database.NotBeforeAsync(context, now, cancel);
        left.ForEach(person => person.Reminded = at);
        await mails.LayAsync(round, [.. left.Select(person => person.Email)], at, NotBefore(at), cancel);
        Note(context, round, (who, at), "round remind", $"Samrådsrunda {round.Number}: {Persons(left.Count)} påminns{Left(silent)}");
        await context.SaveChangesAsync(cancel);
        return left.Count;
    }

    /// <summary>Ends a round: nobody answers any more, and what people cannot make counts when the year is planned.</summary>
    /// <returns>False when it had ended before.</returns>
    public static Task<bool> CloseAsync(
        AnnualCycleContext context, Round round, string who, Instant now, CancellationToken cancel) =>
        EndAsync(context, round, RoundState.Closed, (who, now), cancel);

    /// <summary>
    /// Ends the round that a year has open when it is adopted: nobody is asked, reminded or answers any more, and nothing
    /// is planned again because of what they said. Within the change that adopts the year.
    /// </summary>
    /// <returns>False when none was open.</returns>
    public static async Task<bool> CloseForAdoptionAsync(AnnualCycleContext context, string collaboration, int year,
        string who, Instant now, CancellationToken cancel) =>
        await LatestAsync(context, collaboration, year, cancel) is { } round
            && await EndAsync(context, round, RoundState.Adopted, (who, now), cancel);

    private static async Task<bool> EndAsync(AnnualCycleContext context, Round round, RoundState state,
        (string Who, Instant Now) by, CancellationToken cancel)
    {
        if (round.State != RoundState.Open)
        {
            return false;
        }

        var at = await Database.NotBeforeAsync(context, by.Now, cancel);
        (round.State, round.Closed) = (state, at);
        var all = await context.RoundPersons.Where(person => person.Round == round.Id)
            .Select(person => person.Answered != null).ToListAsync(cancel);
        var why = state == RoundState.Adopted ? " eftersom året är fastställt" : "";
        Note(context, round, (by.Who, at), "round close",
            $"Samrådsrunda {round.Number} är stängd{why}: {all.Count(answered => answered)} av {all.Count} har svarat");
        await context.SaveChangesAsync(cancel);
        await DropUnsentAsync(context, round, at, cancel);
        return true;
    }

    // A question that nobody can answer any more is not sent.
    private static Task<int> DropUnsentAsync(AnnualCycleContext context, Round round, Instant at, CancellationToken cancel)
    {
        var (ofRound, said) = ($".{round.Collaboration}.{round.Year}.{round.Number}.", $"{at} rundan är stängd\n");
        return context.Deliveries.Where(own => own.Collaboration == round.Collaboration && own.Key.Contains(ofRound)
                && (own.State == DeliveryState.Waiting || own.State == DeliveryState.Parked)
                && (own.Kind == DeliveryKind.Round || own.Kind == DeliveryKind.RoundReminder))
            .ExecuteUpdateAsync(row => row.SetProperty(own => own.State, DeliveryState.Dropped)
                .SetProperty(own => own.Settled, at).SetProperty(own => own.History, own => own.History + said), cancel);
    }

    /// <summary>What a new day asks for: reminds where it is time, ends what is over. Again finds nothing to do.</summary>
    public async Task TendAsync(AnnualCycleContext context, string who, Instant now, CancellationToken cancel)
    {
        var today = SwedishTime.DayOf(now);
        foreach (var round in await context.Rounds.Where(own => own.State == RoundState.Open).OrderBy(own => own.Id)
            .ToListAsync(cancel))
        {
            if (await IsAdoptedAsync(context, round, cancel))
            {
                await EndAsync(context, round, RoundState.Adopted, (who, now), cancel);
            }
            else if (round.Until < today)
            {
                await CloseAsync(context, round, who, now, cancel);
            }
            else if (round.RemindOn <= today && SwedishTime.DayOf(round.Started) < round.RemindOn)
            {
                await RemindAsync(context, round, who, now, cancel);
            }
        }
    }

    /// <summary>The year's latest round; null when there has been none.</summary>
    public static Task<Round?> LatestAsync(
        AnnualCycleContext context, string collaboration, int year, CancellationToken cancel) => context.Rounds
        .Where(round => round.Collaboration == collaboration && round.Year == year)
        .OrderByDescending(round => round.Number).FirstOrDefaultAsync(cancel);

    private static Task<bool> IsAdoptedAsync(AnnualCycleContext context, Round round, CancellationToken cancel) =>
        context.Plans.AnyAsync(plan => plan.Collaboration == round.Collaboration && plan.Year == round.Year
            && plan.State == PlanState.Adopted, cancel);

    private async Task<RoundPost> PostAsync(AnnualCycleContext context, CancellationToken cancel) =>
        new(context, post, Tokens, await MailWishes.ReadAsync(context, key, post.Address, cancel));

    private static string Left(int silent) =>
        silent == 0 ? "" : $"; {Persons(silent)} har valt bort mejl om samråd och får inget";

    private void Add(AnnualCycleContext context, Round round, AskedPerson person)
    {
        context.RoundPersons.Add(new RoundPerson
        {
            Round = round.Id, Email = person.Email, Name = person.Name,
            TokenHash = FeedKey.HashOf(Tokens.Of(round.Collaboration, round.Year, round.Number, person.Email)),
        });
        context.RoundAnswers.AddRange(person.Dates.Select(date => new RoundAnswer
        {
            Round = round.Id, Email = person.Email, Uid = date.Meeting.Uid, Date = date.Meeting.Date,
            Start = SwedishDates.Clock(date.Meeting.Start), End = SwedishDates.Clock(date.Meeting.End),
            Groups = string.Join(' ', date.Groups),
        }));
    }

    private static RoundMeeting MeetingOf(
        Round round, PlannedMeeting meeting, IReadOnlyDictionary<string, string> names) => new()
    {
        Round = round.Id, Uid = meeting.Uid, Date = meeting.Date, Start = SwedishDates.Clock(meeting.Start),
        End = SwedishDates.Clock(meeting.End), Title = meeting.Title, Groups = string.Join(' ', meeting.Groups),
        GroupNames = string.Join('\n', meeting.Groups.Select(group => names.GetValueOrDefault(group, group))),
        Place = meeting.Place ?? "",
    };

    private static Instant NotBefore(Instant at)
    {
        var (day, clock) = (SwedishTime.DayOf(at), SwedishTime.TimeOf(at));
        return clock < Morning ? SwedishTime.At(day + Morning) : at;
    }

    private static string Persons(int count) => SwedishDates.Count(count, "person", "personer");

    private static void Note(
        AnnualCycleContext context, Round round, (string Who, Instant At) by, string action, string text) =>
        context.Audit.Add(new AuditEntry
        {
            At = by.At, Who = by.Who, Action = action, Collaboration = round.Collaboration, Subject = $"{round.Year}",
            Text = text,
        });
}
