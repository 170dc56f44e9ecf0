using AnnualCycle.People;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.People;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.People;

/// <summary>What one step of an erasure took away.</summary>
/// <param name="What">In Swedish: "platser", "rader i loggen".</param>
public sealed record ErasedPart(string What, int Count);

/// <summary>What an erasure took away, or would take away.</summary>
/// <param name="Person">With every name that was looked for.</param>
public sealed record Erased(MentionedPerson Person, IReadOnlyList<ErasedPart> Parts)
{
    /// <summary>True when nothing was erased, as the service would have been left without an administrator.</summary>
    public bool IsLastAdministrator { get; init; }

    /// <summary>True when the database had nothing about the person.</summary>
    public bool IsNothing => !IsLastAdministrator && Parts.All(part => part.Count == 0);
}

/// <summary>
/// Erases a person from the database (the General Data Protection Regulation, article 17). The plan stays whole: days,
/// UIDs and everybody else's calendars are as they were, and the seat is vacant.
/// </summary>
/// <param name="busyCalendars">Ids of the stored calendars that a list in the folder gives as the person's.</param>
public sealed class PersonErasure(Database database, FeedKey key, IReadOnlyCollection<string> busyCalendars)
{
    /// <summary>Everything that is done, in order. What comes to hold personal data gets a step here.</summary>
    private IReadOnlyList<(string What, Func<Erasing, Task<int>> Do)> Steps =>
    [
        ("planer som nämner personen", async erasing => await new PlanMentions(erasing.Context, erasing.Person,
            await erasing.Traces.CollaborationsAsync(erasing.Person.Email, erasing.Cancel)).ForgetAsync(erasing.Cancel)),
        ("rader i loggen", erasing => erasing.Traces.ForgetAuditAsync(erasing.Person, erasing.Cancel)),
        ("uppdragsbeskrivningar som personen ändrat", erasing =>
            erasing.Traces.ForgetChartersAsync(erasing.Person, erasing.Cancel)),
        ("kalendrar", CloseFeedAsync),
        ("kalendrar med upptagna tider", erasing => erasing.Context.BusyCalendars
            .Where(calendar => busyCalendars.Contains(calendar.Id)).ExecuteDeleteAsync(erasing.Cancel)),
        ("roller", erasing => PersonAccess.ForgetRolesAsync(
            erasing.Context, erasing.Person, PersonalTraces.Instead, erasing.Cancel)),
        ("inloggningar och länkar", erasing => PersonAccess.ForgetSessionsAsync(
            erasing.Context, erasing.Person.Email, erasing.Cancel)),
        ("brev, också de som väntar på att skickas", erasing => erasing.Context.Deliveries
            .Where(own => own.Recipient == erasing.Person.Email).ExecuteDeleteAsync(erasing.Cancel)),
        ("egna val", erasing => erasing.Context.PersonChoices
            .Where(own => own.Email == erasing.Person.Email).ExecuteDeleteAsync(erasing.Cancel)),
        ("kallelser och svar", erasing => erasing.Context.Invitations
            .Where(own => own.Email == erasing.Person.Email).ExecuteDeleteAsync(erasing.Cancel)),
        ("ersättare vid möten", erasing => StandIns.ForgetAsync(erasing.Context, erasing.Person, PersonalTraces.Instead, erasing.Cancel)),
        ("kalenderposter i Outlook", async erasing => await OutlookTraces.ForgetAsync(erasing.Context, erasing.Person,
            await erasing.Traces.CollaborationsAsync(erasing.Person.Email, erasing.Cancel),
            (erasing.At, SwedishTime.DayOf(erasing.At)), erasing.Cancel)),
        ("svar i samrådsrundor", erasing => RoundTraces.ForgetAsync(
            erasing.Context, erasing.Person.Email, erasing.Cancel)),
        ("mejl att titta på", erasing => InboxTraces.ForgetAsync(erasing.Context, erasing.Person, erasing.Cancel)),
        ("påminnelser, svar och egna val av mejl", erasing => ReminderTraces.ForgetAsync(
            erasing.Context, erasing.Person.Email, erasing.Cancel)),
        ("platser, också tidigare", erasing => erasing.Context.Memberships
            .Where(row => row.Email == erasing.Person.Email).ExecuteDeleteAsync(erasing.Cancel)),
    ];

