using AnnualCycle.People;

namespace AnnualCycle.Tests.People;

/// <summary>A person is taken out of texts, and nobody else with them.</summary>
public sealed class MentionedPersonTests
{
    private static readonly MentionedPerson Anna = new("Anna.Ek@nord.example", ["Anna Ek", "Anna Ek Alm", "Ledamot"]);

    [Theory]
    [InlineData("Anna Ek har många möten den veckan", "En ledamot har många möten den veckan")]
    [InlineData("inte 14 december: Anna Ek sitter då i Rådet", "inte 14 december: en ledamot sitter då i Rådet")]
    [InlineData("på Anna Eks begäran, sade Bo och Anna Ek.", "på en ledamots begäran, sade Bo och en ledamot.")]
    [InlineData("Bo och Anna Ek Alm", "Bo och en ledamot")]
    [InlineData("Anna Ekman och Joanna Ek", "Anna Ekman och Joanna Ek")]
    [InlineData("person:anna.ek@NORD.example", "person:en ledamot")]
    [InlineData("joanna.ek@nord.example", "joanna.ek@nord.example")]
    [InlineData("ANNA EK", "ANNA EK")]
    public void A_name_is_taken_out_where_it_is_that_name(string text, string without)
    {
        Assert.Equal(without, Anna.Out(text, "en ledamot"));
        Assert.Equal(text != without, Anna.IsIn(text));
    }

    [Fact]
    public void A_name_of_one_word_is_more_likely_another_word_and_stays() =>
        Assert.Equal("Ledamot utses av en ledamot", Anna.Out("Ledamot utses av Anna Ek", "en ledamot"));

    [Fact]
    public void Names_that_are_patterns_are_names() =>
        Assert.Equal("x en ledamot y", new MentionedPerson("a+b@c.example", ["(.*) [a-z]+ $1"])
            .Out("x (.*) [a-z]+ $1 y", "en ledamot"));
}
