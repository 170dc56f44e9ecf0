using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage.Busy;
using AnnualCycle.Storage.Invitations;
using AnnualCycle.Testing.Graph;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>What people say in Outlook, and when they are taken there.</summary>
public sealed class OutlookAnswerTests
{
    private const string Anna = "anna@nord.example", Bo = "bo@nord.example";

    [Fact]
    public async Task An_answer_in_Outlook_counts_until_the_meeting_gets_another_time()
    {
        await using var outlook = await AskedAsync();
        Answer(outlook, Anna, "accepted");
        Answer(outlook, Bo, "declined");
        await outlook.Sweep().RunAsync(default);
        Assert.Equal((Storage.Invitations.Answer.Yes, Storage.Invitations.Answer.No), (await SaidAsync(outlook, Anna), await SaidAsync(outlook, Bo)));

        // The new time is asked for anew: what was said of the old one is no answer to it, however late it is read.
        outlook.Graph.Settings.TimeChangeResetsAnswers = false;
        outlook.Clock.Pass(Duration.FromMinutes(10));
        await outlook.WantAsync("a", SmallOutlook.Meeting with { Start = new LocalTime(8, 0) });
        await ToldAsync(outlook, Anna, sequence: 1);
        await outlook.RestAsync();
        await outlook.Sweep().RunAsync(default);
        Assert.Null(await SaidAsync(outlook, Anna));

        outlook.Clock.Pass(Duration.FromMinutes(10));
        Answer(outlook, Anna, "tentativelyAccepted");
        await outlook.Sweep().RunAsync(default);
        Assert.Equal(Storage.Invitations.Answer.Maybe, await SaidAsync(outlook, Anna));
    }

    [Fact]
    public async Task A_sweep_that_finds_nothing_new_writes_nothing()
    {
        await using var outlook = await AskedAsync();
        Answer(outlook, Anna, "accepted");
        await outlook.Sweep().RunAsync(default);
        await using var context = outlook.Database.Open();
        var (log, row) = (await context.Audit.CountAsync(), await outlook.RowAsync("a"));

        outlook.Clock.Pass(Duration.FromMinutes(10));
        await outlook.Sweep().RunAsync(default);

        Assert.Equal((log, row.Looked, row.History), (await context.Audit.CountAsync(), (await outlook.RowAsync("a")).Looked, (await outlook.RowAsync("a")).History));
    }

    [Fact]
    public async Task A_mailbox_that_wants_peace_gets_it_from_the_sweep_too()
    {
        await using var outlook = await AskedAsync();
        outlook.Graph.Gate.CountFromHere();
        outlook.Graph.Gate.At(1, GraphFault.Status429(Duration.FromMinutes(3)));
        await outlook.Sweep().RunAsync(default);
        await outlook.Sweep().RunAsync(default);
        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();

        Assert.Empty(outlook.Graph.Ledger.Violations);
    }

    [Fact]
    public async Task Times_that_people_are_taken_keep_meetings_away_and_our_own_invites_do_not()
    {
        await using var outlook = await AskedAsync();
        var day = new LocalDate(2027, 2, 4);
        outlook.Graph.Schedules.Set(Anna, At(day, 9, 11), At(day, 13, 14), At(day, 15, 16, "free"), At(day, 16, 17, "unknown"),
            At(day, 17, 18, "något-nytt"), At(day, 18, 19, "tentative"), At(day, 19, 20, "workingElsewhere"));
        outlook.Graph.Schedules.Set(Bo);

        var standing = await KeepAsync(outlook, Anna, Bo, "okänd@annan.example");

        Assert.Equal(["2027-02-04 13:00 14:00", "2027-02-04 16:00 17:00", "2027-02-04 17:00 18:00", "2027-02-04 18:00 19:00"],
            standing[Anna].Times.Split('\n'));
        Assert.Equal(("", null), (standing[Bo].Times, standing[Bo].Trouble));
        Assert.NotNull(standing["okänd@annan.example"].Trouble);
        Assert.Null(standing["okänd@annan.example"].Fetched);
    }

