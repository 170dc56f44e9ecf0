// Over 200 lines because three long runs share one Graph, one clock and one worker, and are run as one program.
#:project ../AnnualCycle.Testing/AnnualCycle.Testing.csproj
#:project ../../src/AnnualCycle.Publishing/AnnualCycle.Publishing.csproj
#:property PublishAot=false
#:property NuGetLockFilePath=outlook_lives.lock.json

using System.Diagnostics;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Testing.Graph;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

#pragma warning disable RS0030 // Seeds are given; what is measured is real time.
return args[0] switch
{
    "round" => await Lives.RoundAsync(args),
    "kills" => await Lives.KillsAsync(int.Parse(args[1]), new Random(int.Parse(args[2]))),
    "pairs" => await Lives.PairsAsync(int.Parse(args[1]), new Random(int.Parse(args[2]))),
    "walk" => await Lives.WalkAsync(new Uri(args[1])),
    "year" => await Lives.YearAsync(int.Parse(args[1]), int.Parse(args[2]), int.Parse(args[3])),
    _ => 2,
};

/// <summary>Meetings that are asked to, moved and called off in Outlook while everything goes wrong.</summary>
internal static class Lives
{
    private static readonly Duration RetryAfter = Duration.FromSeconds(40);

    private static readonly OutlookEvent Meeting = new("Styrgruppen", "Syfte.", new LocalDate(2027, 2, 4), new LocalTime(9, 0), new LocalTime(11, 0))
    {
        Location = "Rådsalen", Attendees = [.. new[] { "anna", "bo" }.Select(Who)],
    };

    private static readonly OutlookEvent?[] Life =
    [
        Meeting, Meeting with { Date = new LocalDate(2027, 2, 9), Attendees = [.. new[] { "anna", "cia" }.Select(Who)] }, null,
    ];

    private static OutlookAttendee Who(string name) => new($"{name}@nord.example", name, true);

    /// <summary>One round in a process of its own: DATABASE GRAPH NAME NOW [REQUEST STAGE], which it may not survive.</summary>
    public static async Task<int> RoundAsync(string[] args)
    {
        var clock = new Clock(InstantPattern.ExtendedIso.Parse(args[4]).Value);
        using var wire = new Death(args.Length > 5 ? int.Parse(args[5]) : 0, args.Length > 6 && args[6] == "answered");
        await Worker(Database.Sqlite(args[1]), new Uri(args[2]), clock, args[3], wire, () => args[3]).RunAsync(default);
        return 0;
    }

    /// <summary>Processes that are killed at each of their requests, before it is sent or when it is answered.</summary>
    public static async Task<int> KillsAsync(int lives, Random random)
    {
        var (kills, bad) = (0, 0);
        for (var life = 0; life < lives; life++)
        {
            await using var world = await World.NewAsync($"moten{life}@nord.example", null);
            world.Graph.Tokens.Required = false;
            foreach (var wanted in Life)
            {
                await world.WantAsync("a", wanted);
                for (var deaths = random.Next(1, 4); deaths > 0; deaths--)
                {
                    kills += await ChildAsync(world, [$"{random.Next(1, 3)}", random.Next(2) == 0 ? "sent" : "answered"]) == 0 ? 0 : 1;
                    world.Clock.Pass(Duration.FromMinutes(11));
                }

                for (var turn = 0; turn < 20 && await world.IsWaitingAsync(); turn++)
                {
                    await ChildAsync(world, []);
                    world.Clock.Pass(Duration.FromMinutes(11));
                }

                bad += await world.JudgeAsync($"life {life}", wanted);
            }
        }

        Console.WriteLine($"{lives} meetings asked to, moved and called off; {kills} processes killed at a request; {bad} things wrong");
        return bad == 0 && kills > lives ? 0 : 1;
    }

