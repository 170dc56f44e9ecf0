using System.Globalization;
using System.Xml.Linq;
using AnnualCycle.Plans.Wheel;
using AnnualCycle.Testing;
using NodaTime;
using static AnnualCycle.Tests.Plans.WheelYears;

namespace AnnualCycle.Tests.Plans;

public sealed class WheelTests
{
    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ];

    [Fact]
    public void A_small_year_is_drawn_as_it_hung_on_the_wall_last_time()
    {
        var stored = Path.Combine(Repository.Root, "tests/AnnualCycle.Tests/Plans/WheelSmallYear.svg");
        var drawn = AnnualWheel.Draw(Small());
        var beside = Path.Combine(AppContext.BaseDirectory, "WheelSmallYear.svg");
        File.WriteAllText(beside, drawn);
        Assert.True(File.ReadAllText(stored) == drawn, $"The wheel changed: see {beside}, store it if it is better.");
    }

    [Fact]
    public void The_same_year_gives_the_same_bytes_where_decimals_are_written_with_a_comma()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "−";
        var (first, again) = (AnnualWheel.Draw(Crowded(12)), "");
        var thread = new Thread(() => again = AnnualWheel.Draw(Crowded(12))) { CurrentCulture = comma };
        thread.Start();
        thread.Join();
        Assert.Equal(first, again);
    }

    [Fact]
    public void The_first_of_July_stands_opposite_New_Year()
    {
        var ring = new WheelRing("Styrgrupp", null, [Mark(1, 1), Mark(4, 1), Mark(7, 1), Mark(10, 1)]);
        var marks = Marks(Draw(Of(ring)));
        Assert.Equal([0.5, 89.3, 179, 269.8], marks.Select(mark => Math.Round(Degrees(mark), 1)));
    }

    [Fact]
    public void Meetings_a_day_apart_keep_their_day_and_only_share_the_thickness_of_the_ring()
    {
        var marks = Marks(Draw(Of(new WheelRing("Styrgrupp", null,
            [Mark(3, 9), Mark(3, 10), Mark(3, 10, "Rapport", WheelMarkKind.Deadline)]))));
        Assert.Equal([66.6, 67.6, 67.6], marks.Select(mark => Math.Round(Degrees(mark), 1)));
        Assert.Equal(3, marks.Select(mark => (string)mark.Attribute("transform")!).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(30)]
    [InlineData(60)]
    public void Every_meeting_can_be_pointed_at_and_heard(int groups)
    {
        var year = Crowded(groups);
        var svg = Draw(year);
        var heard = svg.Element(Svg + "desc")!.Value;
        var titles = Marks(svg).Select(Title).ToList();
        foreach (var (ring, mark) in year.Rings.SelectMany(ring => ring.Marks.Select(mark => (ring, mark))))
        {
            var (day, name) = ($"{mark.Date.Day} {Months[mark.Date.Month - 1]}", $"{ring.Name} ({ring.Section})");
            var kind = mark.Kind == WheelMarkKind.Deadline ? "Sista dag" : "Möte";
            Assert.Single(titles, title =>
                title.Contains($" {day}, vecka ") && title.Contains($": {name}. {kind}: {mark.Title}"));
            var own = heard[heard.IndexOf($"{name}: ", StringComparison.Ordinal)..];
            Assert.Contains($"{day} {kind}: {mark.Title}", own[..own.IndexOf('.', StringComparison.Ordinal)]);
        }

    }

    [Fact]
    public void The_description_reads_the_year_aloud_in_Swedish()
    {
        var svg = Draw(Small());
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("sv", (string?)svg.Attribute("lang"));
        var named = new[] { "title", "desc" }.Select(part => (string)svg.Element(Svg + part)!.Attribute("id")!);
        Assert.Equal(string.Join(' ', named), (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal(
            "Hjulet visar 2027 med januari överst och månaderna medurs: en grupp, 4 möten. Ledningsgrupp i samverkan: "
            + "9 februari Möte: Inför påsk; 18 maj Möte: Inför sommaren; 7 september Möte: Efter sommaren; "
            + "16 november Möte: Inför jul och nyår (preliminärt). "
            + "Röda dagar: 6 januari Trettondedag jul, 6 maj Kristi himmelsfärdsdag. "
            + "Lov och stängda veckor: Sportlov Ale, Tjörn (15–21 feb), Sommar (5 jul–8 aug), "
            + "Höstlov Ale (1–5 nov, inte fastställt). I dag är det torsdag 1 april, vecka 13.",
            svg.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void Only_breaks_that_are_not_published_are_hatched()
    {
        var svg = Draw(Small());
        var arcs = svg.Descendants(Svg + "g").Where(g => (string?)g.Attribute("class") == "period").ToList();
        Assert.Equal(3, arcs.Count);
        Assert.All(arcs, arc => Assert.Equal(
            Title(arc).Contains("inte fastställt"),
            ((string)arc.Element(Svg + "path")!.Attribute("fill")!).StartsWith("url(#", StringComparison.Ordinal)));
        var certain = Small() with { Periods = [.. Small().Periods.Where(period => period.Certain)] };
        Assert.DoesNotContain("pattern", AnnualWheel.Draw(certain));
    }

    [Fact]
    public void Names_that_look_like_markup_stay_names()
    {
        const string nasty = "<script>alert(\"1\")</script> & 'Grupp' \u0000\u0008\u202E\uD800\uFFFF ]]>";
        var year = Of(new WheelRing(nasty, nasty, [Mark(3, 9, nasty)]), new WheelRing("", " ", [])) with
        {
            Title = nasty,
            Subtitle = nasty,
            RedDays = [new(new LocalDate(2027, 1, 6), nasty)],
            Periods = [Break(nasty, 2, 15, 21, false)],
        };
        var svg = Draw(year);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Equal("<script>alert(\"1\")</script> & 'Grupp' ]]>", svg.Element(Svg + "title")!.Value);
    }

    [Theory]
    [InlineData(WheelSize.Page)]
    [InlineData(WheelSize.Square)]
    public void Nothing_is_fetched_and_nothing_runs(WheelSize size)
    {
        var svg = Draw(Small(), size);
        Assert.All(svg.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value));
        var attributes = svg.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName);
        Assert.DoesNotContain(attributes, name => name.StartsWith("on", StringComparison.Ordinal));
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(svg.Descendants().Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
    }

    [Fact]
    public void Week_53_of_the_old_year_begins_2027_and_no_week_is_missing()
    {
        var weeks = Draw(Small()).Descendants(Svg + "text")
            .Where(text => text.Attribute("transform") is not null)
            .Select(text => int.Parse(text.Value, CultureInfo.InvariantCulture));
        Assert.Equal([53, .. Enumerable.Range(1, 52)], weeks);
    }

    [Fact]
    public void A_joint_meeting_ties_the_rings_of_its_groups_together()
    {
        var joint = Mark(4, 15, "Ledning och politik", WheelMarkKind.JointMeeting);
        int Lines(params WheelRing[] rings) => Draw(Of(rings)).Descendants(Svg + "line").Count();
        var other = joint with { Title = "Annat" };
        var apart = Lines(new WheelRing("Ledning", null, [joint]), new("Politik", null, [other]));
        Assert.Equal(apart + 1, Lines(new WheelRing("Ledning", null, [joint]), new("Politik", null, [joint])));
    }

    [Fact]
    public void Another_years_dates_are_left_to_that_years_wheel()
    {
        var report = new WheelMark(new LocalDate(2028, 1, 12), WheelMarkKind.Deadline, "Årsrapport");
        var ring = new WheelRing("Styrgrupp", null, [Mark(12, 1), report]);
        var holidays = new DateInterval(new LocalDate(2027, 12, 20), new LocalDate(2028, 1, 9));
        var christmas = new WheelPeriod("Jul", WheelPeriodKind.Closed, holidays);
        var svg = Draw(Of(ring) with { Today = new LocalDate(2026, 11, 21), Periods = [christmas] });
        Assert.Single(Marks(svg));
        Assert.Contains("Jul (20–31 dec)", svg.Element(Svg + "desc")!.Value);
        Assert.DoesNotContain("i dag", svg.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_year_without_groups_is_still_a_calendar() =>
        Assert.Contains("0 grupper, 0 möten", Draw(Of()).Element(Svg + "desc")!.Value);

    [Fact]
    public void What_groups_of_a_kind_share_is_said_once_in_the_list()
    {
        WheelRing Local(string town) => new($"Lokal samverkansgrupp {town}", null,
            [Mark(3, town.Length, "Möte"), Mark(12, 10, "Terminsrapport", WheelMarkKind.Deadline)]);
        var svg = Draw(Of(Local("Ale"), Local("Borås"), Local("Karlshamn")));
        var texts = svg.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Single(texts, "Lokal samverkansgrupp …");
        Assert.Single(texts, "Terminsrapport");
        Assert.Contains("Karlshamn", texts);
    }

    [Fact]
    public void With_more_groups_than_the_page_holds_the_list_says_how_many_are_left_out()
    {
        var texts = Draw(Crowded(90)).Descendants(Svg + "text").Select(text => text.Value);
        Assert.Contains(texts, text => text.EndsWith("grupper till, se tabellen", StringComparison.Ordinal));
    }
}
