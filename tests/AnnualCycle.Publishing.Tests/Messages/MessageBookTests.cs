// Long because each mistake in a message stands here with the words that tell it.
using AnnualCycle.Publishing.Letters;
using AnnualCycle.Publishing.Messages;
using NodaTime;

namespace AnnualCycle.Publishing.Tests.Messages;

public sealed class MessageBookTests : IDisposable
{
    private const string File = "sv/year-adopted.md", Begin = "subject: {{ collaboration }}\n\n",
        Foot = "\n---\n\n[ut]({{ mails }})\n", ShownFoot = "ut (https://samverkan.nord.example/mejl/EXEMPEL)\n";

    private readonly WrittenFolder _folder = new();

    private static MessageKind Kind => MessageKinds.YearAdopted;

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "Hej!\n", "1: ämnesraden saknas. Börja filen med ”subject: ” och ämnet" },
        { "subject:\n\nHej!\n", "1: ämnesraden saknas. Börja filen med ”subject: ” och ämnet" },
        { Begin + "Hej {{ person.nme }}!\n", "3: värdet ”person.nme” finns inte. Menade du ”name”?" },
        { Begin + "Hej!\n\n{{ meetings.first.titel }}\n", "5: värdet ”meetings.first.titel” finns inte. Menade du ”title”?" },
        { Begin + "{{ colaboration }}\n", "3: värdet ”colaboration” finns inte. Menade du ”collaboration”?" },
        { Begin + "{{ collaboration.name }}\n", "3: ”collaboration.name” finns inte: det före ”name” har inga delar" },
        { Begin + "{{ meetings.first.day | shrt }}\n", "3: filtret ”shrt” finns inte. Menade du ”short”?" },
        { Begin + "{{ collaboration | short }}\n", "3: filtret ”short” är inte för en text" },
        { Begin + "{{ meetings }}\n", "3: ”meetings” är en lista och går inte att skriva ut. Använd {% for … %} eller {% if … %}" },
        { Begin + "Hej\n\n{% if year %}\nAlla\n", "5: {% if year %} stängs aldrig. Skriv {% endif %} där det slutar" },
        { Begin + "{% endif %}\n", "3: {% endif %} hör inte till något som är öppnat. Ta bort den" },
        { Begin + "{% iff year %}x\n", "3: taggen ”iff” finns inte. Menade du ”if”?" },
        { Begin + "{% include 'hemligt' %}x\n", "3: taggen ”include” finns inte. De som finns är if, unless, case, for och comment" },
        { Begin + "{% for m on meetings %}\n- x\n{% endfor %}\n", "3: {% for m on meetings %} går inte att läsa. Skriv {% for sak in saker %}" },
        { Begin + "{% for m in year %}\n- x\n{% endfor %}\n", "3: ”year” är ingen lista" },
        { Begin + "{% if year == %}x{% endif %}\n", "3: ett värde saknas i ”if year ==”" },
        { Begin + "Hej {{ person.name\n", "3: ”{{” öppnar eller stänger inget. Värden skrivs {{ så }} och villkor {% så %}" },
        { Begin + "{% for m in meetings %}\n- {{ m.day }}\n{% endfor %}\n\n<b>Hej</b>\n", "7: HTML går inte att ha i ett mejl. Skriv rubriker, stycken, listor, tabeller, länkar och **betoning**" },
        { Begin + "Hej\n\n<script>alert(1)</script>\n", "5: HTML går inte att ha i ett mejl. Skriv rubriker, stycken, listor, tabeller, länkar och **betoning**" },
        { Begin + "Hej\n\n![bild](https://x.example/a.png)\n", "5: en bild går inte att ha i ett mejl. Skriv rubriker, stycken, listor, tabeller, länkar och **betoning**" },
        { Begin + "Hej\n\n    kod\n", "5: kod går inte att ha i ett mejl. Skriv rubriker, stycken, listor, tabeller, länkar och **betoning**" },
        { Begin + "Hej\n\n[här](javascript:alert(1))\n", "5: länken leder inte till någon adress: ”javascript:alert(1)”. Skriv hela adressen, med https:// eller mailto:, eller ett värde som är en adress" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_mistake_in_a_message_is_told_with_its_file_and_line(string text, string told)
    {
        Edit(text);
        var place = char.IsAsciiDigit(told[0]) ? $"{File}:{told}" : $"{File}: {told}";
        Assert.Equal(place, Assert.Single(_folder.Mistakes().Distinct()));
    }

    [Theory]
    [InlineData("subject: x\n\nHej {{ person.name }}!\n")]
    [InlineData("subject: x\n\nHej!\n\n[Välj](https://samverkan.nord.example)\n")]
    public void A_message_that_cannot_be_turned_off_by_whoever_gets_it_is_refused(string text)
    {
        _folder.Write(File, text);
        Assert.Equal($"{File}: vägen ut saknas: den som får mejlet måste kunna välja bort det. "
            + "Lägg till en länk längst ner: [Välj vilka mejl du får]({{ mails }})", Assert.Single(_folder.Mistakes()));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_at_once()
    {
        _folder.Write("sv/round.md", "subject: {{ yer }}\n\n{{ collaboraton }}\n");
        _folder.Delete("en/round.md");
        _folder.Write("en/rund.md", "subject: x\n\nx\n");
        _folder.Write("de/round.md", "subject: x\n\nx\n");
        Assert.Equal(
            ["de: språket ”de” finns inte. De som finns är sv och en",
             "en/rund.md: inget mejl heter ”rund”. Menade du ”round”?",
             "sv/round.md:1: värdet ”yer” finns inte. Menade du ”year”?",
             "sv/round.md:3: värdet ”collaboraton” finns inte. Menade du ”collaboration”?",
             "en/round.md: filen saknas (Frågan om ett föreslaget års datum passar). "
                + "Kopiera den från mappen config/messages som följer med programmet"],
            _folder.Mistakes());
    }

    [Fact]
    public void The_messages_that_follow_with_the_program_are_right_and_a_wrong_edit_leaves_them_in_use()
    {
        var shelf = new MessageShelf(_folder.Path);
        Assert.Empty(shelf.Read());
        var before = shelf.Book.Write(Kind, "sv", Kind.Sample).Subject;
        Edit("subject: {{ nope }}\n\nx\n");
        Assert.Single(shelf.Read());
        Assert.Equal(before, shelf.Book.Write(Kind, "sv", Kind.Sample).Subject);
        Edit("subject: Nya ord\n\nx\n");
        Assert.Empty(shelf.Read());
        Assert.Equal("Nya ord", shelf.Book.Write(Kind, "sv", Kind.Sample).Subject);
    }

    [Theory]
    [InlineData("[x](https://evil.example) *")]
    [InlineData("a | b | <b>c</b> & `d` \\ # e")]
    [InlineData("![x](https://evil.example/a.png)")]
    [InlineData("    indented {{ year }} {% if %}")]
    [InlineData("# 1. - ___ ~~~ <https://evil.example>")]
    [InlineData("\uE000\uE010\uE001")]
    public void What_people_have_written_is_never_more_than_words(string evil)
    {
        Edit("subject: {{ collaboration }}\n\n# {{ collaboration }}\n\n{{ collaboration }}\n\n"
            + "| | |\n|---|---|\n| Namn | {{ collaboration }} |\n\n"
            + "{% for m in meetings %}\n- {{ collaboration }} **{{ collaboration }}**\n{% endfor %}\n\n[{{ collaboration }}]({{ calendar }})\n");
        var letter = Write(evil);
        var safe = System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(evil);

        Assert.Equal(string.Join(' ', evil.Split(' ', StringSplitOptions.RemoveEmptyEntries)), letter.Subject);
        Assert.Contains($"<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 12px\">{safe}</h1>", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"<p style=\"margin:0 0 12px\">{safe}</p>", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"<td style=\"padding:2px 0\">{safe}</td>", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"<li>{safe} <strong>{safe}</strong></li>", letter.Html, StringComparison.Ordinal);
        Assert.Equal(2, letter.Html.Split("<a ").Length - 1);
        Assert.Contains($"Namn: {evil}\n", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_title_makes_neither_a_header_nor_a_paragraph()
    {
        Edit("subject: {{ collaboration }}\n\n{{ collaboration }}\n\n| När | Möte |\n|---|---|\n"
            + "{% for m in meetings %}\n| {{ m.day }} | {{ collaboration }} |\n{% endfor %}\n");
        var letter = Write("Styrgrupp\r\nBcc: alla@nord.example\n\n# Nej");

        Assert.Equal("Styrgrupp Bcc: alla@nord.example # Nej", letter.Subject);
        Assert.Equal(2, letter.Html.Split("<p ").Length - 1);
        Assert.DoesNotContain("<h1", letter.Html, StringComparison.Ordinal);
        Assert.Equal(2, letter.Html.Split("<tr>").Length - 1);
    }

    [Fact]
    public void An_address_that_is_none_leads_nowhere_and_a_value_within_one_is_escaped()
    {
        Edit("subject: x\n\n[här]({{ calendar }})\n\nMer [där](https://x.example/?q={{ collaboration }}) nu\n");
        var letter = Write("a&b=c d");
        Assert.Contains("https://x.example/?q=a%26b%3Dc%20d", letter.Text, StringComparison.Ordinal);
        Assert.Contains("här:\nhttps://samverkan.nord.example/feeds/p/EXEMPEL/SIMBA.ics\n", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_tables_and_lists_are_read_as_text_and_as_HTML()
    {
        Edit("""
            subject: {{ collaboration }} {% if year > 2026 %}nästa{% else %}i år{% endif %}

            # Rubrik {{ year }}

            Hej **{{ person.name }}** och *alla*,
            på samma rad. Se [sidan]({{ calendar }}).
            ---
            {% for m in meetings %}
            {{ forloop.index }} {{ m.day | short }} {{ m.day | day }} v {{ m.day | week }} {{ m.start }}{% unless m.place %} ingen plats{% endunless %}
            {% endfor %}

            """);
        var letter = Write("SIMBA");
        Assert.Equal("SIMBA nästa", letter.Subject);
        Assert.Equal("""
            Rubrik 2027

            Hej Eva Ek och alla, på samma rad. Se sidan (https://samverkan.nord.example/feeds/p/EXEMPEL/SIMBA.ics).

            1 tis 9 feb 9 februari v 6 09:00 ingen plats


            """.TrimEnd() + "\n\n" + ShownFoot, letter.Text);
        Assert.Contains("Hej <strong>Eva Ek</strong> och <em>alla</em>, på", letter.Html, StringComparison.Ordinal);
        Assert.Contains("<p style=\"margin:0 0 12px;font-size:14px\">1 tis 9 feb", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% case collaboration %}{% when 'SAMLA', 'SIMBA' %}ja{% else %}nej{% endcase %}", "ja")]
    [InlineData("{% case collaboration %}\n{% when 'SAMLA' %}ja\n{% else %}\nnej\n{% endcase %}", "nej")]
    [InlineData("{% if collaboration contains 'imb' and year >= 2027 %}ja{% endif %}", "ja")]
    [InlineData("{% if collaboration == 'X' or year != 2027 %}ja{% elsif meetings.first.place == nil %}nej{% endif %}", "nej")]
    [InlineData("{% unless year == 2027 and collaboration == 'X' %}ja{% endunless %}", "ja")]
    [InlineData("{{ meetings.first.place | default: \"ingen\" }} {{ meetings.size | count: \"möte\", \"möten\" }}", "ingen 1 möte")]
    [InlineData("{{ collaboration | downcase }}{% comment %} {{ inte }} {% endcomment %}", "simba")]
    public void Conditions_and_filters_do_what_Liquid_says(string body, string text)
    {
        Edit($"{Begin}Svar:\n\n{body}\n");
        Assert.Equal($"Svar:\n\n{text}\n\n{ShownFoot}", Write("SIMBA").Text);
    }

    [Fact]
    public void A_mail_without_one_of_its_values_is_not_written()
    {
        var values = Values("SIMBA");
        values.Remove("year");
        Assert.Throws<ArgumentException>(() => _folder.Book().Write(Kind, "sv", values));
    }

    [Fact]
    public void The_same_mail_is_the_same_in_every_culture_and_English_has_its_own_days()
    {
        var one = _folder.Book().Write(Kind, "en", Kind.Sample);
        Assert.Contains("Tuesday 9 February 2027, 09:00–10:00", one.Text, StringComparison.Ordinal);
        Assert.Equal(one.Html, _folder.Book().Write(Kind, "en", Kind.Sample).Html);
        Assert.Equal(_folder.Book().Write(Kind, "sv", Kind.Sample).Text, _folder.Book().Write(Kind, "fi", Kind.Sample).Text);
    }

    public void Dispose() => _folder.Dispose();

    private void Edit(string text) => _folder.Write(File, text + Foot);

    private Letter Write(string collaboration) => _folder.Book().Write(Kind, "sv", Values(collaboration));

    private static MessageValues Values(string collaboration)
    {
        var values = new MessageValues();
        foreach (var (name, value) in Kind.Sample)
        {
            values[name] = value;
        }

        values["collaboration"] = collaboration;
        values["meetings"] = new[]
        {
            new MessageValues
            {
                ["day"] = new LocalDate(2027, 2, 9), ["start"] = new LocalTime(9, 0), ["end"] = new LocalTime(10, 0),
                ["title"] = "Styrgrupp", ["place"] = "",
            },
        };
        return values;
    }
}