    /// <summary>Two faults at any two requests, two workers, and a Graph that forgets and finds late.</summary>
    public static async Task<int> PairsAsync(int lives, Random random)
    {
        var (faults, bad) = (GraphFault.All(RetryAfter), 0);
        for (var life = 0; life < lives; life++)
        {
            await using var world = await World.NewAsync("moten@nord.example", null);
            world.Graph.Settings.Duplicates = (DuplicateAnswer)random.Next(3);
            (world.Graph.Settings.LookUpsMissed, world.Graph.Settings.LagById) = (random.Next(4), random.Next(2) == 0);
            var pair = Enumerable.Range(0, 2).Select(_ => (At: random.Next(1, 7), Fault: faults[random.Next(faults.Count)])).ToList();
            pair.ForEach(one => world.Graph.Gate.At(one.At, one.Fault));
            var name = $"{string.Join(" and ", pair.Select(one => $"{one.Fault} at {one.At}"))}, {world.Graph.Settings.Duplicates}";
            foreach (var wanted in Life)
            {
                await world.WantAsync("a", wanted);
                for (var turn = 0; turn < 400 && await world.IsWaitingAsync(); turn++)
                {
                    await Task.WhenAll(world.Worker("ett").RunAsync(default), world.Worker("två").RunAsync(default));
                    world.Clock.Pass(Duration.FromSeconds(turn < 40 ? 2 : 30));
                }

                bad += await world.JudgeAsync(name, wanted);
            }
        }

        Console.WriteLine($"{lives} meetings asked to, moved and called off by two workers under two faults each; {bad} things wrong");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>Every request that the service makes about meetings, once, to whatever stands before a Graph: ADDRESS.</summary>
    public static async Task<int> WalkAsync(Uri graph)
    {
        var clock = new Clock(Instant.FromUtc(2026, 11, 22, 11, 0));
        var client = new GraphClient(GraphClient.Http(), graph, new GraphKeys(() => new Credential(() => "token"), "none"), TimeSpan.FromSeconds(20), clock);
        var (calendar, wrong) = (new GraphCalendar(client), 0);
        var own = new OutlookMeeting
        {
            Uid = $"walk-{Environment.ProcessId}", Mailbox = "moten@kommun.example", Collaboration = "nord", WantedAt = clock.Now, NotBefore = clock.Now,
            Sending = (Life[0]! with { IsOnline = true, HidesAttendees = true }).Written, SendingRevision = 1,
        };
        var made = Said("create", await calendar.CreateAsync(own, $"1a0b2c3d-4e5f-8a6b-9c7d-{Environment.ProcessId:x12}", default));
        Said("find", await calendar.FindAsync(own.Mailbox, own.Key, default));
        (own.EventId, own.Told, own.Sending, own.SendingRevision) = (made?.Id, own.Sending, (Life[1]! with { Subject = "Ny", Location = "Stora salen" }).Written, 2);
        var read = Said("read", await calendar.ReadAsync(own.Mailbox, own.EventId!, default));
        Said("change", await calendar.ChangeAsync(own, read!, default));
        var busy = await new FreeBusyKeeper(await NewDatabaseAsync(), client).KeepAsync(
            [new FreeBusyQuestion(own.Mailbox, "ledamot@region.example")], new DateInterval(new LocalDate(2026, 9, 1), new LocalDate(2026, 11, 1)), clock.Now, default);
        Said("getSchedule", busy.Values.Single().Trouble is { } trouble ? new GraphAnswer(GraphOutcome.Refused, trouble) : new GraphAnswer(GraphOutcome.Done, "klart"));
        Said("cancel", await calendar.CancelAsync(own, "Mötet är inställt.", default));
        Said("calendar", await client.AskAsync(new GraphRequest(HttpMethod.Get, own.Mailbox, "/calendar"), default));
        Console.WriteLine($"the service's own requests: {wrong} refused");
        return wrong == 0 ? 0 : 1;

        AnnualCycle.Publishing.Outlook.Graph.GraphEvent? Said(string name, GraphAnswer answer)
        {
            wrong += answer.IsDone ? 0 : 1;
            Console.WriteLine($"{name}: {answer.Status} {answer.Text} {answer.Code}");
            return answer.Content is { } json ? AnnualCycle.Publishing.Outlook.Graph.GraphEvent.Read(json) : null;
        }
    }

    private static async Task<Database> NewDatabaseAsync()
    {
        var database = Database.Sqlite(Path.Combine(Directory.CreateTempSubdirectory("annualcycle-walk-").FullName, "annualcycle.db"));
        await database.PrepareAsync();
        return database;
    }

    /// <summary>A year of many organisers at once, through the throttle.</summary>
    public static async Task<int> YearAsync(int mailboxes, int meetings, int people)
    {
        await using var world = await World.NewAsync("0@nord.example", null);
        for (var box = 0; box < mailboxes; box++)
        {
            world.Graph.Mailbox($"{box}@nord.example");
            for (var meeting = 0; meeting < meetings; meeting++)
            {
                await world.WantAsync($"{box}-{meeting:000}", Meeting with
                {
                    Date = new LocalDate(2027, 1, 11).PlusDays(meeting * 330 / meetings),
                    Attendees = [.. Enumerable.Range(0, people).Select(number => Who($"p{box}-{number:00}"))],
                }, $"{box}@nord.example");
            }
        }

        var (began, clock) = (world.Clock.Now, Stopwatch.StartNew());
        while (await world.IsWaitingAsync())
        {
            await world.Worker("ett").RunAsync(default);
            world.Clock.Pass(Duration.FromSeconds(2));
        }

        var (calls, ledger) = (world.Graph.Calls, world.Graph.Ledger);
        Console.WriteLine($"{mailboxes} mailboxes, {mailboxes * meetings} meetings: {calls.Count} requests, {ledger.Mails.Count} mails in "
            + $"{(world.Clock.Now - began).TotalMinutes:0.0} minutes by the clock of the mailboxes ({clock.Elapsed.TotalSeconds:0} s of work here); "
            + $"{world.Graph.Mailbox("0@nord.example").Live.Count} entries in the first, {ledger.Violations.Count} violations");
        return ledger.Violations.Count == 0 && ledger.Mails.Count == mailboxes * meetings * people ? 0 : 1;
    }

    private static async Task<int> ChildAsync(World world, string[] death)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
        string[] own = ["round", world.File, world.Graph.Address.ToString(), $"p{world.Next++}", InstantPattern.ExtendedIso.Format(world.Clock.Now)];
        own.Concat(death).ToList().ForEach(start.ArgumentList.Add);
        using var child = Process.Start(start)!;
        await child.WaitForExitAsync();
        return child.ExitCode;
    }

