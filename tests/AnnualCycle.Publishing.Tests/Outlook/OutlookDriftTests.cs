// Over 200 lines because whatever people do by hand in Outlook is told in one place.
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Testing.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>What people change in Outlook by hand is told, and theirs until somebody decides.</summary>
public sealed class OutlookDriftTests
{
    private const string Anna = "anna@nord.example";

    private static readonly Instant Later = SwedishTime.At(new LocalDate(2027, 2, 5).At(new LocalTime(10, 0)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_that_somebody_moved_in_Outlook_is_not_moved_back(bool isSwept)
    {
        await using var outlook = await MovedByHandAsync();
        var mails = outlook.Graph.Ledger.Mails.Count;
        if (isSwept)
        {
            await outlook.Sweep().RunAsync(default);
            Assert.Equal(new LocalDate(2027, 2, 5), OutlookDrift.Read((await outlook.RowAsync("a")).Drift!).Found!.Date);
        }

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();

        Assert.NotNull((await outlook.RowAsync("a")).Drift);
        Assert.Equal(Later, Entry(outlook).Start);
        Assert.Equal(mails, outlook.Graph.Ledger.Mails.Count);
    }

    [Fact]
    public async Task Restored_it_is_as_the_plan_says_and_each_is_told_once()
    {
        await using var outlook = await MovedByHandAsync();
        await outlook.Sweep().RunAsync(default);
        var mails = outlook.Graph.Ledger.Mails.Count;

        Assert.True(await Desk(outlook).RestoreAsync("a", SmallOutlook.Nord, Anna, outlook.Clock.Now, default));
        await outlook.RestAsync();

        Assert.Equal(SwedishTime.At(new LocalDate(2027, 2, 4).At(new LocalTime(9, 0))), Entry(outlook).Start);
        Assert.Equal(mails + 2, outlook.Graph.Ledger.Mails.Count);
        await SweptAsync(outlook, isDrifted: false);
    }

    [Fact]
    public async Task Left_as_it_stands_only_what_the_plan_changes_afterwards_is_changed()
    {
        await using var outlook = await MovedByHandAsync();
        await outlook.Sweep().RunAsync(default);

        Assert.True(await Desk(outlook).LetStandAsync("a", SmallOutlook.Nord, Anna, outlook.Clock.Now, default));
        await outlook.RestAsync();
        await SweptAsync(outlook, isDrifted: false);
        Assert.Equal(Later, Entry(outlook).Start);

        await outlook.WantAsync("a", SmallOutlook.Meeting with { Location = "Stora salen" });
        await outlook.RestAsync();
        Assert.Equal((Later, "Stora salen"), (Entry(outlook).Start, Entry(outlook).Place));
        outlook.Clock.Pass(Duration.FromMinutes(5));
        await SweptAsync(outlook, isDrifted: false);
    }

    [Fact]
    public async Task What_the_plan_takes_over_from_Outlook_is_settled_without_a_mail()
    {
        await using var outlook = await MovedByHandAsync();
        await outlook.Sweep().RunAsync(default);
        var mails = outlook.Graph.Ledger.Mails.Count;

        await outlook.WantAsync("a", SmallOutlook.Meeting with
        {
            Date = new LocalDate(2027, 2, 5), Start = new LocalTime(10, 0), End = new LocalTime(12, 0),
        });
        await outlook.RestAsync();

        Assert.Equal((null, mails), ((await outlook.RowAsync("a")).Drift, outlook.Graph.Ledger.Mails.Count));
        await SweptAsync(outlook, isDrifted: false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_that_somebody_deleted_comes_back_only_when_somebody_says_so(bool isRestored)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.People.Delete(SmallOutlook.Nord, Entry(outlook).Id, mails: true);
        await outlook.Sweep().RunAsync(default);
        await outlook.RestAsync();
        Assert.Null(OutlookDrift.Read((await outlook.RowAsync("a")).Drift!).Found);

        Assert.True(isRestored ? await Desk(outlook).RestoreAsync("a", SmallOutlook.Nord, Anna, outlook.Clock.Now, default)
            : await Desk(outlook).LetStandAsync("a", SmallOutlook.Nord, Anna, outlook.Clock.Now, default));
        await outlook.RestAsync();

        Assert.Equal(isRestored ? 1 : 0, outlook.Graph.Mailbox(SmallOutlook.Nord).Live.Count);
        if (isRestored)
        {
            Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Meeting)));
            return;
        }

        // Who joins the group is no reason to ask everybody again; a new time is.
        await outlook.WantAsync("a", SmallOutlook.Meeting with { Attendees = [.. SmallOutlook.Meeting.Attendees, SmallOutlook.Who("cia")] });
        await outlook.RestAsync();
        Assert.Empty(outlook.Graph.Mailbox(SmallOutlook.Nord).Live);
        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();
        Assert.Equal(Later.Plus(Duration.FromDays(4)).ToDateTimeUtc().Date, Entry(outlook).Start.ToDateTimeUtc().Date);
    }

