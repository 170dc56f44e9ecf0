using AnnualCycle.Publishing.Tests.Outbox;
using AnnualCycle.Testing.Graph;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Outlook.PlainGraphClient;

namespace AnnualCycle.Publishing.Tests.Outlook;

public sealed class GraphJudgeTests : IAsyncLifetime
{
    private const string Moten = "moten@kommun.example";
    private const string Asa = "asa@region.example";
    private const string Bo = "bo@kommun.example";
    private static readonly GraphJudge Judge = new(Meeting, Revision);
    private readonly SetTime _time = new(Instant.FromUtc(2026, 11, 22, 9, 0));
    private GraphFake _graph = null!;
    private PlainGraphClient _client = null!;

    public async Task InitializeAsync()
    {
        _graph = await GraphFake.StartAsync(_time);
        _graph.Mailbox(Moten, "Möten");
        _client = new(_graph);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_meeting_that_was_asked_to_moved_given_up_and_called_again_is_without_fault()
    {
        var made = await _client.CreateAsync(Event(attendees: [Asa, Bo]));
        await _client.ChangeAsync(made.Id, $$"""{ "subject": "Flyttat", {{Properties("m-1/1", "2")}} }""");
        await _client.ChangeAsync(made.Id, $"{{ {Attendees(Asa)}, {Properties("m-1/1", "3")} }}");
        await _client.ChangeAsync(made.Id, $"{{ {Attendees(Asa, Bo)}, {Properties("m-1/1", "4")} }}");
        Assert.Empty(Judge.Violations(
            _graph, new WantedMeeting("m-1", "4", [Asa, Bo]) { Mailbox = Moten, Subject = "Flyttat" }));
        await _client.CancelAsync(made.Id);
        Assert.Empty(Judge.Violations(_graph));
        await _client.CreateAsync(Event("m-1/2", "5", attendees: Asa));
        Assert.Empty(Judge.Violations(_graph, new WantedMeeting("m-1", "5", [Asa])));
    }

    [Fact]
    public async Task Two_live_events_of_a_meeting_are_found_even_when_one_was_tidied_away()
    {
        await _client.CreateAsync(Event(attendees: Asa));
        var again = await _client.CreateAsync(
            Event(attendees: Asa).Replace("t-m-1/1", "another", StringComparison.Ordinal));
        await _client.CancelAsync(again.Id);

        var found = Found(new WantedMeeting("m-1", "1", [Asa]));
        Assert.Contains("2 live events of m-1", found, StringComparison.Ordinal);
        Assert.Contains($"{Asa} is asked twice", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_as_wanted_at_rest_is_said()
    {
        await _client.CreateAsync(Event("m-1/1", attendees: Asa));
        await _client.CreateAsync(Event("m-2/1", attendees: Asa));

        var found = Found(new WantedMeeting("m-1", "2", [Asa, Bo]), new WantedMeeting("m-3", "1", [Asa]));
        Assert.Contains("m-1: the revision is 1, wanted is 2", found, StringComparison.Ordinal);
        Assert.Contains($"m-1: who is asked is {Asa}, wanted is {Asa}, {Bo}", found, StringComparison.Ordinal);
        Assert.Contains($"{Bo} has no invitation to m-1/1", found, StringComparison.Ordinal);
        Assert.Contains("Nobody wants m-2 any longer", found, StringComparison.Ordinal);
        Assert.Contains("0 live events of m-3, 1 is wanted", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_told_twice_is_found()
    {
        var made = await _client.CreateAsync(Event(attendees: Asa));
        await _client.ChangeAsync(made.Id, """{ "subject": "Utan ny revision" }""");
        var found = Found(new WantedMeeting("m-1", "1", [Asa]));
        Assert.Contains($"{Asa} is told of the revision twice", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_never_told_that_it_is_off_is_found_but_not_when_a_person_took_the_meeting_away()
    {
        var silent = await _client.CreateAsync(Event("m-1/1", attendees: Asa));
        await _client.CreateAsync(Event("m-2/1", attendees: Asa));
        _graph.People.Delete(Moten, silent.Id, mails: false);
        Assert.DoesNotContain("m-1/1 is off", Found(), StringComparison.Ordinal);
        Assert.Contains($"{Asa} was never told that m-2/1 is off", Found(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_of_the_service_is_found_unless_it_is_overlooked()
    {
        _graph.Gate.At(1, GraphFault.Status429(Duration.FromSeconds(7)));
        await _client.GetAsync("calendar");
        await _client.GetAsync("calendar");
        Assert.Contains("Early: GET", Found(), StringComparison.Ordinal);
        var early = new HashSet<ViolationKind> { ViolationKind.Early };
        var mild = new GraphJudge(Meeting, Revision) { Overlooked = early };
        Assert.Empty(mild.Violations(_graph));
    }

    private string Found(params WantedMeeting[] wanted) => string.Join('\n', Judge.Violations(_graph, wanted));
}
