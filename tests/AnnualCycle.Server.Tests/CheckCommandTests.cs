using System.Text.Json;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Charter = """
        collaboration: Dalen
        municipalities: [Ale]
        charter: { document: Uppdrag för Dalen }
        groups:
          - id: ledning
            name: Dalens ledningsgrupp
            aliases: [DLG]
            seats: [{ seat: ordförande, name: Ordförande }]
            meetings:
              - { id: var, when: Mitten av mars, line: 4 }
              - { id: host, when: Mitten av oktober, line: 5 }
          - id: au
            name: Arbetsutskottet
            seats: [{ seat: ledning.ordförande }]
            meetings: [{ id: ordinarie, when: minst två gånger per år, line: 9 }]
        """;

    private const string Year = """
        group,date,start,end,title
        ledning,2027-03-16,09:00,10:30,Ledningsgruppen
        DLG,2027-10-12,09:00,10:30,Ledningsgruppen
        au,2027-02-23,13:00,14:30,AU
        dalen/au,2027-09-21,13:00,14:30,AU

        """;

    private readonly TemporaryFolder folder = new();

    public CheckCommandTests()
    {
        Directory.CreateDirectory(folder.File("charters"));
        File.WriteAllText(folder.File("charters/dalen.yaml"), Charter);
        File.WriteAllText(
            folder.File("people.csv"),
            "collaboration,group,seat,name,email\ndalen,ledning,ordforande,Karin Holm,karin.holm@dalen.example\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_of_a_kept_year_is_good()
    {
        var answer = await Check(Write("2027.csv", Year));

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains("Dalens ledningsgrupp", answer.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Mitten av mars (rad 4)", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_meeting_one_on_långfredagen_and_a_clash_are_all_told()
    {
        var year = Year.Replace("2027-10-12", "2027-11-30", StringComparison.Ordinal)
            + "au,2027-03-26,09:00,10:00,AU\nau,2027-03-16,10:00,11:00,Extra AU\n"
            + "Tandläkaren,2027-04-13,09:00,10:00,Kontroll\n";

        var answer = await Check(Write("2027.csv", year), "--json");

        Assert.Equal(2, answer.ExitCode);
        var report = JsonDocument.Parse(answer.Output).RootElement;
        var rule = report.GetProperty("groups")[0].GetProperty("rules")[1];
        Assert.Equal("short", rule.GetProperty("status").GetString());
        Assert.Equal("inget möte 11–20 oktober; närmaste 30 november", rule.GetProperty("note").GetString());
        Assert.Equal(5, rule.GetProperty("line").GetInt32());
        var closed = Assert.Single(report.GetProperty("closed").EnumerateArray());
        Assert.Equal(
            ("dalen/au", "2027-03-26", "långfredagen"),
            (Text(closed, "group"), Text(closed, "date"), Text(closed, "reason")));
        var clash = Assert.Single(report.GetProperty("clashes").EnumerateArray());
        Assert.Equal(("2027-03-16", "10:00"), (Text(clash, "date"), Text(clash, "start")));
        Assert.Equal("Karin Holm", clash.GetProperty("who")[0].GetString());
        Assert.Equal("Kontroll", Text(Assert.Single(report.GetProperty("unmatched").EnumerateArray()), "title"));
    }

    [Fact]
    public async Task A_calendar_file_is_read_whatever_clock_it_is_kept_by()
    {
        var calendar = Calendar(
            "DTSTART:20270316T080000Z|DTEND:20270316T093000Z|SUMMARY:DLG",
            "DTSTART;TZID=Europe/London:20271012T080000|DURATION:PT1H|SUMMARY:Dalens ledningsgrupp",
            "DTSTART:20270223T130000|DURATION:PT1H|SUMMARY:Möte|CATEGORIES:Arbetsutskottet",
            "DTSTART;VALUE=DATE:20270921|SUMMARY:Arbetsutskottets dag",
            "DTSTART:20270501T090000|SUMMARY:DLG|STATUS:CANCELLED",
            "DTSTART:20261012T080000Z|SUMMARY:DLG");

        var answer = await Check(Write("2027.ics", calendar), "--json");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        var report = JsonDocument.Parse(answer.Output).RootElement;
        var starts = report.GetProperty("groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("meetings").EnumerateArray());
        Assert.Equal(["09:00", "09:00", "13:00", null], starts.Select(meeting => Text(meeting, "start")));
        Assert.Equal(1, report.GetProperty("leftOut").GetProperty("otherYears").GetInt32());
        Assert.Equal(1, report.GetProperty("leftOut").GetProperty("cancelled").GetInt32());
    }

    [Fact]
    public async Task A_meeting_that_repeats_is_counted_each_time_it_falls_within_the_year()
    {
        var calendar = Calendar(
            "DTSTART:20261124T130000|DURATION:PT1H|RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=5|EXDATE:20270524T130000|SUMMARY:Arbetsutskottet");

        var answer = await Check(Write("2027.ics", calendar), "--group", "au");

        Assert.Equal("", answer.Errors);
        Assert.Contains("2027.ics: 3 möten", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("borta.ics", "Den finns inte")]
    [InlineData("2027.xlsx", "okänt filslag")]
    public async Task A_file_that_cannot_be_read_is_refused(string file, string told)
    {
        var answer = await Check(file);

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains(told, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_in_a_table_is_told_at_once_and_an_unknown_group_with_a_suggestion()
    {
        var file = Write("2027.csv", "group,date,start,end\nau,9 februari,9.00,10:00\nau,2027-03-16,10:00,09:00\n");

        var answer = await Check(file, "--group", "ledninng");

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("2027.csv:2: ”9 februari” i date", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("2027.csv:2: ”9.00” i start", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("2027.csv:3: mötet slutar innan det börjar", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("Menade du ”ledning”?", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_that_was_planned_keeps_every_sentence_it_was_planned_from()
    {
        var annualcycle = new AnnualCycleProgram();
        var planned = await annualcycle.Run("plan", "--year", "2027", "--csv", folder.File("plan.csv"));
        Assert.Equal(0, planned.ExitCode);

        var answer = await annualcycle.Run("check", folder.File("plan.csv"), "--year", "2027", "--json");

        var rules = JsonDocument.Parse(answer.Output).RootElement.GetProperty("groups").EnumerateArray()
            .SelectMany(group => group.GetProperty("rules").EnumerateArray());
        Assert.Empty(rules.Where(rule => Text(rule, "status") is "short" or "over")
            .Select(rule => $"{Text(rule, "id")}: {Text(rule, "note")}"));
        Assert.Equal(0, answer.ExitCode);
    }

    private Task<ProgramAnswer> Check(string file, params string[] more) =>
        new AnnualCycleProgram { Folder = folder.Path }.Run([
            "check", file, "--year", "2027", "--config", Path.Combine(Repository.Root, "config"),
            "--charters", "charters", "--people", "people.csv", .. more,
        ]);

    private string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return name;
    }

    private static string Calendar(params string[] events) => string.Concat(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        string.Concat(events.Select((entry, index) =>
            $"BEGIN:VEVENT\r\nUID:{index}@dalen.example\r\n{Lines(entry)}\r\nEND:VEVENT\r\n")),
        "END:VCALENDAR\r\n");

    private static string Lines(string entry) => entry.Replace("|", "\r\n", StringComparison.Ordinal);

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
