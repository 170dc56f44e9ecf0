using AnnualCycle.Plans;
using AnnualCycle.Publishing.Outlook;
using AnnualCycle.Publishing.Outlook.Graph;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Outlook;
using AnnualCycle.Testing.Databases;
using AnnualCycle.Testing.Graph;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Outlook;

/// <summary>Organisers' Outlook with what the service remembers of it, a clock, and as many workers as a test wants.</summary>
internal sealed class SmallOutlook : IAsyncDisposable
{
    public const string Nord = "nord@nord.example";

    private readonly TestDatabase _test;

    private SmallOutlook(TestDatabase test, GraphFake graph, SetClock clock) => (_test, Graph, Clock) = (test, graph, clock);

    public GraphFake Graph { get; }

    public SetClock Clock { get; }

    public Database Database => _test.Database;

    public OutlookSettings Settings { get; set; } = Of(Nord);

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    public static async Task<SmallOutlook> StartAsync(Provider provider = Provider.Sqlite)
    {
        var clock = new SetClock(Instant.FromUtc(2026, 11, 22, 11, 0));
        var graph = await GraphFake.StartAsync(clock);
        graph.Mailbox(Nord, "Samverkan Nord");
        return new SmallOutlook(await TestDatabase.CreateAsync(provider), graph, clock);
    }

    public static OutlookSettings Of(string mailbox) => new()
    {
        Organisers = new Dictionary<string, OutlookOrganiser> { ["nord"] = new(mailbox, IsOnline: false) },
        Quiet = Duration.Zero,
    };

    /// <summary>9 to 11 in February, with Anna and Bo.</summary>
    public static OutlookEvent Meeting { get; } = new(
        "Nord Styrgruppen", "Syfte.\n\nStående punkter:\n– Läget", new LocalDate(2027, 2, 4), new LocalTime(9, 0), new LocalTime(11, 0))
    {
        Location = "Rådsalen", Attendees = [Who("anna"), Who("bo")],
    };

    /// <summary>The same five days later, with Cia instead of Bo.</summary>
    public static OutlookEvent Moved { get; } = Meeting with
    {
        Date = new LocalDate(2027, 2, 9), Attendees = [Who("anna"), Who("cia")],
    };

    public static OutlookAttendee Who(string name) => new($"{name}@nord.example", char.ToUpperInvariant(name[0]) + name[1..], true);

    /// <summary>A worker of its own process.</summary>
    /// <param name="wire">What its requests go through; null for a plain one.</param>
    public OutlookRound Worker(string name = "ett", HttpMessageHandler? wire = null) =>
        new(Database, Calendar(wire), Settings, Clock, name);

    public AnswerSweep Sweep() => new(Database, Calendar(null), Clock);

    public GraphClient Client(HttpMessageHandler? wire = null) => new(
        wire is null ? GraphClient.Http() : new HttpClient(wire) { Timeout = Timeout.InfiniteTimeSpan },
        Graph.Address, new GraphKeys(() => new OwnCredential(Graph), "https://graph.example/.default"), Patience, Clock);

    /// <summary>Says what is to stand there, as publishing does; null for nothing.</summary>
    public Task<IReadOnlyList<OutlookChange>> WantAsync(string uid, OutlookEvent? wanted) => Database.ChangeAsync(context =>
        new OutlookCalendar(context, Settings, Clock.Now, SwedishTime.Of(Clock.Now)).WantAsync(
            PlanOf(uid, wanted), _ => wanted?.Attendees ?? [], _ => wanted! with { Attendees = [] }, default));

    /// <summary>Works and lets time pass until nothing more goes by itself.</summary>
    public async Task RestAsync(OutlookRound? worker = null)
    {
        var own = worker ?? Worker();
        for (var turn = 0; turn < 400; turn++)
        {
            await own.RunAsync(default);
            if ((await RowsAsync()).All(row => !row.IsWaiting))
            {
                return;
            }

            Clock.Pass(Duration.FromSeconds(turn < 40 ? 2 : 30));
        }

        throw new InvalidOperationException("Nothing came to rest: " + string.Join('\n', (await RowsAsync()).Select(row => row.History)));
    }

    public async Task<IReadOnlyList<OutlookMeeting>> RowsAsync()
    {
        await using var context = Database.Open();
        return await context.OutlookMeetings.AsNoTracking().OrderBy(own => own.Uid).ThenBy(own => own.Mailbox).ToListAsync();
    }

    public async Task<OutlookMeeting> RowAsync(string uid) => (await RowsAsync()).Single(own => own.Uid == uid);

    /// <summary>What the judge finds wrong when this is what is to stand there.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(params (string Uid, OutlookEvent Wanted)[] wanted)
    {
        var rows = await RowsAsync();
        var meetings = wanted.Select(own => new WantedMeeting(own.Uid,
            $"{rows.Single(row => row.Uid == own.Uid && row.Wanted != null).WantedRevision}",
            [.. own.Wanted.Attendees.Select(who => who.Email)])
        {
            Subject = own.Wanted.Subject, Start = SwedishTime.At(own.Wanted.Date + own.Wanted.Start),
            End = SwedishTime.At(own.Wanted.Date + own.Wanted.End),
        }).ToList();
        return new GraphJudge(GraphProperties.Key, GraphProperties.Revision).Violations(Graph, meetings);
    }

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        await _test.DisposeAsync();
    }

    private GraphCalendar Calendar(HttpMessageHandler? wire) => new(Client(wire));

    private static Plan PlanOf(string uid, OutlookEvent? wanted) => new(2027, new PlanScore(0, 0, 0, null, null),
        [new PlannedCollaboration("nord", "Nord", true)], [],
        [
            new PlannedMeeting(uid, uid, ["nord/styr"], (wanted ?? Meeting).Date, (wanted ?? Meeting).Start, (wanted ?? Meeting).End,
                "Styrgruppen", "nord/styr/o", wanted is null ? MeetingStatus.Cancelled : MeetingStatus.Adopted)
            {
                Kind = MeetingKind.Ordinary,
            },
        ], [], []);

    private sealed class OwnCredential(GraphFake graph) : TokenCredential
    {
        private string? _token;

        public override AccessToken GetToken(TokenRequestContext request, CancellationToken cancel) => Now(request);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext request, CancellationToken cancel) =>
            ValueTask.FromResult(Now(request));

        private AccessToken Now(TokenRequestContext request) =>
            new(_token = request.Claims is null && _token is { } known ? known : graph.Tokens.Issue(), DateTimeOffset.MaxValue);
    }
}
