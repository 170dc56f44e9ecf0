using AnnualCycle.Yaml;
using NodaTime;

namespace AnnualCycle.Tests.Yaml;

public sealed class YamlDocumentTests
{
    private readonly List<Mistake> _mistakes = [];

    [Fact]
    public void A_file_is_read_with_the_line_of_every_value()
    {
        var root = Read("""
            # Ledningsgruppen
            name: Ledningsgrupp i samverkan
            meeting: { duration: 60 min, starts: ["09:00", 13:00] }
            meetings:
              - { id: februari, line: 70 }
              - id: maj
                when: >
                  Mitten
                  av maj
            """);

        Assert.Equal(["09:00", "13:00"], root.Map("meeting")!.Texts("starts"));
        Assert.Equal(new LocalTime(13, 0), root.Map("meeting")!.List("starts")[1].AsTime());
        Assert.Equal(70, root.Maps("meetings")[0].Integer("line"));
        Assert.Equal([5, 6], root.Maps("meetings").Select(meeting => meeting.Line));
        Assert.Equal(7, root.Maps("meetings")[1].LineOf("when"));
        Assert.Equal("Mitten av maj", root.Maps("meetings")[1].Text("when")!.Trim());
        Assert.Empty(_mistakes);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    public void A_date_that_the_charter_lacks_is_read_as_nothing_without_complaint(string written)
    {
        var root = Read($"since: {written}\nname: x");

        Assert.True(root.Has("since"));
        Assert.Null(root.Date("since"));
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void The_word_null_in_quotation_marks_is_a_word() =>
        Assert.Equal("null", Read("name: \"null\"").Text("name"));

    [Fact]
    public void Every_wrong_value_is_reported_on_its_own_line()
    {
        var root = Read("""
            from: 2027-02-30
            cost: trettio
            certain: kanske
            weeks: 7
            name: [a, b]
            """);

        _ = (root.Date("from"), root.Integer("cost"), root.Boolean("certain"), root.List("weeks"), root.Text("name"));

        Assert.Equal([1, 2, 3, 4, 5], _mistakes.Select(mistake => mistake.Line));
        Assert.Equal(
            "breaks.yaml:1: här står ”2027-02-30”, men det ska vara ett datum, år-månad-dag, till exempel 2027-02-15",
            _mistakes[0].ToString());
    }

    [Fact]
    public void An_unknown_key_is_reported_with_the_one_that_was_meant()
    {
        Read("name: x\nmunicipalites: [Ale]\n").AllowOnly("name", "municipalities");

        Assert.Equal(
            [new Mistake("breaks.yaml", 2, "okänd nyckel ”municipalites”", "Menade du ”municipalities”?")],
            _mistakes);
    }

    [Fact]
    public void Every_doubled_key_is_reported_and_the_first_one_counts()
    {
        var root = Read("a: 1\na: 2\nb: 3\nb: 4\n");

        Assert.Equal([2, 4], _mistakes.Select(mistake => mistake.Line));
        Assert.Equal(1, root.Integer("a"));
    }

    [Fact]
    public void A_missing_key_is_reported_by_name_at_its_map()
    {
        var group = Read("groups:\n  - id: lgs\n    name:\n").Maps("groups")[0];

        Assert.True(group.Require("id"));
        Assert.False(group.Require("name"));
        Assert.False(group.Require("seats"));
        Assert.Equal(
            [new Mistake("breaks.yaml", 3, "”name” saknas"), new Mistake("breaks.yaml", 2, "”seats” saknas")],
            _mistakes);
    }

    [Fact]
    public void An_empty_row_in_a_list_is_reported_and_left_out()
    {
        Assert.Equal(["Ale"], Read("municipalities:\n  - Ale\n  -\n").Texts("municipalities"));
        Assert.Equal(3, Assert.Single(_mistakes).Line);
    }

    [Theory]
    [InlineData("a: 1\nb: \"c\nd: 2\n", "citattecken")]
    [InlineData("a: 1\nb: [x, y\n", "")]
    [InlineData("a: 1\nb: c: d\n", "kolon")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "tabb")]
    [InlineData("a: 1\nb: &x 2\n", "citattecken")]
    [InlineData("a: 1\nb: *x\n", "citattecken")]
    [InlineData("a: 1\n*x : 2\n", "citattecken")]
    [InlineData("a: 1\nb: !!]0 x\n", "")]
    public void What_is_no_yaml_is_reported_with_its_line_and_advice(string text, string advised)
    {
        Assert.Null(YamlDocument.Read("breaks.yaml", text, _mistakes));

        var mistake = Assert.Single(_mistakes);
        Assert.InRange(mistake.Line, 2, 4);
        Assert.Contains(advised, mistake.Advice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# bara en kommentar\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("bara text")]
    public void A_file_without_keys_is_reported(string text)
    {
        Assert.Null(YamlDocument.Read("breaks.yaml", text, _mistakes));
        Assert.Single(_mistakes);
    }

    [Fact]
    public void A_file_nested_beyond_reason_is_refused_instead_of_bringing_the_service_down()
    {
        Assert.Null(YamlDocument.Read("breaks.yaml", "a: " + new string('[', 100_000), _mistakes));
        Assert.Contains("nivåer", Assert.Single(_mistakes).Text);
    }

    private YamlMap Read(string text) => YamlDocument.Read("breaks.yaml", text, _mistakes)!;
}