    [Fact]
    public async Task Whom_somebody_took_away_and_let_be_so_is_not_asked_again_when_another_comes()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.People.Edit(SmallOutlook.Nord, Entry(outlook).Id, own => own with
        {
            Attendees = [.. own.Attendees.Where(one => one.Address == Anna)],
        }, mails: false);
        await outlook.Sweep().RunAsync(default);
        Assert.True(await Desk(outlook).LetStandAsync("a", SmallOutlook.Nord, Anna, outlook.Clock.Now, default));

        await outlook.WantAsync("a", SmallOutlook.Meeting with { Attendees = [.. SmallOutlook.Meeting.Attendees, SmallOutlook.Who("cia")] });
        await outlook.RestAsync();

        Assert.Equal([Anna, "cia@nord.example"], Entry(outlook).Attendees.Select(one => one.Address).Order());
        await SweptAsync(outlook, isDrifted: false);
    }

    [Fact]
    public async Task Who_is_known_in_Exchange_by_another_address_is_one_person()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.People.Edit(SmallOutlook.Nord, Entry(outlook).Id, own => own with
        {
            Attendees = [.. own.Attendees.Select(one => one.Address == Anna ? one with { Address = "anna.ek@nord.example" } : one)],
        }, mails: false);
        await SweptAsync(outlook, isDrifted: false);

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();
        Assert.Equal(["anna.ek@nord.example", "cia@nord.example"], Entry(outlook).Attendees.Select(one => one.Address).Order());
        await outlook.WantAsync("a", SmallOutlook.Moved with { Attendees = [SmallOutlook.Who("cia")] });
        await outlook.RestAsync();
        Assert.Equal(["cia@nord.example"], Entry(outlook).Attendees.Select(one => one.Address));
    }

    [Fact]
    public async Task Whom_somebody_has_asked_in_Outlook_stays_asked()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.People.Edit(SmallOutlook.Nord, Entry(outlook).Id, own => own with
        {
            Attendees = [.. own.Attendees, new("gäst@annan.example", "En gäst", "optional")],
        }, mails: true);

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();

        Assert.Equal([Anna, "cia@nord.example", "gäst@annan.example"], Entry(outlook).Attendees.Select(one => one.Address).Order());
    }

    [Fact]
    public async Task A_meeting_in_Teams_keeps_its_link_when_the_agenda_changes()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Settings = outlook.Settings with
        {
            Organisers = new Dictionary<string, OutlookOrganiser> { ["nord"] = new(SmallOutlook.Nord, IsOnline: true) },
        };
        outlook.Graph.Settings.JoinUrlAfterReads = 1;
        await AskedAsync(outlook);
        await outlook.WantAsync("a", SmallOutlook.Meeting with { Text = "Ny dagordning", Location = "Stora salen" });
        await outlook.RestAsync();
        await outlook.Sweep().RunAsync(default);

        Assert.Equal((true, "Stora salen"), (Entry(outlook).IsOnlineMeeting, Entry(outlook).Place));
        Assert.Empty(outlook.Graph.Ledger.Violations);
        Assert.Equal(Entry(outlook).JoinUrl, (await outlook.RowAsync("a")).JoinUrl);
        Assert.NotNull(Entry(outlook).JoinUrl);
    }

    [Fact]
    public async Task Another_organiser_takes_over_and_nobody_is_asked_twice()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Mailbox("syd@nord.example", "Syd");
        await AskedAsync(outlook);
        outlook.Settings = SmallOutlook.Of("syd@nord.example");

        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();

        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Meeting)));
        Assert.Equal((0, 1), (outlook.Graph.Mailbox(SmallOutlook.Nord).Live.Count, outlook.Graph.Mailbox("syd@nord.example").Live.Count));
    }

    [Fact]
    public async Task An_entry_that_was_moved_to_another_folder_is_still_the_same()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.MoveItems();

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();
        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Moved)));
    }

    private static async Task<SmallOutlook> MovedByHandAsync()
    {
        var outlook = await SmallOutlook.StartAsync();
        await AskedAsync(outlook);
        outlook.Graph.People.Edit(SmallOutlook.Nord, Entry(outlook).Id,
            own => own with { Start = Later, End = Later + Duration.FromHours(2) }, mails: false);
        return outlook;
    }

    private static async Task AskedAsync(SmallOutlook outlook)
    {
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        outlook.Clock.Pass(Duration.FromMinutes(5));
    }

    private static async Task SweptAsync(SmallOutlook outlook, bool isDrifted)
    {
        await outlook.Sweep().RunAsync(default);
        Assert.Equal(isDrifted, (await outlook.RowAsync("a")).Drift is not null);
    }

    private static OutlookDesk Desk(SmallOutlook outlook) => new(outlook.Database);

    private static ExchangeEvent Entry(SmallOutlook outlook) => outlook.Graph.Mailbox(SmallOutlook.Nord).Live.Single();
}
