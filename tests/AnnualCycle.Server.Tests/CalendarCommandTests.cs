using System.Text.Json;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

public sealed class CalendarCommandTests : IDisposable
{
    private const string Weekly =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:m1\nSUMMARY:Ledningsgrupp, vår\nDTSTART;TZID=Europe/Stockholm:20270301T090000\n"
        + "DURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_weekly_meeting_is_shown_with_each_time_it_takes_place_between_two_days()
    {
        var answer = await Run(Weekly, "--from", "2027-03-22", "--to", "2027-03-29");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        var lines = answer.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["event", "occurrence", "occurrence"], lines.Select(line => line.GetProperty("type").GetString()));
        Assert.Equal("Ledningsgrupp, vår", lines[0].GetProperty("summary").GetString());
        Assert.Equal(
            ["2027-03-22T08:00:00Z", "2027-03-29T07:00:00Z"],
            lines.Skip(1).Select(line => line.GetProperty("startUtc").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_with_its_place_and_the_rest_is_shown()
    {
        var answer = await Run(Weekly.Replace("UID:m1", "strunt", StringComparison.Ordinal), "--to", "2027-03-01");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("kalender.ics:3:7: Raden följer inte formen", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(2, answer.Output.TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("strunt", "--to", "2027-03-01")]
    [InlineData(Weekly, "--to", "2027-02-30")]
    public async Task What_is_no_calendar_and_no_day_is_refused(string content, string option, string day) =>
        Assert.Equal(1, (await Run(content, option, day)).ExitCode);

    private Task<ProgramAnswer> Run(string content, params string[] options)
    {
        File.WriteAllText(folder.File("kalender.ics"), content);
        return new AnnualCycleProgram { Folder = folder.Path }.Run(["calendar", "kalender.ics", .. options]);
    }
}
