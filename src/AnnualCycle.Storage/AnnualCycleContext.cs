using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Audit;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Charters;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Duties;
using AnnualCycle.Storage.Feeds;
using AnnualCycle.Storage.Holidays;
using AnnualCycle.Storage.Inbox;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Storage.Jobs;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Storage.People;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Storage.Rounds;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Storage;

/// <summary>The database in the organisation's words; the schema itself is the SQL in <c>Schema/</c>.</summary>
public sealed class AnnualCycleContext(DbContextOptions<AnnualCycleContext> options) : DbContext(options)
{
    public DbSet<ServiceIdentity> Identity => Set<ServiceIdentity>();

    public DbSet<CharterVersion> Charters => Set<CharterVersion>();

    public DbSet<CharterImportMark> CharterImports => Set<CharterImportMark>();

    public DbSet<StoredMembership> Memberships => Set<StoredMembership>();

    public DbSet<PeopleImportMark> PeopleImports => Set<PeopleImportMark>();

    public DbSet<PlanRevision> Plans => Set<PlanRevision>();

    public DbSet<CalendarEntry> Entries => Set<CalendarEntry>();

    public DbSet<StoredFeed> Feeds => Set<StoredFeed>();

    public DbSet<RevokedToken> RevokedTokens => Set<RevokedToken>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<StoredBusyCalendar> BusyCalendars => Set<StoredBusyCalendar>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<StoredSession> Sessions => Set<StoredSession>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<PersonChoice> PersonChoices => Set<PersonChoice>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<OutboxPause> OutboxPauses => Set<OutboxPause>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<StandIn> StandIns => Set<StandIn>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<RoundMeeting> RoundMeetings => Set<RoundMeeting>();

    public DbSet<RoundPerson> RoundPersons => Set<RoundPerson>();

    public DbSet<RoundAnswer> RoundAnswers => Set<RoundAnswer>();

    public DbSet<PutAsideMail> PutAsideMails => Set<PutAsideMail>();

    public DbSet<HandedIn> HandedIn => Set<HandedIn>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ToldNews> ToldNews => Set<ToldNews>();

    public DbSet<PersonLink> PersonLinks => Set<PersonLink>();

    public DbSet<MutedMail> MutedMails => Set<MutedMail>();

    public DbSet<HolidayRequest> HolidayRequests => Set<HolidayRequest>();

    public DbSet<StaffingConfirmation> StaffingConfirmations => Set<StaffingConfirmation>();

    public DbSet<OutlookMailbox> OutlookMailboxes => Set<OutlookMailbox>();

