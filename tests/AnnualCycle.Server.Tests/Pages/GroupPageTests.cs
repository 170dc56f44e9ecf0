// Long because each thing that a group's page says on a day is read with the same few helpers.
using System.Net;
using System.Text.RegularExpressions;
using AnnualCycle.Plans;
using AnnualCycle.Server.Years;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Server.Tests.Pages;

/// <summary>What a group's pages say on the day they are read.</summary>
public sealed class GroupPageTests
{
    private const string Nord = """
        collaboration: Nord
        municipalities: [Ale]
        charter: { document: Uppdrag, approved: [2025-05-02], validFrom: 2025-06-01 }
        groups:
          - id: styrgrupp
            name: Styrgruppen
            line: 3
            meeting: { duration: 60 min, starts: ["09:00"], place: Kommunhuset i Nödinge }
            meetings: [{ id: ordinarie, when: fyra gånger per år, line: 7, purpose: Hålla ihop arbetet }]
            agenda: [{ text: Läget i kommunerna, line: 9 }]
            questions: [{ text: "Vem kallar till mötena?", line: 5, suggest: Processledaren }]
        """;

    private static readonly PublishedYear Year = Published(2027);

    private static PublishedYear Published(int year)
    {
        var input = Network.Year(year, Network.Charter(Nord));
        return new(Network.Plan(input), input, Instant.FromUtc(2027, 1, 1, 0, 0));
    }

    private static IReadOnlyList<PlannedMeeting> Meetings => Year.Plan.Meetings;

