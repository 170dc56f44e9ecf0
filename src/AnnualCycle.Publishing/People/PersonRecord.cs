// Over 200 lines because a record is all that the database has, in one place.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Feeds;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.People;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.People;

/// <summary>A revision of a plan that names a person.</summary>
/// <param name="Number">Null for a draft.</param>
public sealed record NamingPlan(string Collaboration, int Year, int? Number, string State, Instant Created);

/// <summary>
/// Everything that the database has about one person (the General Data Protection Regulation, articles 15 and 20).
/// </summary>
/// <param name="Feed">The person's own calendar; its secret address is not told.</param>
public sealed record PersonRecord(
    string Address, IReadOnlyList<StoredMembership> Memberships, StoredFeed? Feed, PersonAccess Access,
    IReadOnlyList<AuditEntry> Audit, IReadOnlyList<NamingPlan> Plans)
{
    /// <summary>What the person was told of meetings, and what they answered.</summary>
    public IReadOnlyList<Invitation> Invitations { get; init; } = [];

    /// <summary>Meetings to which the person comes for somebody, or somebody for the person.</summary>
    public IReadOnlyList<StandIn> StandIns { get; init; } = [];

    /// <summary>Mails to the person, sent or not; those of more than two years ago are forgotten.</summary>
    public IReadOnlyList<Delivery> Mails { get; init; } = [];

    /// <summary>Entries in organisers' Outlook that ask the person, or are to.</summary>
    public IReadOnlyList<OutlookTrace> Outlook { get; init; } = [];

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the person was asked and answered before years were adopted.</summary>
    public required RoundTraces Rounds { get; init; }

    /// <summary>Mails from the person, or about them, that somebody had to look at.</summary>
    public required IReadOnlyList<PutAsideMail> Inbox { get; init; }

    /// <summary>What the person was reminded of, has done and has chosen of mails.</summary>
    public required ReminderTraces Reminders { get; init; }

    public bool IsEmpty => Memberships.Count == 0 && Feed is null && Access.IsEmpty && Audit.Count == 0 && Plans.Count == 0
        && Invitations.Count == 0 && StandIns.Count == 0 && Mails.Count == 0 && Outlook.Count == 0 && Rounds.Persons.Count == 0 && Inbox.Count == 0
        && Reminders.IsEmpty;

    public static async Task<PersonRecord> ReadAsync(
        AnnualCycleContext context, string address, CancellationToken cancel)
    {
        var traces = new PersonalTraces(context);
        var person = await traces.PersonAsync(address, cancel);
        var ids = await new PlanMentions(
            context, person, await traces.CollaborationsAsync(person.Email, cancel)).FindAsync(cancel);
        var plans = await context.Plans.Where(plan => ids.Contains(plan.Id)).OrderBy(plan => plan.Id)
            .Select(plan => new { plan.Collaboration, plan.Year, plan.Number, plan.State, plan.Created })
            .ToListAsync(cancel);
        var feed = PersonFeeds.IdOf(person.Email);
        return new PersonRecord(person.Email,
            await context.Memberships.AsNoTracking().Where(row => row.Email == person.Email).OrderBy(row => row.Id)
                .ToListAsync(cancel),
            await context.Feeds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == feed, cancel),
            await PersonAccess.ReadAsync(context, person.Email, cancel),
            await traces.AuditAsync(person, cancel),
            [.. plans.Select(plan => new NamingPlan(
                plan.Collaboration, plan.Year, plan.Number, plan.State.ToString(), plan.Created))])
        {
            Invitations = await context.Invitations.AsNoTracking().Where(own => own.Email == person.Email)
                .OrderBy(own => own.Date).ThenBy(own => own.Uid).ToListAsync(cancel),
            StandIns = await context.StandIns.AsNoTracking().Where(own => own.Email == person.Email
                || own.For == person.Email || own.NamedBy == person.Email).OrderBy(own => own.Uid).ToListAsync(cancel),
            Mails = await context.Deliveries.AsNoTracking().Where(own => own.Recipient == person.Email)
                .OrderBy(own => own.Id).ToListAsync(cancel),
            Outlook = await OutlookTraces.ReadAsync(context, person.Email, cancel),
            Rounds = await RoundTraces.ReadAsync(context, person.Email, cancel),
            Inbox = await InboxTraces.ReadAsync(context, person, cancel),
            Reminders = await ReminderTraces.ReadAsync(context, person.Email, cancel),
        };
    }

    /// <summary>As a person can read it and a program too; times in UTC.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("address", Address);
            Array(json, "memberships", Memberships, row => Membership(json, row));
            Calendar(json);
            Array(json, "roles", Access.Roles, role => Role(json, role));
            Array(json, "sessions", Access.Sessions, session => Session(json, session));
            json.WriteString("language", Access.Choice?.Language);
            json.WriteBoolean("calendarShowsInvited", Access.Choice?.ShowsInvited == true);
            json.WriteBoolean("invitesByMail", Access.Choice?.InvitesByMail == true);
            json.WriteString("reminderPace", Access.Choice?.Reminders.ToString());
            Array(json, "audit", Audit, entry => Entry(json, entry));
            Array(json, "plans", Plans, plan => Plan(json, plan));
            Array(json, "invitations", Invitations, own => PersonMails.Told(json, own));
            Array(json, "standIns", StandIns, own => PersonMails.Instead(json, own));
            Array(json, "mails", Mails, mail => PersonMails.Mail(json, mail));
            Array(json, "outlook", Outlook, own => PersonMails.InOutlook(json, own));
            Array(json, "rounds", Rounds.Persons, own => PersonAnswers.Round(json, Rounds, own));
            Array(json, "inbox", Inbox, mail => PersonAnswers.Mail(json, mail));
            PersonReminders.Write(json, Reminders);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Membership(Utf8JsonWriter json, StoredMembership row)
    {
        json.WriteString("collaboration", row.Collaboration);
        json.WriteString("seat", row.Seat);
        json.WriteString("name", row.Name);
        json.WriteString("organisation", row.Organisation);
        json.WriteString("municipality", row.Municipality);
        if (row.Required is { } required)
        {
            json.WriteBoolean("required", required);
        }

        json.WriteBoolean("substitute", row.Substitute);
        json.WriteString("from", row.From is { } from ? SwedishDates.Iso(from) : null);
        json.WriteString("to", row.To is { } to ? SwedishDates.Iso(to) : null);
    }

    private void Calendar(Utf8JsonWriter json)
    {
        if (Feed is null)
        {
            json.WriteNull("calendar");
            return;
        }

        json.WriteStartObject("calendar");
        json.WriteString("id", Feed.Id);
        json.WriteNumber("address", Feed.Generation);
        json.WriteString("changed", Feed.LastModified.ToString());
        json.WriteEndObject();
    }

    private static void Role(Utf8JsonWriter json, RoleGrant role)
    {
        json.WriteString("role", RoleWords.Of(role.Role));
        json.WriteString("scope", role.Scope);
        json.WriteString("granted", role.Granted.ToString());
        json.WriteString("grantedBy", role.GrantedBy);
    }

    private static void Session(Utf8JsonWriter json, StoredSession session)
    {
        json.WriteString("way", session.Way);
        json.WriteString("created", session.Created.ToString());
        json.WriteString("seen", session.Seen.ToString());
        json.WriteString("expires", session.Expires.ToString());
    }

    private static void Entry(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteString("at", entry.At.ToString());
        json.WriteString("who", entry.Who);
        json.WriteString("action", entry.Action);
        json.WriteString("collaboration", entry.Collaboration);
        json.WriteString("subject", entry.Subject);
        json.WriteString("text", entry.Text);
    }

    private static void Plan(Utf8JsonWriter json, NamingPlan plan)
    {
        json.WriteString("collaboration", plan.Collaboration);
        json.WriteNumber("year", plan.Year);
        if (plan.Number is { } number)
        {
            json.WriteNumber("revision", number);
        }

        json.WriteString("state", plan.State);
        json.WriteString("created", plan.Created.ToString());
    }

    internal static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