    public static OutlookRound Worker(
        Database database, Uri graph, TimeProvider clock, string name, HttpMessageHandler wire, Func<string> token) => new(database,
        new GraphCalendar(new GraphClient(new HttpClient(wire) { Timeout = Timeout.InfiniteTimeSpan }, graph,
            new GraphKeys(() => new Credential(token), "https://graph.example/.default"), TimeSpan.FromSeconds(2), clock)),
        new OutlookSettings(), clock, name);

    /// <summary>Kills its own process at a request.</summary>
    private sealed class Death(int request, bool isAnswered) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancel)
        {
            var isHere = Interlocked.Increment(ref _count) == request;
            var answer = isHere && !isAnswered ? null : await base.SendAsync(message, cancel);
            if (isHere)
            {
                Process.GetCurrentProcess().Kill();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            return answer!;
        }
    }

    private sealed class Credential(Func<string> token) : TokenCredential
    {
        private AccessToken? _token;

        public override AccessToken GetToken(TokenRequestContext request, CancellationToken cancel) =>
            _token is { } known && request.Claims is null ? known : (_token = new AccessToken(token(), DateTimeOffset.MaxValue)).Value;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext request, CancellationToken cancel) =>
            ValueTask.FromResult(GetToken(request, cancel));
    }

    private sealed class Clock(Instant now) : TimeProvider
    {
        public Instant Now { get; private set; } = now;

        public void Pass(Duration time) => Now += time;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }

    /// <summary>An Outlook and what the service remembers of it.</summary>
    private sealed class World(string folder, string mailbox, Clock clock, GraphFake graph) : IAsyncDisposable
    {
        public string File => Path.Combine(folder, "annualcycle.db");

        public Clock Clock => clock;

        public GraphFake Graph => graph;

        public int Next { get; set; }

        private Database Database => Database.Sqlite(File);

        public static async Task<World> NewAsync(string mailbox, string? folder)
        {
            var clock = new Clock(Instant.FromUtc(2026, 11, 22, 11, 0));
            var world = new World(folder ?? Directory.CreateTempSubdirectory("annualcycle-lives-").FullName, mailbox, clock, await GraphFake.StartAsync(clock));
            world.Graph.Mailbox(mailbox);
            await world.Database.PrepareAsync();
            return world;
        }

        public OutlookRound Worker(string name) => Lives.Worker(Database, graph.Address, clock, name, new SocketsHttpHandler(), graph.Tokens.Issue);

        public Task<bool> WantAsync(string uid, OutlookEvent? wanted, string? other = null) => Database.ChangeAsync(async context =>
        {
            var own = await context.OutlookMeetings.FindAsync(uid, other ?? mailbox) ?? context.OutlookMeetings.Add(new OutlookMeeting
            {
                Uid = uid, Mailbox = other ?? mailbox, Collaboration = "nord", WantedAt = clock.Now, NotBefore = clock.Now,
            }).Entity;
            (own.Wanted, own.WantedAt) = (wanted?.Written, clock.Now);
            own.WantedRevision++;
            return true;
        });

        public async Task<bool> IsWaitingAsync()
        {
            await using var context = Database.Open();
            return (await context.OutlookMeetings.AsNoTracking().ToListAsync()).Any(own => own.IsWaiting);
        }

        public async Task<int> JudgeAsync(string name, OutlookEvent? wanted)
        {
            await using var context = Database.Open();
            var own = await context.OutlookMeetings.AsNoTracking().SingleAsync();
            var wrong = new GraphJudge(GraphProperties.Key, GraphProperties.Revision).Violations(graph, wanted is null ? []
                : [new WantedMeeting("a", $"{own.WantedRevision}", [.. wanted.Attendees.Select(who => who.Email)])]).ToList();
            if (own.IsWaiting || own.Trouble is not null || own.Drift is not null)
            {
                wrong.Add($"not at rest: {own.Trouble} {own.Drift}\n{own.History}");
            }

            wrong.ForEach(one => Console.WriteLine($"{name}: {one}"));
            return wrong.Count;
        }

        public async ValueTask DisposeAsync()
        {
            await graph.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
