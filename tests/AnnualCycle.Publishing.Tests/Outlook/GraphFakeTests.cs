// Long because each rule of the service that later proofs rest on is shown to be enforced, one by one.
using System.Net;
using System.Text;
using AnnualCycle.Publishing.Tests.Outbox;
using AnnualCycle.Testing;
using AnnualCycle.Testing.Graph;
using NodaTime;
using static AnnualCycle.Publishing.Tests.Outlook.PlainGraphClient;

namespace AnnualCycle.Publishing.Tests.Outlook;

public sealed class GraphFakeTests : IAsyncLifetime
{
    private const string Moten = "moten@kommun.example";
    private const string Asa = "asa@region.example";
    private const string Bo = "bo@kommun.example";
    private const string Cia = "cia@kommun.example";
    private readonly SetTime _time = new(Instant.FromUtc(2026, 11, 22, 9, 0));
    private GraphFake _graph = null!;
    private PlainGraphClient _client = null!;

    public static TheoryData<string> Faults =>
        [.. GraphFault.All(Duration.FromSeconds(7)).Select(fault => fault.Name), "KillBefore", "KillAfter"];

    private GraphMailbox Mailbox => _graph.Mailbox(Moten);

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

    [Theory]
    [InlineData(DuplicateAnswer.BadRequestWithEvent, HttpStatusCode.BadRequest)]
    [InlineData(DuplicateAnswer.ConflictBare, HttpStatusCode.Conflict)]
    [InlineData(DuplicateAnswer.CreatedSameEvent, HttpStatusCode.Created)]
    public async Task A_meeting_that_is_created_again_with_its_transaction_stays_one_and_mails_nobody_twice(
        DuplicateAnswer mode, HttpStatusCode status)
    {
        _graph.Settings.Duplicates = mode;
        var first = await _client.CreateAsync(Event(attendees: [Asa, Bo]));
        var second = await _client.CreateAsync(Event(attendees: [Asa, Bo]));

        Assert.Equal((HttpStatusCode.Created, status), (first.Status, second.Status));
        Assert.Single(Mailbox.Live);
        Assert.Equal([Asa, Bo], _graph.Ledger.Mails.Select(mail => mail.Recipient));
        Assert.Equal(mode == DuplicateAnswer.BadRequestWithEvent, second.Says("@event.existingEventId"));
        Assert.Equal(mode != DuplicateAnswer.ConflictBare, second.Says(first.Id));
    }

    [Fact]
    public async Task A_cancelled_meetings_transaction_is_never_free_again()
    {
        var made = await _client.CreateAsync(Event(attendees: Asa));
        await _client.CancelAsync(made.Id);
        Assert.Equal("ErrorDuplicateTransactionId", (await _client.CreateAsync(Event(attendees: Asa))).ErrorCode);
        Assert.Empty(Mailbox.Live);
    }

