// Long because each way in which a server can answer is tried on the same outbox.
using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Publishing.Tests.Mail.Submission;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outbox;

public sealed class SenderTests
{
    public static IEnumerable<object[]> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_mails_of_an_adopted_year_reach_each_person_once_and_in_order(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(
            provider, new SendingLimits { Connections = 4, PerMinute = 0 });
        foreach (var number in Enumerable.Range(0, 60))
        {
            await outbox.LayAsync($"k{number % 7}.{number:00}", $"person{number % 7}");
        }

        await outbox.Sender.RunAsync(default);

        Assert.Equal(60, outbox.Came.Distinct().Count());
        Assert.Equal(60, outbox.Came.Count);
        Assert.All(outbox.Came.GroupBy(key => key[..2]), person => Assert.Equal(person.Order(StringComparer.Ordinal), person));
        Assert.All(await outbox.StatesAsync(), state => Assert.EndsWith(" Sent", state, StringComparison.Ordinal));
        Assert.InRange(outbox.Server.Visits, 2, 4);
        Assert.Equal("2026-11-22T09:30:00Z e-postservern har tagit emot brevet: 250 2.0.0 Ok: queued as 4F1\n",
            (await outbox.RowAsync("k0.00")).History);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_full_mailbox_is_tried_ever_more_seldom_and_what_came_later_waits_for_what_came_first(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(provider);
        outbox.Server["RCPT TO:<asa@"] = "452 4.2.2 Full";
        await outbox.LayAsync("kallelse", "asa", "mote-1");
        await outbox.LayAsync("installt", "asa", "mote-1");
        await outbox.LayAsync("bo", "bo");
        var waits = new List<Duration>();
        foreach (var _ in Enumerable.Range(1, 9))
        {
            await outbox.Sender.RunAsync(default);
            var wait = (await outbox.RowAsync("kallelse")).NotBefore - outbox.Time.Now;
            waits.Add(wait);
            outbox.Time.Pass(wait);
        }

        Assert.Equal(["bo"], outbox.Came);
        Assert.All(waits.Zip([1, 2, 5, 15, 30, 60, 180, 360, 360]), wait =>
            Assert.InRange(wait.First.TotalMinutes, wait.Second, wait.Second * 1.25));
        outbox.Server["RCPT TO:<asa@"] = "250 2.1.5 Ok";
        await outbox.Sender.RunAsync(default);
        Assert.Equal(["bo", "kallelse", "installt"], outbox.Came);
        var row = await outbox.RowAsync("kallelse");
        Assert.Equal((10, 10), (row.Attempts, row.History.Split('\n').Length - 1));
        Assert.DoesNotContain("asa@", row.History, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_invite_is_parked_with_the_reason_and_dropped_once_a_later_one_is_there(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(provider);
        outbox.Server["RCPT TO:<asa@"] = "550 5.1.1 Okänd";
        await outbox.LayAsync("kallelse", "asa", "mote-1");
        await outbox.LayAsync("annat", "asa", "mote-2");
        await outbox.Sender.RunAsync(default);
        Assert.Equal(["kallelse Parked", "annat Parked"], await outbox.StatesAsync());
        Assert.Contains("550 5.1.1 Okänd", (await outbox.RowAsync("kallelse")).History, StringComparison.Ordinal);

        outbox.Server["RCPT TO:<asa@"] = "250 2.1.5 Ok";
        await outbox.LayAsync("andrad", "asa", "mote-1");
        await outbox.Sender.RunAsync(default);
        Assert.Equal(["kallelse Dropped", "annat Parked", "andrad Sent"], await outbox.StatesAsync());
        Assert.EndsWith(" ersatt av ett senare\n", (await outbox.RowAsync("kallelse")).History, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_stays_full_is_parked_after_three_days()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.Sqlite);
        outbox.Server["RCPT"] = "452 4.2.2 Full";
        await outbox.LayAsync("kallelse", "asa");
        var began = outbox.Time.Now;
        await outbox.RunOutAsync();

        var row = await outbox.RowAsync("kallelse");
        Assert.Equal(DeliveryState.Parked, row.State);
        Assert.InRange((outbox.Time.Now - began).TotalDays, 3, 4);
        Assert.Contains("på tre dygn: e-postservern tar inte emot brev till mottagaren: 452", row.History, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_that_may_have_gone_goes_again_as_the_same_bytes_and_is_parked_the_third_time(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(provider);
        outbox.Server["."] = ScriptedServer.Drop;
        await outbox.LayAsync("kallelse", "asa");
        await outbox.RunOutAsync();

        Assert.Equal(3, outbox.Server.Mails.Count);
        Assert.All(outbox.Server.Mails, mail => Assert.Equal(outbox.Server.Mails[0], mail));
        var row = await outbox.RowAsync("kallelse");
        Assert.Equal((DeliveryState.Parked, 3), (row.State, row.Unanswered));
        Assert.Contains("kan ha gått iväg", row.History, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_log_in_pauses_everything_once_and_costs_no_mail_an_attempt(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(provider);
        outbox.Server["MAIL"] = "530 5.7.0 Logga in";
        foreach (var number in Enumerable.Range(0, 20))
        {
            await outbox.LayAsync($"k{number}", $"person{number}");
        }

        await outbox.Sender.RunAsync(default);
        Assert.InRange(Tried(outbox), 1, outbox.Limits.Connections);
        var before = Tried(outbox);
        Assert.Equal(Duration.FromMinutes(5), (await outbox.PauseAsync())!.Again - outbox.Time.Now);
        outbox.Time.Pass(Duration.FromMinutes(4));
        await outbox.Sender.RunAsync(default);
        Assert.Equal(before, Tried(outbox));
        foreach (var minutes in (int[])[10, 20, 40, 60, 60])
        {
            outbox.Time.Pass((await outbox.PauseAsync())!.Again - outbox.Time.Now);
            await outbox.Sender.RunAsync(default);
            // One alone finds out.
            Assert.Equal(++before, Tried(outbox));
            Assert.Equal(minutes, ((await outbox.PauseAsync())!.Again - outbox.Time.Now).TotalMinutes);
        }

        outbox.Server["MAIL"] = "250 2.1.0 Ok";
        outbox.Time.Pass(Duration.FromHours(1));
        await outbox.Sender.RunAsync(default);
        Assert.Null(await outbox.PauseAsync());
        Assert.Equal(20, outbox.Came.Count);
        Assert.Equal(1, (await outbox.RowAsync("k0")).Attempts);

        static int Tried(SmallOutbox outbox) =>
            outbox.Server.Said.Count(said => said.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_killed_service_had_in_hand_is_sent_by_the_next_one(Provider provider)
    {
        await using var outbox = await SmallOutbox.CreateAsync(provider);
        await outbox.LayAsync("kallelse", "asa");
        await outbox.LayAsync("installt", "asa");
        await using (var context = outbox.Database.Open())
        {
            await context.Deliveries.Where(row => row.Key == "kallelse").ExecuteUpdateAsync(row => row
                .SetProperty(one => one.State, DeliveryState.Sending).SetProperty(one => one.Claim, "nod 0"));
        }

        await outbox.Sender.RunAsync(default);
        Assert.Equal(["kallelse", "installt"], outbox.Came);
        Assert.StartsWith("2026-11-22T09:30:00Z avbrutet, skickas igen\n", (await outbox.RowAsync("kallelse")).History,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_mails_a_minute_are_one_every_other_second()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.Sqlite, new SendingLimits());
        foreach (var number in Enumerable.Range(0, 31))
        {
            await outbox.LayAsync($"k{number}", $"person{number}");
        }

        var began = outbox.Time.Now;
        await outbox.Sender.RunAsync(default);
        Assert.Equal(31, outbox.Came.Count);
        Assert.Equal(60, (outbox.Time.Now - began).TotalSeconds, 1.0);
    }

    [Fact]
    public async Task A_mail_whose_end_could_not_be_written_is_not_sent_again_by_the_same_service()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.Sqlite);
        await outbox.LayAsync("kallelse", "asa");
        await outbox.Database.AskAsync("""
            create trigger full before update on delivery when new.state = 'Sent'
            begin select raise(abort, 'disken är full'); end
            """, default);
        await Assert.ThrowsAnyAsync<Exception>(() => outbox.Sender.RunAsync(default));
        await Assert.ThrowsAnyAsync<Exception>(() => outbox.Sender.RunAsync(default));
        await outbox.Database.AskAsync("drop trigger full", default);
        await outbox.Sender.RunAsync(default);
        Assert.Equal(["kallelse"], outbox.Came);
        Assert.Equal(["kallelse Sent"], await outbox.StatesAsync());
    }

    [Fact]
    public async Task A_service_that_stops_gives_up_the_mail_in_hand_and_leaves_it_for_the_next()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.Sqlite);
        using var stop = new CancellationTokenSource();
        outbox.Server["RCPT TO:<asa@"] = ScriptedServer.Hold;
        outbox.Server.WhenHeld = stop.Cancel;
        await outbox.LayAsync("kallelse", "asa");
        await outbox.LayAsync("installt", "asa");
        await outbox.Sender.RunAsync(stop.Token);
        Assert.Equal(["kallelse Waiting", "installt Waiting"], await outbox.StatesAsync());
        Assert.Equal(0, (await outbox.RowAsync("kallelse")).Attempts);
        outbox.Server["RCPT TO:<asa@"] = "250 2.1.5 Ok";
        await outbox.RestartAsync();
        await outbox.Sender.RunAsync(default);
        Assert.Equal(["kallelse", "installt"], outbox.Came);
    }

    [Fact]
    public async Task Of_two_nodes_one_sends_and_the_other_takes_over_when_it_is_cut_off()
    {
        await using var outbox = await SmallOutbox.CreateAsync(Provider.PostgreSql);
        await outbox.Sender.RunAsync(default);
        await using var other = outbox.NewSender("nod 2");
        var waiting = other.RunAsync(default);
        await outbox.LayAsync("kallelse", "asa");
        await outbox.Sender.RunAsync(default);
        Assert.False(waiting.IsCompleted);

        await outbox.LayAsync("installt", "asa");
        await outbox.Database.AskAsync("""
            select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
            """, default);
        await waiting;
        Assert.Equal(["kallelse", "installt"], outbox.Came);
        // The one that was cut off finds out, and waits.
        await Assert.ThrowsAnyAsync<Exception>(() => outbox.Sender.RunAsync(default));
    }
}