    [Fact]
    public async Task What_Outlook_said_last_goes_on_while_it_is_away()
    {
        await using var outlook = await AskedAsync();
        outlook.Graph.Schedules.Set(Anna, At(new LocalDate(2027, 3, 1), 13, 14));
        await KeepAsync(outlook, Anna);
        outlook.Graph.Gate.Always(_ => true, GraphFault.Answer(500));

        var standing = await KeepAsync(outlook, Anna);

        Assert.NotNull(standing[Anna].Trouble);
        await using var context = outlook.Database.Open();
        var kept = await context.BusyCalendars.SingleAsync();
        Assert.Equal(("2027-03-01 13:00 14:00", true), (kept.Times, kept.Trouble is not null));
    }

    [Fact]
    public async Task Many_people_and_a_long_time_are_asked_for_in_parts_that_Graph_answers()
    {
        await using var outlook = await AskedAsync();
        var people = Enumerable.Range(100, 45).Select(number => $"p{number}@nord.example").ToArray();
        people.ToList().ForEach(who => outlook.Graph.Schedules.Set(who, At(new LocalDate(2027, 12, 30), 9, 10)));

        var standing = await KeepAsync(outlook, people);

        Assert.All(people, who => Assert.Equal("2027-12-30 09:00 10:00", standing[who].Times));
        Assert.Equal(3 * 14, outlook.Graph.Calls.Count(call => call is { Operation: GraphOperation.Schedule, Status: 200 }));
    }

    private static Task<IReadOnlyDictionary<string, StoredBusyCalendar>> KeepAsync(SmallOutlook outlook, params string[] people) =>
        new FreeBusyKeeper(outlook.Database, outlook.Client()).KeepAsync([.. people.Select(who => new FreeBusyQuestion(SmallOutlook.Nord, who))],
            new DateInterval(new LocalDate(2026, 11, 22), new LocalDate(2027, 12, 31)), outlook.Clock.Now, default);

    private static BusyItem At(LocalDate day, int from, int to, string status = "busy") => new(
        SwedishTime.At(day.At(new LocalTime(from, 0))), SwedishTime.At(day.At(new LocalTime(to, 0))), status);

    private static void Answer(SmallOutlook outlook, string who, string answer) => outlook.Graph.People.Answer(
        SmallOutlook.Nord, outlook.Graph.Mailbox(SmallOutlook.Nord).Live.Single().Id, who, answer, outlook.Clock.Now);

    private static async Task<Answer?> SaidAsync(SmallOutlook outlook, string who)
    {
        await using var context = outlook.Database.Open();
        var row = await context.Invitations.AsNoTracking().SingleAsync(own => own.Email == who);
        return row.AnsweredSequence == row.Sequence ? row.Answer : null;
    }

    private static async Task<SmallOutlook> AskedAsync()
    {
        var outlook = await SmallOutlook.StartAsync();
        await ToldAsync(outlook, Anna, 0);
        await ToldAsync(outlook, Bo, 0);
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        outlook.Clock.Pass(Duration.FromMinutes(5));
        return outlook;
    }

    // As publishing notes it.
    private static Task<int> ToldAsync(SmallOutlook outlook, string who, int sequence) => outlook.Database.ChangeAsync(async context =>
    {
        var row = await context.Invitations.FindAsync("a", who) ?? context.Invitations.Add(new Invitation
        {
            Uid = "a", Email = who, Collaboration = "nord", State = InvitationState.Live, Channel = InviteChannel.Outlook, Sequence = 0,
            Date = SmallOutlook.Meeting.Date, Start = "09:00", End = "11:00", Place = "", Print = "", Changed = outlook.Clock.Now,
            TokenHash = who,
        }).Entity;
        return row.Sequence = sequence;
    });
}
