using System.Text;
using static AnnualCycle.ICalendar.Tests.Sample;

namespace AnnualCycle.ICalendar.Tests;

/// <summary>Whatever someone types into a field stays in that field.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> LineBreaks =>
        ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f", "\n\r\n", "\r\n "];

    [Theory]
    [MemberData(nameof(LineBreaks))]
    public void A_line_break_in_any_text_never_begins_a_property(string lineBreak)
    {
        var text = $"Möte{lineBreak}ATTENDEE:mailto:anna@kommun.example";
        var organizer = new Organizer(CalAddress.Mailto("moten@kalender.example"), text);
        var feed = new FeedProperties(text, VTimeZone.EuropeStockholm) { Description = text, PublishAs = organizer };
        var meeting = Meeting(text) with
        {
            Description = text,
            Location = text,
            Categories = [text],
            Extensions = [new ExtensionProperty("X-RULE", text)],
            Alarm = new Alarm(default, text),
            Url = CalendarUri.TryParse("https://kalender.example/" + text),
            Conferences = [new Conference(new Uri("https://kalender.example/"), text)],
        };

        var file = CalendarWriter.ToBytes(CalendarObject.Feed(text, feed, [meeting]));

        Assert.DoesNotContain(ContentLines(file), line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.DoesNotContain(PhysicalLines(file), line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Equal(ContentLines(Bytes(feed with { Description = "x" }, meeting)).Length, ContentLines(file).Length);
    }

    [Fact]
    public void No_control_character_but_line_ends_and_tabs_reaches_the_file()
    {
        var all = string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c)) + "slut";
        var file = Bytes(Meeting("Möte" + all) with { Description = all });

        Assert.DoesNotContain(Encoding.UTF8.GetString(file).Replace("\r\n", "").Replace("\t", ""), char.IsControl);
    }

    [Fact]
    public void A_quotation_mark_in_a_name_does_not_end_the_parameter()
    {
        var address = CalAddress.Mailto("moten@kalender.example");
        var organizer = new Organizer(address, "Anna \"X\";ROLE=CHAIR:mailto:eva@kommun.example");

        Assert.Equal(
            "ORGANIZER;CN=\"Anna 'X';ROLE=CHAIR:mailto:eva@kommun.example\":mailto:moten@kalender.example",
            Line(Bytes(Feed with { PublishAs = organizer }, Meeting()), "ORGANIZER"));
    }

    [Fact]
    public void Half_a_character_becomes_a_replacement_character() =>
        Assert.Equal("SUMMARY:Möte \ufffd!", Line(Bytes(Meeting("Möte \ud83d!")), "SUMMARY"));

    [Theory]
    [InlineData("X-WR-CALNAME")]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS")]
    [InlineData("X-MICROSOFT-CDO-ALLDAYEVENT")]
    [InlineData("ATTENDEE")]
    [InlineData("X-A:B")]
    [InlineData("X-A\r\nB")]
    [InlineData("X-")]
    public void An_extension_has_a_name_of_its_own(string name) =>
        Assert.Throws<ArgumentException>(() => new ExtensionProperty(name, "värde"));

    [Theory]
    [InlineData("anna@kommun.example", "mailto:anna@kommun.example")]
    [InlineData("anna+mote@kommun.example", "mailto:anna+mote@kommun.example")]
    [InlineData("a%b&c@kommun.example", "mailto:a%25b%26c@kommun.example")]
    public void A_mail_address_becomes_a_calendar_address(string mailbox, string uri) =>
        Assert.Equal(uri, CalAddress.Mailto(mailbox).Uri);

    [Theory]
    [InlineData("anna")]
    [InlineData("anna@")]
    [InlineData("@kommun.example")]
    [InlineData("an na@kommun.example")]
    [InlineData("anna@kommun.example\r\nX-A:b")]
    [InlineData("anna@kommun.example, eva@kommun.example")]
    [InlineData("a..b@kommun.example")]
    [InlineData("anna@-kommun.example")]
    [InlineData("<anna@kommun.example>")]
    [InlineData(null)]
    public void What_is_no_mail_address_is_refused(string? mailbox) => Assert.Null(CalAddress.TryMailto(mailbox));

    [Theory]
    [InlineData("https://räksmörgås.example/år?q=ö", "https://xn--rksmrgs-5wao1o.example/%C3%A5r?q=%C3%B6")]
    [InlineData("https://kalender.example/a\"b c", "https://kalender.example/a%22b%20c")]
    [InlineData("https://kalender.example/\r\nX-A:b", "https://kalender.example/%0D%0AX-A:b")]
    public void An_address_on_the_net_is_written_in_ASCII(string typed, string written) =>
        Assert.Equal(written, CalendarUri.TryParse(typed)?.Value);

    [Theory]
    [InlineData("kalender.example/x")]
    [InlineData("/etc/hosts")]
    [InlineData("")]
    public void An_address_on_the_net_is_absolute(string typed) => Assert.Null(CalendarUri.TryParse(typed));
}
