// Over 200 lines because whatever can go wrong between us and Outlook is told in one place.
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Testing.Graph;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>Whatever goes wrong on the way: one entry, one invitation for each, one update for each change.</summary>
public sealed class OutlookFaultTests
{
    private static readonly Duration RetryAfter = Duration.FromSeconds(40);

    public static TheoryData<string> Faults => [.. GraphFault.All(RetryAfter).Select(fault => fault.Name)];

    [Fact]
    public async Task A_meeting_is_asked_to_moved_and_called_off_with_a_mail_for_each()
    {
        await using var outlook = await SmallOutlook.StartAsync();

        await LiveAsync(outlook, "a");

        Assert.Equal(
        [
            "Invitation anna@nord.example", "Invitation bo@nord.example", "Cancellation bo@nord.example",
            "Invitation cia@nord.example", "Update anna@nord.example", "Cancellation anna@nord.example", "Cancellation cia@nord.example",
        ], outlook.Graph.Ledger.Mails.Select(mail => $"{mail.Kind} {mail.Recipient}"));
        Assert.Equal([GraphOperation.Create, GraphOperation.Get, GraphOperation.Update, GraphOperation.Cancel],
            outlook.Graph.Calls.Select(call => call.Operation));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_at_any_request_leaves_one_entry_and_tells_each_person_once(string fault)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Patience = TimeSpan.FromSeconds(fault.StartsWith("Timeout", StringComparison.Ordinal) ? 0.5 : 20);
        for (var request = 1; request <= 4; request++)
        {
            outlook.Graph.Gate.CountFromHere();
            outlook.Graph.Gate.At(request, GraphFault.Named(fault, RetryAfter));
            await LiveAsync(outlook, $"möte-{request}");
            Assert.True(outlook.Graph.Gate.Count >= request, $"Request {request} never came");
        }
    }

    [Theory]
    [InlineData(DuplicateAnswer.BadRequestWithEvent)]
    [InlineData(DuplicateAnswer.ConflictBare)]
    [InlineData(DuplicateAnswer.CreatedSameEvent)]
    public async Task An_entry_that_cannot_be_found_at_first_is_not_made_twice(DuplicateAnswer duplicates)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        (outlook.Graph.Settings.Duplicates, outlook.Graph.Settings.LookUpsMissed) = (duplicates, 3);
        outlook.Graph.Settings.LagById = true;
        outlook.Graph.Gate.At(1, GraphFault.DropAfter);

