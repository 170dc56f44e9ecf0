using System.Globalization;
using System.Xml.Linq;
using AnnualCycle.Plans.Wheel;
using NodaTime;

namespace AnnualCycle.Tests.Plans;

/// <summary>Years to draw in tests, and ways to read the drawing back.</summary>
internal static class WheelYears
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static WheelMark Mark(
        int month, int day, string title = "", WheelMarkKind kind = WheelMarkKind.Meeting, bool certain = true) =>
        new(new LocalDate(2027, month, day), kind, title, certain);

    public static WheelPeriod Break(string name, int month, int from, int to, bool certain = true) => new(
        name, WheelPeriodKind.SchoolBreak, new(new(2027, month, from), new LocalDate(2027, month, to)), certain);

    /// <summary>One group with four meetings, as a small collaboration has it.</summary>
    public static WheelYear Small() => Of(new WheelRing("Ledningsgrupp i samverkan", null,
    [
        Mark(2, 9, "Inför påsk"), Mark(5, 18, "Inför sommaren"), Mark(9, 7, "Efter sommaren"),
        Mark(11, 16, "Inför jul och nyår", certain: false),
    ])) with
    {
        Subtitle = "Samverkan i två kommuner",
        Today = new LocalDate(2027, 4, 1),
        RedDays = [new(new(2027, 1, 6), "Trettondedag jul"), new(new(2027, 5, 6), "Kristi himmelsfärdsdag")],
        Periods =
        [
            Break("Sportlov Ale", 2, 15, 21), Break("Sportlov Tjörn", 2, 15, 21), Break("Höstlov Ale", 11, 1, 5, false),
            new("Sommar", WheelPeriodKind.Closed, new(new LocalDate(2027, 7, 5), new LocalDate(2027, 8, 8))),
        ],
    };

    public static WheelYear Of(params WheelRing[] rings) => new(2027, "Årshjul 2027", null, null, rings, [], []);

    /// <summary>So many groups in five collaborations, each with six meetings and a report.</summary>
    public static WheelYear Crowded(int groups) => Of([.. Enumerable.Range(0, groups).Select(group => new WheelRing(
        $"Samverkansgrupp för barn, unga och äldre i kommun {group}", $"Samverkan {group * 5 / groups}",
        [
            .. new[] { 2, 3, 5, 9, 10, 11 }.Select(month => Mark(month, 1 + (group * 3 + month) % 28, $"Möte {group}")),
            Mark(12, 10, $"Rapport {group}", WheelMarkKind.Deadline),
        ]))]);

    public static XElement Draw(WheelYear year, WheelSize size = WheelSize.Page) =>
        XDocument.Parse(AnnualWheel.Draw(year, size)).Root!;

    public static IReadOnlyList<XElement> Marks(XElement svg) =>
        [.. svg.Descendants(Svg + "g").Where(g => (string?)g.Attribute("class") == "mark")];

    public static string Title(XElement element) => element.Element(Svg + "title")!.Value;

    /// <summary>Degrees clockwise from the top, seen from the middle of the wheel.</summary>
    public static double Degrees(XElement mark)
    {
        var place = ((string)mark.Attribute("transform")!)[10..^1].Split(' ')
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return (Math.Atan2(place[0] - 566, 594 - place[1]) * 180 / Math.PI + 360) % 360;
    }
}