    [Fact]
    public async Task A_meeting_that_was_just_created_is_not_found_at_once()
    {
        (_graph.Settings.LookUpsMissed, _graph.Settings.LookUpDelay) = (2, Duration.FromSeconds(30));
        var made = await _client.CreateAsync(Event(attendees: Asa));

        Assert.Equal(0, (await _client.FindAsync("m-1/1")).Found);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"events/{made.Id}")).Status);
        _time.Pass(Duration.FromSeconds(30));
        Assert.Equal(0, (await _client.FindAsync("m-1/1")).Found);
        Assert.Equal(1, (await _client.FindAsync("m-1/1")).Found);
        Assert.Equal(0, (await _client.FindAsync("m-1/2")).Found);
    }

    [Fact]
    public async Task The_lag_can_hold_for_a_look_up_by_id_too()
    {
        (_graph.Settings.LookUpsMissed, _graph.Settings.LagById) = (1, true);
        var made = await _client.CreateAsync(Event(attendees: Asa));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"events/{made.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"events/{made.Id}")).Status);
    }

    [Fact]
    public async Task Who_comes_before_the_time_is_refused_again_and_remembered()
    {
        _graph.Gate.At(1, GraphFault.Status429(Duration.FromSeconds(7)));
        var first = await _client.CreateAsync(Event(attendees: Asa));
        _time.Pass(Duration.FromSeconds(6));
        var early = await _client.CreateAsync(Event(attendees: Asa));
        _time.Pass(Duration.FromSeconds(1));
        var inTime = await _client.CreateAsync(Event(attendees: Asa));

        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        Assert.Equal(TimeSpan.FromSeconds(1), early.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.Created, inTime.Status);
        Assert.Equal([ViolationKind.Early], _graph.Ledger.Violations.Select(violation => violation.Kind));
    }

    [Fact]
    public async Task A_fifth_request_at_the_same_time_is_refused_and_remembered()
    {
        var hold = new TaskCompletionSource();
        _graph.Settings.Pause = _ => hold.Task;
        var four = Enumerable.Range(0, 4).Select(_ => _client.GetAsync("calendar")).ToList();
        await Patience.UntilAsync(() => _graph.MostAtOnce == 4, () => "four requests");
        var fifth = _client.GetAsync("calendar");
        await Patience.UntilAsync(() => _graph.MostAtOnce == 5, () => "a fifth");
        hold.SetResult();

        Assert.All(await Task.WhenAll(four), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal("ApplicationThrottled", (await fifth).ErrorCode);
        Assert.Equal([ViolationKind.TooManyAtOnce], _graph.Ledger.Violations.Select(violation => violation.Kind));
    }

    [Fact]
    public async Task A_change_of_attendees_alone_is_mailed_to_those_it_touches_and_any_other_to_all()
    {
        var made = await _client.CreateAsync(Event(attendees: [Asa, Bo]));
        await _client.ChangeAsync(made.Id, $"{{ {Attendees(Bo, Cia)}, {Properties("m-1/1", "2")} }}");
        await _client.ChangeAsync(made.Id, RevisionOnly("3"));
        await _client.ChangeAsync(made.Id, """{ "subject": "Flyttat" }""");
        await _client.CancelAsync(made.Id);

        Assert.Equal(
            [
                $"Invitation {Asa} 1", $"Invitation {Bo} 1", $"Cancellation {Asa} 2", $"Invitation {Cia} 2",
                $"Update {Bo} 3", $"Update {Cia} 3", $"Cancellation {Bo} 3", $"Cancellation {Cia} 3",
            ],
            _graph.Ledger.Mails.Select(mail => $"{mail.Kind} {mail.Recipient} {mail.Property(Revision)}"));
        Assert.Equal("Inställt.", _graph.Ledger.Mails[^1].Comment);
    }

    [Fact]
    public async Task A_change_keeps_what_was_not_sent_and_what_a_person_did_meanwhile_stops_it()
    {
        var made = await _client.CreateAsync(
            Event(more: """ "location": { "displayName": "Rådsalen" } """, attendees: Asa));
        var mine = await _client.ChangeAsync(made.Id, """{ "subject": "Nytt" }""", made.ETag);
        _graph.People.Answer(Moten, made.Id, Asa, "accepted", _time.Now);
        var late = await _client.ChangeAsync(made.Id, """{ "subject": "Nyare" }""", mine.ETag);
        var read = await _client.GetAsync($"events/{made.Id}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (mine.Status, late.Status));
        Assert.NotEqual(made.ETag, mine.ETag);
        Assert.NotEqual(mine.ETag, read.ETag);
        Assert.Equal(("Nytt", "Rådsalen"), (Mailbox.Live[0].Subject, Mailbox.Live[0].Place));
        Assert.Equal("accepted", Mailbox.Live[0].Attendees[0].Response);
    }

    [Fact]
    public async Task A_cancelled_meeting_is_gone_for_every_later_request()
    {
        var made = await _client.CreateAsync(Event(attendees: Asa));
        var done = await _client.CancelAsync(made.Id);
        Assert.Equal((HttpStatusCode.Accepted, ""), (done.Status, done.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.CancelAsync(made.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"events/{made.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.ChangeAsync(made.Id, "{}")).Status);
        Assert.Equal(0, (await _client.FindAsync("m-1/1")).Found);
        Assert.True(Mailbox.Events.Single().IsDeleted);
    }

    [Fact]
    public async Task Only_the_organiser_cancels_and_only_mailboxes_in_scope_answer()
    {
        var foreign = _graph.People.Invite(Moten, "annan@region.example", "Deras möte", _time.Now, _time.Now);
        _graph.Refusing("chef@kommun.example");
        using var refused = new PlainGraphClient(_graph) { Mailbox = "chef@kommun.example" };
        using var unknown = new PlainGraphClient(_graph) { Mailbox = "ingen@kommun.example" };

        Assert.Equal(HttpStatusCode.BadRequest, (await _client.CancelAsync(foreign.Id)).Status);
        Assert.Equal("ErrorAccessDenied", (await refused.GetAsync("calendar")).ErrorCode);
        Assert.Equal("ErrorInvalidUser", (await unknown.GetAsync("calendar")).ErrorCode);
    }

    [Fact]
    public async Task Only_an_immutable_id_outlives_a_move()
    {
        using var careless = new PlainGraphClient(_graph) { ImmutableIds = false };
        var made = await careless.CreateAsync(Event(attendees: Asa));
        var kept = (await _client.FindAsync("m-1/1")).Json.GetProperty("value")[0].GetProperty("id").GetString()!;
        _graph.MoveItems();

        Assert.NotEqual(made.Id, kept);
        Assert.Equal(HttpStatusCode.NotFound, (await careless.GetAsync($"events/{made.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"events/{kept}")).Status);
    }

    [Fact]
    public async Task Extended_properties_are_shown_only_to_who_asks_for_them()
    {
        var made = await _client.CreateAsync(Event(attendees: Asa));
        var expand = Uri.EscapeDataString(
            $"singleValueExtendedProperties($filter=id eq '{Meeting}' or id eq '{Revision}')");
        var asked = await _client.GetAsync($"events/{made.Id}?$select=subject&$expand={expand}");

        Assert.Equal(["m-1/1", "1"], asked.Json.GetProperty("singleValueExtendedProperties").EnumerateArray()
            .Select(property => property.GetProperty("value").GetString()));
        Assert.False(asked.Json.TryGetProperty("start", out _));
        Assert.False(made.Says("singleValue") || (await _client.GetAsync($"events/{made.Id}")).Says("singleValue"));
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "2027-09-01T08:00:00Z")]
    [InlineData("Europe/Berlin", "2027-09-01T08:00:00Z")]
    [InlineData("Europe/Stockholm", null)]
    public async Task A_zone_is_one_of_Windows_or_one_of_the_few_that_are_documented(string zone, string? start)
    {
        var made = await _client.CreateAsync(
            Event(attendees: Asa).Replace("W. Europe Standard Time", zone, StringComparison.Ordinal));
        Assert.Equal(start is null ? HttpStatusCode.BadRequest : HttpStatusCode.Created, made.Status);
        Assert.Equal(start, Mailbox.Live.Select(entry => entry.Start.ToString()).SingleOrDefault());
    }

    [Fact]
    public async Task A_body_without_the_join_address_ends_the_online_meeting()
    {
        _graph.Settings.JoinUrlAfterReads = 1;
        var made = await _client.CreateAsync(Event(more: """ "isOnlineMeeting": true """, attendees: Asa));
        var read = await _client.GetAsync($"events/{made.Id}");
        await _client.ChangeAsync(made.Id, """{ "subject": "Nytt" }""");
        Assert.Empty(_graph.Ledger.Violations);
        await _client.ChangeAsync(made.Id, """{ "body": { "contentType": "html", "content": "<p>Ny text</p>" } }""");

        Assert.Equal((false, true), (made.Says("joinUrl"), read.Says("joinUrl")));
        Assert.NotEqual(made.ETag, read.ETag);
        Assert.False(Mailbox.Live.Single().IsOnlineMeeting);
        Assert.Equal([ViolationKind.MeetingKilled], _graph.Ledger.Violations.Select(violation => violation.Kind));
    }

    [Fact]
    public async Task Without_a_licence_the_online_meeting_silently_does_not_come_about()
    {
        Mailbox.HasTeams = false;
        var made = await _client.CreateAsync(Event(more: """ "isOnlineMeeting": true """, attendees: Asa));
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.False(made.Json.GetProperty("isOnlineMeeting").GetBoolean());
    }

    [Fact]
    public async Task More_mails_than_a_minute_takes_are_remembered()
    {
        var people = Enumerable.Range(1, 20).Select(number => $"person{number}@kommun.example").ToArray();
        await _client.CreateAsync(Event("m-1/1", attendees: people));
        _time.Pass(Duration.FromSeconds(60));
        await _client.CreateAsync(Event("m-2/1", attendees: people));
        Assert.Empty(_graph.Ledger.Violations);
        _time.Pass(Duration.FromSeconds(59));
        await _client.CreateAsync(Event("m-3/1", attendees: people[..11]));
        Assert.Equal([ViolationKind.TooManyMails], _graph.Ledger.Violations.Select(violation => violation.Kind));
    }

    [Fact]
    public async Task A_list_comes_page_by_page()
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            await _client.CreateAsync(Event($"m-{number}/1", attendees: Asa));
        }

        var first = await _client.GetAsync(
            "calendarView?startDateTime=2027-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z");
        var next = first.Json.GetProperty("@odata.nextLink").GetString()!;
        var second = System.Text.Json.JsonDocument.Parse(await _client.Http.GetStringAsync(next)).RootElement;
        Assert.Equal((10, 2), (first.Found, second.GetProperty("value").GetArrayLength()));
        Assert.False(second.TryGetProperty("@odata.nextLink", out _));
    }

    [Fact]
    public async Task Busy_times_come_for_twenty_at_a_time_and_somebody_unknown_is_an_error_of_their_own()
    {
        var eight = Instant.FromUtc(2027, 9, 1, 8, 0);
        _graph.Schedules.Set(Asa, new BusyItem(eight, eight + Duration.FromHours(1), "sitting"));
        var good = await ScheduleAsync("2027-10-31T23:00:00", Asa, "ingen@annan.example");
        var people = good.Json.GetProperty("value");
        var item = people[0].GetProperty("scheduleItems")[0];

        Assert.Equal("2027-09-01T08:00:00.0000000", item.GetProperty("start").GetProperty("dateTime").GetString());
        Assert.Equal("sitting", item.GetProperty("status").GetString());
        Assert.Equal("ErrorMailRecipientNotFound",
            people[1].GetProperty("error").GetProperty("responseCode").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await ScheduleAsync("2027-11-02T00:00:00", Asa)).Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await ScheduleAsync("2027-09-02T00:00:00", [.. Enumerable.Repeat(Asa, 21)])).Status);
    }

    [Fact]
    public async Task A_letter_is_kept_as_it_was_handed_over()
    {
        const string mime = "From: Möten <moten@kommun.example>\r\nTo: asa@region.example,\r\n bo@kommun.example\r\n"
            + "Subject: Kallelse\r\n\r\nHej\r\n";
        const string to = """[{ "emailAddress": { "address": "bo@kommun.example" } }]""";
        var asMime = await HandOverAsync(mime);
        var asJson = await _client.SendAsync(HttpMethod.Post, "sendMail",
            $$"""{ "Message": { "subject": "Brev", "toRecipients": {{to}} } }""");
        var asAnother = await HandOverAsync(mime.Replace("<moten", "<chef", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Forbidden),
            (asMime, asJson.Status, asAnother));
        Assert.Equal(["Kallelse: asa@region.example bo@kommun.example", "Brev: bo@kommun.example"],
            _graph.Ledger.Letters.Select(letter => $"{letter.Subject}: {string.Join(' ', letter.Recipients)}"));
        Assert.Equal(mime, Encoding.UTF8.GetString(_graph.Ledger.Letters[0].Mime!));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_fault_strikes_once_and_does_what_its_name_says(string name)
    {
        var killed = 0;
        var fault = name switch
        {
            "KillBefore" => GraphFault.KillBefore(() => killed++),
            "KillAfter" => GraphFault.KillAfter(() => killed++),
            _ => GraphFault.Named(name, Duration.FromSeconds(7)),
        };
        await _client.GetAsync("calendar");
        _graph.Gate.CountFromHere();
        _graph.Gate.At(1, fault);
        using var patience = new CancellationTokenSource();
        var sent = _client.SendAsync(HttpMethod.Post, "events", Event(attendees: Asa), cancel: patience.Token);
        await Patience.UntilAsync(() => _graph.Calls is [_, { Fault: not null }], () => "the fault");
        if (name.StartsWith("Timeout", StringComparison.Ordinal))
        {
            await Patience.UntilAsync(() => _graph.Calls[^1].Acted == fault.Acts, () => "what Graph does");
            await patience.CancelAsync();
        }

        Assert.Equal(Expected(name), await SeenAsync(sent));
        Assert.Equal(fault.Acts ? 1 : 0, Mailbox.Live.Count);
        Assert.Equal(name.StartsWith("Kill", StringComparison.Ordinal) ? 1 : 0, killed);
        Assert.Null((await CalendarAsync()).Calls[^1].Fault);
    }

    private static string Expected(string name) => name switch
    {
        "Status429" => "429 7", "Status503Before" or "Status503After" => "503 7",
        "Status503BeforeBare" or "Status503AfterBare" => "503", "Status504After" => "504", "Status500Before" => "500",
        "Unauthorized401" => "401", "Claims401" => "401 claims", "HtmlBefore" or "HtmlAfter" => "502 html",
        "HtmlOk" => "201 html", "HalfJson" => "201 half",
        "TimeoutBefore" or "TimeoutAfter" => nameof(TaskCanceledException),
        _ => nameof(HttpRequestException),
    };

    private static async Task<string> SeenAsync(Task<Answered> sent)
    {
        try
        {
            var answer = await sent;
            var isClaims = answer.Headers.WwwAuthenticate.ToString().Contains("claims=", StringComparison.Ordinal);
            var what = answer.Text.StartsWith('<') ? "html"
                : !answer.Text.EndsWith('}') ? "half" : isClaims ? "claims" : "";
            return $"{(int)answer.Status} {answer.Headers.RetryAfter}{what}".Trim();
        }
        catch (Exception seen) when (seen is HttpRequestException or OperationCanceledException)
        {
            return seen.GetType().Name;
        }
    }

    private async Task<HttpStatusCode> HandOverAsync(string mime)
    {
        using var content = new StringContent(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(mime)), Encoding.ASCII, "text/plain");
        using var answer = await _client.Http.PostAsync($"users/{Moten}/sendMail", content);
        return answer.StatusCode;
    }

    private async Task<GraphFake> CalendarAsync()
    {
        await _client.GetAsync("calendar");
        return _graph;
    }

    private async Task<Answered> ScheduleAsync(string end, params string[] people) =>
        await _client.SendAsync(HttpMethod.Post, "calendar/getSchedule", $$"""
            {
              "Schedules": [{{string.Join(',', people.Select(person => $"\"{person}\""))}}],
              "StartTime": { "dateTime": "2027-09-01T00:00:00", "timeZone": "UTC" },
              "EndTime": { "dateTime": "{{end}}", "timeZone": "UTC" }
            }
            """);
}