    // The morning of a planned day, before the meeting.
    private static DateTimeOffset Morning(LocalDate day) =>
        (day + new LocalTime(7, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb[Plan.TimeZone]).ToDateTimeOffset();

    private static PublishedYear With(int place, Func<PlannedMeeting, PlannedMeeting> change) => Year with
    {
        Plan = Year.Plan with { Meetings = [.. Meetings.Select((one, index) => index == place ? change(one) : one)] },
    };

    private static async Task<string> Read(string path, LocalDate day, PublishedYear? year = null, Uri? address = null)
    {
        await using var pages = await PublishedPages.Start([year ?? Year], Morning(day), address);
        using var http = new HttpClient();
        var html = await http.GetStringAsync(new Uri(pages.Address, path));
        return Regex.Replace(WebUtility.HtmlDecode(html), @"\s+", " ");
    }

    private static string Row(string html, PlannedMeeting meeting) => Regex.Match(
        html, $"<li class=\"[^\"]*\"> (?:(?!</li>).)*datetime=\"{SwedishDates.Iso(meeting.Date)}\".*?</li>").Value;

    [Fact]
    public async Task On_the_day_of_the_second_meeting_the_first_has_been_and_the_second_is_next()
    {
        var html = await Read("/nord/styrgrupp", Meetings[1].Date);
        Assert.Contains("Har varit", Row(html, Meetings[0]), StringComparison.Ordinal);
        Assert.Contains("Nästa", Row(html, Meetings[1]), StringComparison.Ordinal);
        Assert.Contains("Förslag", Row(html, Meetings[2]), StringComparison.Ordinal);
        Assert.DoesNotContain("Nästa", Row(html, Meetings[2]), StringComparison.Ordinal);
        Assert.Contains("I dag", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_meeting_is_struck_out_and_the_one_after_it_is_next()
    {
        var cancelled = With(1, meeting => meeting with { Status = MeetingStatus.Cancelled });
        var html = await Read("/nord/styrgrupp", Meetings[1].Date, cancelled);
        Assert.Matches("class=\"[^\"]*cancelled", Row(html, Meetings[1]));
        Assert.Contains("Inställt", Row(html, Meetings[1]), StringComparison.Ordinal);
        Assert.Contains("Nästa", Row(html, Meetings[2]), StringComparison.Ordinal);
        var next = await Read("/nord/styrgrupp/next", Meetings[1].Date, cancelled);
        var (missed, held) = (SwedishDates.Long(Meetings[1].Date), SwedishDates.Iso(Meetings[2].Date));
        Assert.Matches($"<h1><span class=\"overline\">Nästa möte</span> <time datetime=\"{held}\"", next);
        Assert.Contains($"<del>{missed}</del> är inställt", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adopted_meeting_says_so()
    {
        var adopted = With(2, meeting => meeting with { Status = MeetingStatus.Adopted });
        Assert.Contains("Fastställt", Row(await Read("/nord/styrgrupp", Meetings[1].Date, adopted), Meetings[2]));
    }

    [Fact]
    public async Task A_draft_is_for_the_process_leader_alone()
    {
        var draft = With(2, meeting => meeting with { Status = MeetingStatus.Draft });
        foreach (var path in new[] { "/", "/nord", "/nord/styrgrupp", "/arshjul/2027.svg" })
        {
            Assert.DoesNotContain(SwedishDates.Iso(Meetings[2].Date), await Read(path, Meetings[1].Date, draft));
            Assert.Contains(SwedishDates.Iso(Meetings[3].Date), await Read(path, Meetings[1].Date, draft));
        }
    }

    [Fact]
    public async Task The_next_meeting_has_its_time_place_purpose_agenda_and_sentence()
    {
        var html = await Read("/nord/styrgrupp/next", Meetings[1].Date);
        foreach (var said in new[]
        {
            SwedishDates.Long(Meetings[1].Date), "klockan 09:00–10:00", "Kommunhuset i Nödinge", "Hålla ihop arbetet.",
            "Läget i kommunerna", "”fyra gånger per år”, Uppdrag, rad 7",
        })
        {
            Assert.Contains(said, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_the_last_meeting_none_is_planned_until_the_next_year_is_published()
    {
        var evening = Meetings[^1].Date.PlusDays(1);
        Assert.Contains("Inget möte är planerat", await Read("/nord/styrgrupp/next", evening));
        await using var pages = await PublishedPages.Start([Year, Published(2028)], Morning(evening));
        using var http = new HttpClient();
        Assert.Matches("datetime=\"2028-", await http.GetStringAsync(new Uri(pages.Address, "/nord/styrgrupp/next")));
        Assert.Contains("Möten 2028", await http.GetStringAsync(new Uri(pages.Address, "/nord/styrgrupp")));
    }

    [Fact]
    public async Task A_sentence_has_its_words_its_place_its_count_and_its_verdict()
    {
        var html = await Read("/nord/styrgrupp", Meetings[0].Date);
        Assert.Matches("”fyra gånger per år”</p></blockquote> <p class=\"source\">Uppdrag, rad 7</p>", html);
        Assert.Matches("Uppfylld</p> <p>4 planerade av 4</p>", html);
    }

    [Fact]
    public async Task In_a_running_year_what_nobody_has_seen_is_not_said_to_be_planned()
    {
        var summer = new LocalDate(2027, 8, 1);
        var input = Network.Year(2027, Network.Charter(Nord)) with { Today = summer, From = summer.PlusDays(1) };
        var year = new PublishedYear(Network.Plan(input), input, Instant.FromUtc(2027, 8, 1, 0, 0));
        var html = await Read("/nord/styrgrupp", summer, year);
        Assert.Matches("Uppfylld, om det som skulle ha varit blev av</p> <p>2 planerade, 2 antas hållna, av 4</p>", html);

        var bare = year with { Plan = year.Plan with { Meetings = [] } };
        html = await Read("/nord/styrgrupp", summer, bare);
        Assert.Contains("Inga möten är planerade från 2 augusti till årets slut.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Möts i regel", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_meeting_has_no_day_is_told_without_naming_who_is_busy()
    {
        var group = Year.Plan.Groups[0];
        var rule = group.Rules[0] with
        {
            Status = RuleStatus.Short, Planned = 3,
            Note = "1 möte fick inte plats 1 januari–31 mars: Karin Wikander är upptagen (12 dagar, 4 januari–19 mars)",
        };
        var crowded = Year with { Plan = Year.Plan with { Groups = [group with { Rules = [rule] }] } };
        var html = await Read("/nord/styrgrupp", Meetings[0].Date, crowded);
        Assert.Contains("1 möte fick inte plats 1 januari–31 mars.", html, StringComparison.Ordinal);
        Assert.Contains("För få", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wikander", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_asked_with_its_suggestion_marked_as_one() => Assert.Matches(
        "Vem kallar till mötena\\?</p> <p class=\"suggestion\">"
        + "<span class=\"tag proposed\">Förslag</span> Processledaren.</p>",
        await Read("/nord/styrgrupp", Meetings[0].Date));

    [Fact]
    public async Task One_subscribes_by_Outlook_Google_or_anything_that_knows_webcal()
    {
        var html = await Read("/nord/styrgrupp", Meetings[0].Date, address: new Uri("https://arshjul.nord.example"));
        const string Feed = "arshjul.nord.example/feeds/nord/styrgrupp.ics";
        var escaped = Uri.EscapeDataString(Feed);
        const string Outlook = "https://outlook.office.com/calendar/0/addfromweb";
        Assert.Contains($"\"{Outlook}?url=https%3A%2F%2F{escaped}&name=Styrgruppen\"", html);
        Assert.Contains($"\"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F{escaped}\"", html);
        Assert.Contains($"\"webcal://{Feed}\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"https://{Feed}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("når inte den här adressen", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://arshjul.nord.example")]
    [InlineData("https://localhost:5081")]
    public async Task A_service_out_of_reach_offers_no_button_that_cannot_work(string? address)
    {
        var html = await Read(
            "/nord/styrgrupp", Meetings[0].Date, address: address is null ? null : new Uri(address));
        Assert.Contains("når inte den här adressen", html, StringComparison.Ordinal);
        Assert.DoesNotContain("outlook.office.com", html, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar.google.com", html, StringComparison.Ordinal);
        Assert.Contains("webcal://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_publication_the_first_page_says_that_nothing_is_published()
    {
        await using var pages = await PublishedPages.Start([], Morning(Meetings[0].Date));
        using var http = new HttpClient();
        Assert.Contains("Inget år är publicerat än", await http.GetStringAsync(pages.Address));
        pages.Years.Use([Year]);
        Assert.Contains("Samverkansåret 2027", await http.GetStringAsync(pages.Address));
    }
}
