using System.Globalization;
using System.Xml.Linq;
using AnnualCycle.Charters;
using AnnualCycle.People;
using AnnualCycle.Plans;
using AnnualCycle.Plans.Load;
using AnnualCycle.Testing;
using NodaTime;

namespace AnnualCycle.Tests.Plans.Load;

/// <summary>Who sits in too many groups, and what a year asks of a person.</summary>
public sealed class LoadTests
{
    private static readonly Collaboration Nord = Network.Charter("""
        collaboration: Nord
        charter: { document: Uppdrag }
        groups:
          - { id: a, name: A, seats: [chef, { seat: gast, required: false }], meetings: [] }
          - { id: b, name: B, seats: [a.chef], meetings: [] }
          - { id: c, name: C, seats: [{ seat: chef, substitute: true }], meetings: [] }
        """);

    private static readonly Membership Eva = Person("nord/a.chef", "Eva Ek");

    [Fact]
    public void A_meeting_counts_once_for_each_who_is_waited_for_on_that_day()
    {
        var load = Of([Eva, Person("nord/a.gast", "Bo Ek"), Person("nord/c.chef", "Dag Ek") with { Substitute = true }],
            Meeting("a", 2, 9), Meeting("b", 2, 10), Meeting("a,b", 3, 1), Meeting("c", 3, 2),
            Meeting("b", 4, 1) with { Status = MeetingStatus.Cancelled });

        Assert.Equal(["Eva Ek", "Bo Ek"], load.Persons.Select(person => person.Name));
        Assert.Equal((3, 0), (load.Persons[0].Meetings, load.Persons[1].Meetings));
        Assert.Equal([0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], load.Persons[0].Months);
        Assert.Equal(["A", "B"], load.Persons[0].Groups);
        Assert.Equal(["A"], load.Persons[1].Groups);
    }

    [Fact]
    public void Who_leaves_the_seat_in_spring_has_no_meetings_in_autumn()
    {
        var next = Person("nord/a.chef", "Ny Ek") with { From = new LocalDate(2027, 7, 1) };
        var load = Of([Eva with { To = new LocalDate(2027, 6, 30) }, next],
            Meeting("a", 3, 1), Meeting("a", 9, 1), Meeting("a", 10, 1));
        Assert.Equal([("Ny Ek", 2), ("Eva Ek", 1)], load.Persons.Select(person => (person.Name, person.Meetings)));
    }

    [Fact]
    public void A_week_with_more_than_the_planner_wants_is_heavy_and_every_week_of_the_year_is_there()
    {
        var load = Of([Eva], [.. Days("a", 2, 8, 4), Meeting("b", 1, 1), Meeting("b", 12, 31)]);
        var person = Assert.Single(load.Persons);
        Assert.Equal(3, person.Limit);
        Assert.Equal([new WeekLoad(new LocalDate(2027, 2, 8), 4)], person.HeavyWeeks);
        // 1 January 2027 is in week 53 of 2026.
        Assert.Equal((53, new LocalDate(2026, 12, 28)), (person.Weeks.Count, person.Weeks[0].Monday));
        Assert.Equal(person.Meetings, person.Weeks.Sum(week => week.Meetings));
        Assert.Contains("Veckor med fler än 3 möten: v. 6 (4)", string.Join('\n', LoadTable.Lines(person, 2027)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void From_five_groups_on_somebody_sits_in_many()
    {
        var load = new PersonLoad("e@nord.example", "Eva Ek", ["A", "B", "C", "D", "E"], new int[12], [], 3);
        Assert.True(load.SitsInMany);
        Assert.False((load with { Groups = ["A", "B", "C", "D"] }).SitsInMany);
        Assert.Equal("Sitter i många grupper (5 eller fler): Eva Ek (5).",
            LoadTable.Lines(new YearLoad(2027, [load])).Last());
    }

    [Fact]
    public void The_pictures_say_in_words_what_they_show_and_hold_neither_style_nor_script()
    {
        var load = Of([Eva with { Name = "<script>Eva & \"Ek\"" }], [.. Days("a", 2, 8, 5)]);
        foreach (var picture in new[] { LoadPicture.Persons(load), LoadPicture.Person(load.Persons[0], 2027) })
        {
            var svg = XElement.Parse(picture);
            var ids = svg.Elements().Where(element => element.Name.LocalName is "title" or "desc")
                .Select(element => element.Attribute("id")!.Value).ToList();
            Assert.Equal(("img", string.Join(' ', ids)),
                (svg.Attribute("role")!.Value, svg.Attribute("aria-labelledby")!.Value));
            Assert.All(svg.Elements().Take(2), words => Assert.NotEmpty(words.Value));
            Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "style"
                || element.Attribute("style") is not null);
        }
    }

    // WCAG 2.2, 1.4.3: every text against every colour that it may stand on.
    [Fact]
    public void Every_text_of_the_pictures_can_be_read_on_what_is_under_it()
    {
        var load = Of([Eva, Person("nord/c.chef", "Bo Ek")],
            [.. Days("a", 2, 1, 9), .. Days("c", 5, 1, 3)]);
        foreach (var picture in new[] { LoadPicture.Persons(load), LoadPicture.Person(load.Persons[0], 2027) })
        {
            var shapes = XElement.Parse(picture).Descendants()
                .Where(element => element.Name.LocalName is "rect" or "text").ToList();
            var texts = shapes.Where(element => element.Name.LocalName == "text").ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, text => Assert.True(Contrast(Fill(text), Under(text, shapes)) >= 4.5, text.ToString()));
        }
    }

    private static string Under(XElement text, List<XElement> shapes)
    {
        var (x, y) = (Number(text, "x"), Number(text, "y") - 4);
        return Fill(shapes.TakeWhile(shape => shape != text).Last(shape => shape.Name.LocalName == "rect"
            && Number(shape, "x") <= x && x <= Number(shape, "x") + Number(shape, "width")
            && Number(shape, "y") <= y && y <= Number(shape, "y") + Number(shape, "height")));
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);

    private static string Fill(XElement element) => element.Attribute("fill")!.Value;

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour[1..]).Select(part => part / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static YearLoad Of(IReadOnlyList<Membership> people, params PlannedMeeting[] meetings) => YearLoad.Of(
        new Plan(2027, new PlanScore(0, 0, 0, null, null), [], [], meetings, [], []), [Nord], people);

    private static IEnumerable<PlannedMeeting> Days(string group, int month, int first, int count) =>
        Enumerable.Range(first, count).Select(day => Meeting(group, month, day));

    private static PlannedMeeting Meeting(string groups, int month, int day) => new(
        $"{groups}-{month}-{day}", $"{groups}-{month}-{day}@nord.example",
        [.. groups.Split(',').Select(group => $"nord/{group}")],
        new LocalDate(2027, month, day), new LocalTime(9, 0), new LocalTime(10, 0), "Möte", $"nord/{groups}/ordinarie",
        MeetingStatus.Proposed) { Kind = MeetingKind.Ordinary };

    private static Membership Person(string seat, string name) =>
        new(seat, name, $"{name.ToLowerInvariant().Replace(' ', '.')}@nord.example", null, null, null, null);
}