    public DbSet<OutlookMeeting> OutlookMeetings => Set<OutlookMeeting>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalDate>().HaveConversion<LocalDateColumn>();
        conventions.Properties<Instant>().HaveConversion<InstantColumn>();
        conventions.Properties<AnnualCycle.Plans.Plan>().HaveConversion<PlanColumn, PlanColumn.Same>();
        conventions.Properties<PlanInputs>().HaveConversion<PlanInputsColumn>();
        conventions.Properties<CharterOrigin>().HaveConversion<string>();
        conventions.Properties<CharterState>().HaveConversion<string>();
        conventions.Properties<PlanState>().HaveConversion<string>();
        conventions.Properties<Role>().HaveConversion<string>();
        conventions.Properties<LinkPurpose>().HaveConversion<string>();
        conventions.Properties<DeliveryState>().HaveConversion<string>();
        conventions.Properties<InvitationState>().HaveConversion<string>();
        conventions.Properties<InviteChannel>().HaveConversion<string>();
        conventions.Properties<OutlookOperation>().HaveConversion<string>();
        conventions.Properties<Answer>().HaveConversion<string>();
        conventions.Properties<RoundState>().HaveConversion<string>();
        conventions.Properties<HandedInState>().HaveConversion<string>();
        conventions.Properties<ReminderState>().HaveConversion<string>();
        conventions.Properties<ReminderPace>().HaveConversion<string>();
        conventions.Properties<PersonLinkPurpose>().HaveConversion<string>();
        conventions.Properties<HolidayPart>().HaveConversion<string>();
        conventions.Properties<HolidayAnswer>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<ServiceIdentity>().ToTable("service_identity").Property(one => one.Id).ValueGeneratedNever();
        model.Entity<CharterVersion>().ToTable("charter_version");
        model.Entity<CharterImportMark>().ToTable("charter_import").HasKey(mark => mark.Collaboration);
        model.Entity<StoredMembership>().ToTable("membership").Ignore(row => row.Membership);
        model.Entity<PeopleImportMark>().ToTable("people_import").Property(mark => mark.Id).ValueGeneratedNever();
        model.Entity<PlanRevision>().ToTable("plan_revision");
        model.Entity<CalendarEntry>().ToTable("calendar_entry").HasKey(entry => entry.Uid);
        model.Entity<StoredFeed>().ToTable("feed");
        model.Entity<RevokedToken>().ToTable("revoked_token").HasKey(token => token.TokenHash);
        model.Entity<AuditEntry>().ToTable("audit_entry");
        model.Entity<StoredBusyCalendar>().ToTable("busy_calendar");
        model.Entity<JobRun>().ToTable("job_run").HasKey(run => new { run.Job, run.Scheduled });
        model.Entity<RoleGrant>().ToTable("role_grant").HasKey(grant => new { grant.Email, grant.Role, grant.Scope });
        model.Entity<StoredSession>().ToTable("session").HasKey(session => session.IdHash);
        model.Entity<OneTimeLink>().ToTable("one_time_link").HasKey(link => link.TokenHash);
        model.Entity<PersonChoice>().ToTable("person_choice").HasKey(choice => choice.Email);
        model.Entity<Delivery>().ToTable("delivery");
        model.Entity<OutboxPause>().ToTable("outbox_pause").Property(pause => pause.Id).ValueGeneratedNever();
        model.Entity<Invitation>().ToTable("invitation").HasKey(own => new { own.Uid, own.Email });
        model.Entity<StandIn>().ToTable("stand_in").HasKey(own => new { own.Uid, own.Seat, own.For });
        model.Entity<Round>().ToTable("round");
        model.Entity<RoundMeeting>().ToTable("round_meeting").HasKey(own => new { own.Round, own.Uid, own.Date, own.Start });
        model.Entity<RoundPerson>().ToTable("round_person").HasKey(own => new { own.Round, own.Email });
        model.Entity<RoundAnswer>().ToTable("round_answer")
            .HasKey(own => new { own.Round, own.Email, own.Uid, own.Date, own.Start });
        model.Entity<PutAsideMail>().ToTable("put_aside_mail");
        model.Entity<HandedIn>().ToTable("handed_in").HasKey(own => own.Uid);
        model.Entity<Reminder>().ToTable("reminder").HasKey(own => own.Key);
        model.Entity<ToldNews>().ToTable("told_news").HasKey(own => new { own.Collaboration, own.Key, own.Email });
        model.Entity<PersonLink>().ToTable("person_link").HasKey(own => own.TokenHash);
        model.Entity<MutedMail>().ToTable("muted_mail").HasKey(own => new { own.Email, own.Kind });
        model.Entity<HolidayRequest>().ToTable("holiday_request")
            .HasKey(own => new { own.GroupId, own.Year, own.Holiday, own.Part });
        model.Entity<StaffingConfirmation>().ToTable("staffing_confirmation")
            .HasKey(own => new { own.Collaboration, own.Day, own.Email });
        model.Entity<OutlookMailbox>().ToTable("outlook_mailbox").HasKey(own => own.Mailbox);
        model.Entity<OutlookMeeting>().ToTable("outlook_meeting").HasKey(own => new { own.Uid, own.Mailbox });
        model.Entity<ProtectionKey>().ToTable("protection_key").HasKey(key => key.Name);
        ColumnNames.InLowerCase(model);
    }
}
