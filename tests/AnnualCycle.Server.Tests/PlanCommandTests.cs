using System.Text.Json;
using AnnualCycle.Testing;

namespace AnnualCycle.Server.Tests;

public sealed class PlanCommandTests
{
    private static string Charters => Path.Combine(Repository.Root, "config", "charters");

    [Fact]
    public async Task A_year_is_planned_printed_and_written_where_the_user_stands()
    {
        using var folder = new TemporaryFolder();
        var answer = await new AnnualCycleProgram { Folder = folder.Path }.Run(
            "plan", "--year", "2027", "--today", "2026-11-22", "--config", Path.Combine(Repository.Root, "config"), "--out", "year");
        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("Personerna är påhittade", answer.Errors, StringComparison.Ordinal);
        Assert.StartsWith("Samverkansåret 2027: 5 samverkan", answer.Output, StringComparison.Ordinal);
        var year = Path.Combine(folder.Path, "year");
        Assert.All(
            ["simba.ics", "simba/ledningsgrupp.ics", "simba.svg", "arshjul.svg", "plan.csv", "plan.json"],
            file => Assert.True(File.Exists(Path.Combine(year, file)), file));
        Assert.Equal(answer.Output, File.ReadAllText(Path.Combine(year, "plan.txt")));
    }

    [Fact]
    public async Task The_plan_as_json_keeps_the_contract_and_is_the_same_every_time()
    {
        var first = await Simba("--json");
        using var json = JsonDocument.Parse(first.Output);
        var plan = json.RootElement;
        Assert.Equal(2027, plan.GetProperty("year").GetInt32());
        Assert.Equal(0, plan.GetProperty("score").GetProperty("unplaced").GetInt32());
        var group = plan.GetProperty("groups")[0];
        Assert.Equal("simba/ledningsgrupp", group.GetProperty("id").GetString());
        Assert.Equal("fulfilled", group.GetProperty("rules")[0].GetProperty("status").GetString());
        var meeting = plan.GetProperty("meetings")[0];
        Assert.Equal("Europe/Stockholm", meeting.GetProperty("timeZone").GetString());
        Assert.Equal("proposed", meeting.GetProperty("status").GetString());
        Assert.NotEmpty(meeting.GetProperty("reasons").EnumerateArray());
        Assert.Equal(first.Output, (await Simba("--json")).Output);
    }

    [Fact]
    public async Task The_problem_that_plan_writes_is_solved_by_solve()
    {
        using var folder = new TemporaryFolder();
        var problem = Path.Combine(folder.Path, "problem.json");
        await Simba("--problem", problem);
        var solved = await new AnnualCycleProgram { Folder = folder.Path }.Run("solve", "problem.json", "--solution", "solution.json");
        Assert.Equal((0, ""), (solved.ExitCode, solved.Errors));
        Assert.Contains("\"hard\":0,\"unplaced\":0", solved.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_charter_file_stops_the_plan_with_every_mistake_and_leaves_standard_output_empty()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "nord.yaml"), """
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: a, name: A, meetings: [{ id: o, when: minst 4 gångr per år }] }
              - { id: b, nmae: B }
            """);
        var answer = await new AnnualCycleProgram().Run("plan", "--year", "2027", "--charters", folder.Path);
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("nord.yaml:4: frasen ”minst 4 gångr per år” går inte att tolka", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("nord.yaml:5: okänd nyckel ”nmae”. Menade du ”name”?", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_with_a_meeting_that_finds_no_room_ends_with_two_and_names_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "nord.yaml"), """
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: a, name: A, seats: [ordförande], meetings: [{ id: m, when: andra tisdagen i mars }] }
            """);
        File.WriteAllText(Path.Combine(folder.Path, "people.csv"), "collaboration,group,seat,name,email\nnord,a,ordförande,Eva Ek,eva@nord.example\n");
        File.WriteAllText(Path.Combine(folder.Path, "busy.csv"), "email,date\neva@nord.example,2027-03-09\n");
        var answer = await new AnnualCycleProgram { Folder = folder.Path }.Run(
            "plan", "--year", "2027", "--config", Path.Combine(Repository.Root, "config"), "--charters", ".", "--people", "people.csv", "--busy", "busy.csv");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("1 möte fick inte plats 9 mars–9 mars: Eva Ek är upptagen", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eva@nord.example.ics", "")]
    [InlineData("kalendrar.csv", "who,calendar\neva@nord.example,eva@nord.example.ics\n")]
    public async Task A_meeting_is_planned_beside_what_a_persons_own_calendar_has(string file, string list)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("nord.yaml"), """
            collaboration: Nord
            charter: { document: Uppdrag }
            groups:
              - { id: a, name: A, seats: [ordförande], meetings: [{ id: m, when: andra tisdagen i mars }] }
            """);
        File.WriteAllText(folder.File("people.csv"), "collaboration,group,seat,name,email\nnord,a,ordförande,Eva Ek,eva@nord.example\n");
        File.WriteAllText(folder.File("eva@nord.example.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=W. Europe Standard Time:20270105T083000\n"
            + "DTEND;TZID=W. Europe Standard Time:20270105T113000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n");
        if (list.Length > 0)
            File.WriteAllText(folder.File(file), list);

        var answer = await new AnnualCycleProgram { Folder = folder.Path }.Run(
            "plan", "--year", "2027", "--config", Path.Combine(Repository.Root, "config"), "--charters", ".", "--people", "people.csv", "--busy", file);

        Assert.True(answer.ExitCode == 0, $"{answer}");
        Assert.Contains("tis 9 mar 13:00", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_nobodys_is_told_before_anything_is_planned()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("okänd.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        var answer = await Simba("--busy", folder.File("okänd.ics"));
        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.Contains("ingen grupp möts i ”okänd”", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_and_is_no_success()
    {
        var answer = await Simba("--csv", "/no/such/folder/plan.csv");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("Planen kunde inte skrivas", answer.Errors, StringComparison.Ordinal);
    }

    private static async Task<ProgramAnswer> Simba(params string[] arguments)
    {
        using var charters = new TemporaryFolder();
        File.Copy(Path.Combine(Charters, "simba.yaml"), Path.Combine(charters.Path, "simba.yaml"));
        return await new AnnualCycleProgram().Run(
            ["plan", "--year", "2027", "--today", "2026-11-22", "--charters", charters.Path, .. arguments]);
    }
}