        await LiveAsync(outlook, "a");
    }

    [Theory]
    [InlineData(DuplicateAnswer.Forgotten, 0)]
    [InlineData(DuplicateAnswer.BadRequestWithEvent, 1_000)]
    public async Task Either_of_two_ways_to_find_an_entry_again_is_enough(DuplicateAnswer duplicates, int lookUpsMissed)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        (outlook.Graph.Settings.Duplicates, outlook.Graph.Settings.LookUpsMissed) = (duplicates, lookUpsMissed);
        outlook.Graph.Gate.At(1, GraphFault.DropAfter);

        await LiveAsync(outlook, "a");
    }

    [Fact]
    public async Task A_page_in_place_of_the_word_duplicate_refuses_nothing()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Settings.LookUpsMissed = 3;
        outlook.Graph.Gate.At(1, GraphFault.Status504After);
        outlook.Graph.Gate.At(3, GraphFault.HtmlOk);

        await LiveAsync(outlook, "a");
    }

    [Fact]
    public async Task A_change_that_comes_while_nobody_knows_of_the_one_before_is_told_as_a_change()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Gate.At(1, GraphFault.DropAfter);
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.Worker().RunAsync(default);

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();

        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Moved)));
        Assert.Equal(1, outlook.Graph.Ledger.Mails.Count(mail => mail is { Kind: MailKind.Update, Recipient: "anna@nord.example" }));
    }

    [Fact]
    public async Task Who_is_asked_later_is_the_only_one_told()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        await outlook.WantAsync("a", SmallOutlook.Meeting with { Attendees = [.. SmallOutlook.Meeting.Attendees, SmallOutlook.Who("cia")] });
        await outlook.RestAsync();

        Assert.Equal("Invitation cia@nord.example", outlook.Graph.Ledger.Mails.Skip(2).Select(mail => $"{mail.Kind} {mail.Recipient}").Single());
    }

    [Fact]
    public async Task A_meeting_that_is_held_after_all_is_asked_to_anew()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await LiveAsync(outlook, "a");

        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();

        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Meeting)));
        Assert.Equal(2, outlook.Graph.Ledger.Mails.Count(mail => mail is { Kind: MailKind.Invitation, Recipient: "anna@nord.example" }));
    }

    [Fact]
    public async Task What_is_changed_back_before_it_went_disturbs_nobody()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        var asked = outlook.Graph.Calls.Count;

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();

        Assert.Equal(asked, outlook.Graph.Calls.Count);
    }

    [Fact]
    public async Task A_change_rests_a_while_so_that_what_is_put_right_meanwhile_is_one_mail()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Settings = outlook.Settings with { Quiet = Duration.FromMinutes(1) };
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.Worker().RunAsync(default);
        Assert.Empty(outlook.Graph.Calls);

        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();

        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Moved)));
        Assert.Equal(2, outlook.Graph.Ledger.Mails.Count);
    }

    [Fact]
    public async Task A_whole_year_goes_out_no_faster_than_Exchange_sends()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        for (var month = 1; month <= 12; month++)
        {
            await outlook.WantAsync($"möte-{month:00}", SmallOutlook.Meeting with
            {
                Date = new LocalDate(2027, month, 9),
                Attendees = [.. Enumerable.Range(10, 20).Select(number => SmallOutlook.Who($"person{number}"))],
            });
        }

        var began = outlook.Clock.Now;
        await outlook.RestAsync();

        Assert.Equal(12 * 20, outlook.Graph.Ledger.Mails.Count);
        Assert.Empty(outlook.Graph.Ledger.Violations);
        // Of 20 mails each, one a minute: two would be 40.
        Assert.InRange(outlook.Clock.Now - began, Duration.FromMinutes(11), Duration.FromMinutes(12));
    }

    [Fact]
    public async Task What_was_refused_and_is_called_off_or_changed_since_is_forgotten()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Gate.At(1, GraphFault.Answer(400));
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        await outlook.WantAsync("a", SmallOutlook.Moved);
        await outlook.RestAsync();
        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Moved)));

        outlook.Graph.Gate.Next(call => call.Operation == GraphOperation.Update, GraphFault.Answer(400));
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.RestAsync();
        await outlook.WantAsync("a", null);
        await outlook.RestAsync();
        Assert.Equal([], await outlook.WrongAsync());
    }

    [Theory]
    [InlineData(nameof(GraphFault.Status429))]
    [InlineData(nameof(GraphFault.DropBefore))]
    public async Task Nobody_is_asked_to_a_meeting_that_was_called_off_before_the_invite_came(string fault)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Gate.At(1, GraphFault.Named(fault, RetryAfter));
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.Worker().RunAsync(default);
        await outlook.WantAsync("a", null);
        await outlook.RestAsync();

        Assert.Empty(outlook.Graph.Ledger.Mails);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_meeting_that_has_been()
    {
        await using var outlook = await SmallOutlook.StartAsync();
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        outlook.Clock.Pass(Duration.FromDays(80));
        await outlook.RestAsync();

        Assert.Empty(outlook.Graph.Calls);
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(400, false)]
    public async Task What_is_refused_stands_still_and_is_told(int status, bool isMailbox)
    {
        await using var outlook = await SmallOutlook.StartAsync();
        outlook.Graph.Gate.Always(call => call.IsWrite, GraphFault.Answer(status));
        await outlook.WantAsync("a", SmallOutlook.Meeting);
        await outlook.Worker().RunAsync(default);
        await outlook.Worker().RunAsync(default);

        Assert.Single(outlook.Graph.Calls);
        await using var context = outlook.Database.Open();
        Assert.Equal(isMailbox, context.OutlookMailboxes.Single().Trouble is not null);
        Assert.Equal(!isMailbox, (await outlook.RowAsync("a")).Trouble is not null);

        // An administrator puts it right; of a meeting somebody says so.
        outlook.Graph.Gate.Open();
        outlook.Clock.Pass(Duration.FromMinutes(5));
        await new OutlookDesk(outlook.Database).TryAgainAsync("a", SmallOutlook.Nord, "anna@nord.example", outlook.Clock.Now, default);
        await outlook.RestAsync();
        Assert.Equal([], await outlook.WrongAsync(("a", SmallOutlook.Meeting)));
    }

    private static async Task LiveAsync(SmallOutlook outlook, string uid)
    {
        foreach (var wanted in new OutlookEvent?[] { SmallOutlook.Meeting, SmallOutlook.Moved, null })
        {
            await outlook.WantAsync(uid, wanted);
            await outlook.RestAsync();
            Assert.Equal([], wanted is null ? await outlook.WrongAsync() : await outlook.WrongAsync((uid, wanted)));
            Assert.All(await outlook.RowsAsync(), row => Assert.Null(row.Trouble ?? row.Drift));
        }
    }
}