    /// <summary>What would be taken away: the same steps, undone.</summary>
    public async Task<Erased> PreviewAsync(string email, Instant now, CancellationToken cancel = default)
    {
        await using var context = database.Open();
        await using var undone = await context.Database.BeginTransactionAsync(cancel);
        return await EraseAsync(context, email, now, cancel);
    }

    /// <param name="who">Who did it, for the audit log.</param>
    public async Task<Erased> EraseAsync(string email, string who, Instant now, CancellationToken cancel = default)
    {
        var erased = await ChangeAsync(email, who, now, cancel);
        await database.ForgetAsync(cancel);
        return erased;
    }

    private Task<Erased> ChangeAsync(string email, string who, Instant now, CancellationToken cancel) =>
        database.ChangeAsync(async context =>
        {
            var at = await Database.NotBeforeAsync(context, now, cancel);
            if (await RoleGrants.IsLastAdministratorAsync(context, email.Trim().ToLowerInvariant(), cancel))
            {
                return new Erased(new MentionedPerson(email, []), []) { IsLastAdministrator = true };
            }

            var erased = await EraseAsync(context, email, at, cancel);
            if (!erased.IsNothing)
            {
                await new FolderPeople(context, at, SwedishTime.DayOf(now)).NoteChangeAsync(cancel);
                Note(context, erased, who, at);
                await context.SaveChangesAsync(cancel);
                // Calendars that named the person in what somebody wrote are written anew; the others stay as they are.
                await new FeedWriter(context, key, at, SwedishTime.DayOf(now)).WriteAsync(null, cancel);
            }

            return erased;
        }, cancel);

    private async Task<Erased> EraseAsync(
        AnnualCycleContext context, string email, Instant at, CancellationToken cancel)
    {
        var traces = new PersonalTraces(context);
        var erasing = new Erasing(context, traces, await traces.PersonAsync(email, cancel), at, cancel);
        var parts = new List<ErasedPart>();
        foreach (var (what, step) in Steps)
        {
            parts.Add(new ErasedPart(what, await step(erasing)));
            await context.SaveChangesAsync(cancel);
        }

        return new Erased(erasing.Person, parts);
    }

    // The address answers 410 from now on, and nothing says whose it was; so do those that were changed before.
    private static async Task<int> CloseFeedAsync(Erasing erasing)
    {
        var (context, id) = (erasing.Context, PersonFeeds.IdOf(erasing.Person.Email));
        await context.RevokedTokens.Where(token => token.Feed == id)
            .ExecuteUpdateAsync(row => row.SetProperty(token => token.Feed, ""), erasing.Cancel);
        var feeds = context.Feeds.Where(feed => feed.Id == id);
        if (await feeds.AsNoTracking().SingleOrDefaultAsync(erasing.Cancel) is not { } own)
        {
            return 0;
        }

        context.RevokedTokens.Add(new RevokedToken
        {
            TokenHash = own.TokenHash!, Feed = "", Revoked = erasing.At,
            Version = await FeedVersions.LastAsync(context, erasing.Cancel) + 1,
        });
        return await feeds.ExecuteDeleteAsync(erasing.Cancel);
    }

    // Whom it was is what has to be forgotten.
    private static void Note(AnnualCycleContext context, Erased erased, string who, Instant at) =>
        context.Audit.Add(new AuditEntry
        {
            At = at, Who = who, Action = "people erase", Collaboration = "", Subject = "en person",
            Text = "Raderat: " + string.Join(", ", erased.Parts.Where(part => part.Count > 0)
                .Select(part => $"{part.Count} {part.What}")),
        });

    private sealed record Erasing(
        AnnualCycleContext Context, PersonalTraces Traces, MentionedPerson Person, Instant At,
        CancellationToken Cancel);
}
