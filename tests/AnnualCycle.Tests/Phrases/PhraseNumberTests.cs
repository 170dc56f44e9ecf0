using AnnualCycle.Phrases;

namespace AnnualCycle.Tests.Phrases;

public sealed class PhraseNumberTests
{
    [Theory]
    [InlineData("Rådet träffas minst fyra gånger per år.", 4)]
    [InlineData("Rådet träffas två till tre gånger per halvår.", 3)]
    [InlineData("Rådet träffas sex till åtta gånger per år.", 7)]
    [InlineData("Rådet träffas högst fem gånger per år.", 5)]
    [InlineData("Rådet träffas några gånger per år.", null)]
    public void The_upper_middle_of_a_range_is_planned(string phrase, int? target) =>
        Assert.Equal(target, Assert.Single(PhraseReader.Read(phrase)).Target);

    [Theory]
    [InlineData("Rådet träffas cirka fyra gånger per år.", true)]
    [InlineData("Rådet träffas normalt fyra gånger per år.", true)]
    [InlineData("Rådet träffas fyra gånger per år.", false)]
    public void A_charter_that_says_cirka_is_not_held_to_the_number(string phrase, bool approximate) =>
        Assert.Equal(approximate, Assert.Single(PhraseReader.Read(phrase)).Approximate);

    [Theory]
    [InlineData("Rådet träffas fyra gånger per år och därutöver när det behövs.", true)]
    [InlineData("Rådet träffas två gånger per år, fler möten kan hållas.", true)]
    [InlineData("Rådet träffas fyra gånger per år.", false)]
    public void More_meetings_may_be_held_when_the_charter_says_vid_behov(string phrase, bool asNeeded) =>
        Assert.Equal(asNeeded, Assert.Single(PhraseReader.Read(phrase)).AsNeeded);

    [Fact]
    public void Letters_with_loose_rings_and_dots_from_a_pdf_are_read_as_one() =>
        Assert.Equal("meetings 2/year",
            Notation.Of(PhraseReader.Read("Ra\u030Adet tra\u0308ffas tva\u030A ga\u030Anger per a\u030Ar.")));

    [Fact]
    public void Summer_and_Christmas_are_left_out_when_the_charter_says_so() =>
        Assert.Equal([Break.Summer, Break.Christmas],
            Assert.Single(PhraseReader.Read("Nämnden sammanträder månadsvis, med sommar- och juluppehåll."))
                .ExceptBreaks);

    [Fact]
    public void A_script_gets_every_field_of_a_rule_on_one_line() =>
        Assert.Equal(
            """{"rules":[{"kind":"meetings","min":2,"max":3,"target":3,"per":"half-year","n":"""
            + """null,"approximate":true,"asNeeded":false,"window":null}]}""",
            PhraseJson.Line(PhraseReader.Read("cirka 2–3 gånger per halvår")));

    [Fact]
    public void A_script_gets_an_empty_list_for_a_phrase_without_a_rule() =>
        Assert.Equal("""{"rules":[]}""", PhraseJson.Line(PhraseReader.Read("")));
}
