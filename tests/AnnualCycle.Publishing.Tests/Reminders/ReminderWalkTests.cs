using AnnualCycle.Calendars;
using AnnualCycle.Plans;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Deliveries;
using AnnualCycle.Storage.Reminders;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Reminders;

/// <summary>
/// Years walked day by day, over both changes of clocks, week 53 and a leap day: every mail is in the list that somebody has
/// read, nobody is reminded twice, and nothing is missed, whatever becomes of the service meanwhile.
/// </summary>
public sealed class ReminderWalkTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public async Task A_years_mails_are_those_that_somebody_has_read(int number)
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, number);
        var walk = new ReminderWalk(year);
        await walk.WalkAsync();
        Assert.Equal(Golden.Of($"AnnualCycle.Publishing.Tests/Reminders/Walk{number}.txt", walk.Text), walk.Text);
        await CheckAsync(year, 12);
    }

    // A third of a year has all that can go wrong in a whole one; ANNUALCYCLE_WHOLE_YEARS walks it to its end.
    private static int Until => Environment.GetEnvironmentVariable("ANNUALCYCLE_WHOLE_YEARS") is { Length: > 0 } ? 12 : 4;

    private static string Read2027()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AnnualCycle.Publishing.Tests/Reminders/Walk2027.txt"));
        return string.Concat(lines.TakeWhile(line => line[0] == ' ' || int.Parse(line.AsSpan(5, 2), null) <= Until).Select(line => line + "\n"));
    }

    [Fact]
    public async Task A_service_that_is_cut_off_at_random_reminds_of_the_same()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.PostgreSql, 2027);
        var cuts = new Cuts(year, seed: 7);
        var walk = new ReminderWalk(year, cuts.KeepAsync) { Until = Until, Hours = [new LocalTime(8, 0)] };
        await walk.WalkAsync();
        Assert.True(cuts.Count > 15, $"only {cuts.Count} cuts");
        Assert.Equal(Read2027(), walk.Text);
    }

    [Fact]
    public async Task Two_workers_at_once_remind_of_the_same()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.PostgreSql, 2027);
        var walk = new ReminderWalk(year, async now =>
        {
            var both = await Task.WhenAll(Task.Run(() => year.KeepAsync(now)), Task.Run(() => year.KeepAsync(now)));
            Assert.Contains(both, own => own.Count == 0);
            return [.. both.SelectMany(own => own)];
        })
        {
            Until = Until, Hours = [new LocalTime(8, 0)],
        };
        await walk.WalkAsync();
        Assert.Equal(Read2027(), walk.Text);
    }

    [Fact]
    public async Task A_clock_that_goes_back_a_day_reminds_nobody_again()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        var walk = new ReminderWalk(year) { Until = Until, GoesBack = day => day.Day % 5 == 0, Hours = [new LocalTime(8, 0)] };
        await walk.WalkAsync();
        Assert.Equal(Read2027(), walk.Text);
    }

    [Fact]
    public async Task A_clock_that_jumps_a_week_ahead_sends_the_latest_of_each_and_notes_the_rest()
    {
        await using var year = await RemindedYear.AdoptedAsync(Provider.Sqlite, 2027);
        // Every tenth week is missing.
        bool IsDown(LocalDate day) => SwedishDates.Week(day) % 10 == 4;
        var walk = new ReminderWalk(year) { Until = Until, IsDown = IsDown, Hours = [new LocalTime(8, 0)] };
        await walk.WalkAsync();
        var log = await CheckAsync(year, Until);
        Assert.Contains(log, own => own.Reason?.StartsWith("en senare påminnelse kom i stället", StringComparison.Ordinal) == true);
    }

    // By a way of its own: what should have come of everything that was due, as it stands at the end of the year.
    private static async Task<IReadOnlyList<Reminder>> CheckAsync(RemindedYear year, int until)
    {
        var (log, plan) = (await year.LogAsync(), await year.PlanAsync());
        Assert.Equal(log.Count, log.Select(own => (own.Email, own.Uid, own.Due, own.Step)).Distinct().Count());
        Assert.All(log.Where(own => own.State == ReminderState.Sent), own =>
        {
            var clock = SwedishTime.Of(own.At);
            Assert.True(WorkingDays.Is(clock.Date) && clock.Hour is >= 8 and < 18, $"{own.Title} {clock}");
            Assert.NotNull(own.Delivery);
        });
        foreach (var deadline in plan.Deadlines.Where(own => own.Due is { } due && due.Year == year.Year && due.Month <= until && due.DayOfYear > 60))
        {
            var own = log.Where(row => row.Uid == deadline.Uid && row.Due == deadline.Due).ToList();
            Assert.True(own.Any(row => row.State == ReminderState.Sent) || own.Count > 0 && own.All(row => row.Reason is not null), deadline.Title);
            Assert.Contains(own, row => row.Step is "7 dagar före" or "1 dag före");
        }

        // Whoever has been told of a change holds an invite, and is reminded by their calendar.
        var invited = await year.InvitedAsync();
        foreach (var meeting in plan.Meetings.Where(own => !own.IsCancelled && own.Date.DayOfYear > 20 && own.Date.Month <= until && own.Title == "Styrgruppen"
            && !invited.Contains(own.Uid)))
        {
            Assert.Equal(["1 dag före 4", "7 dagar före 4"], log.Where(row => row.Uid == meeting.Uid && row.Due == meeting.Date)
                .GroupBy(row => row.Step).Select(same => $"{same.Key} {same.Count()}").Order(StringComparer.Ordinal));
        }

        return log;
    }

    // A process that dies has made no change, or all of it; whoever comes next does not know which.
    private sealed class Cuts(RemindedYear year, int seed)
    {
        private readonly Random _random = new(seed);

        public int Count { get; private set; }

        public async Task<IReadOnlyList<Delivery>> KeepAsync(Instant now)
        {
            var laid = new List<Delivery>();
            for (var tries = 0; _random.Next(3) == 0 && tries < 5; tries++)
            {
                Count++;
                laid.AddRange(await CutAsync(now));
            }

            laid.AddRange(await year.KeepAsync(now));
            return laid;
        }

        private async Task<IReadOnlyList<Delivery>> CutAsync(Instant now)
        {
            if (_random.Next(2) == 0)
            {
                // After it was written, before anybody heard of it.
                return await year.KeepAsync(now);
            }

            using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(_random.Next(40)));
            try
            {
                return await year.KeepAsync(now, cut.Token);
            }
            catch (OperationCanceledException)
            {
                return [];
            }
        }
    }
}
