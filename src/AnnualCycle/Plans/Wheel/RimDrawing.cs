using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws what is common to all groups: months, weeks, red days, breaks and closed weeks.</summary>
internal sealed class RimDrawing(Svg svg, Face face, string id)
{
    private readonly Dial dial = face.Dial;

    public void Draw()
    {
        Months();
        Weeks();
        foreach (var (arc, index) in face.Periods.Select((arc, index) => (arc, index)))
        {
            Arc(arc, index);
        }
    }

    /// <summary>Over the rings: thin spokes between the months, and the red days.</summary>
    public void DrawAcross()
    {
        for (var month = 1; month <= 12; month++)
        {
            Spoke(dial.Start(new(dial.Year, month, 1)), face.Hub, face.RingsOuter, Palette.Paper, 1.6);
        }

        foreach (var day in face.Year.RedDays)
        {
            svg.Open("g", ("class", "red-day"));
            svg.Words("title", $"{SwedishDay.Full(day.Date)}: {day.Name} (röd dag)");
            Spoke(dial.Noon(day.Date), face.Hub, Face.WeeksInner, Palette.RedLine, 0.9);
            var (from, to) = (dial.Start(day.Date), dial.End(day.Date));
            svg.Shape("path", ("d", dial.Sector(from, to, Face.WeeksInner - 3, Face.WeeksInner + 3.5)),
                ("fill", Palette.Red));
            svg.Close();
        }
    }

    private void Months()
    {
        for (var month = 1; month <= 12; month++)
        {
            var first = new LocalDate(dial.Year, month, 1);
            var (from, to) = (dial.Start(first), dial.End(first.PlusMonths(1).PlusDays(-1)));
            svg.Shape("path", ("d", dial.Sector(from, to, Face.MonthsInner, Face.Rim)),
                ("fill", month % 2 == 1 ? Palette.MonthOdd : Palette.MonthEven));
            Along($"m{month}", SwedishDates.Month(month).ToUpperInvariant(), (from + to) / 2,
                (Face.MonthsInner + Face.Rim) / 2, 17, Palette.Ink, true);
        }
    }

    private void Weeks()
    {
        for (var day = dial.Whole.Start; day <= dial.Whole.End; day = day.With(DateAdjusters.Next(IsoDayOfWeek.Monday)))
        {
            var sunday = LocalDate.Min(day.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)), dial.Whole.End);
            Spoke(dial.Start(day), Face.WeeksInner, Face.MonthsInner, Palette.Line, 1);
            if (Period.DaysBetween(day, sunday) >= 1)
            {
                WeekNumber(WeekYearRules.Iso.GetWeekOfWeekYear(day), (dial.Start(day) + dial.End(sunday)) / 2);
            }
        }

        Circle(Face.MonthsInner, Palette.Line);
        Circle(Face.WeeksInner, Palette.Line);
    }

    private void WeekNumber(int week, double degrees)
    {
        svg.Words("text", week.ToString(CultureInfo.InvariantCulture),
            ("transform", Svg.Place(dial.At(degrees, (Face.WeeksInner + Face.MonthsInner) / 2), Dial.Upright(degrees))),
            ("y", 4.0), ("text-anchor", "middle"), ("font-size", 11), ("fill", Palette.Quiet));
    }

    private void Arc(PeriodArc arc, int index)
    {
        var (from, to) = (dial.Start(arc.Days.Start), dial.End(arc.Days.End));
        var (inner, outer) = (Face.LaneInner(arc.Lane), Face.LaneOuter(arc.Lane));
        svg.Open("g", ("class", "period"));
        svg.Words("title", arc.Text);
        svg.Shape("path", ("d", dial.Sector(from, to, inner, outer)), ("fill", Fill(arc)),
            ("stroke", Edge(arc.Kind)), ("stroke-width", 0.8));
        var room = (to - from) / 360 * 2 * Math.PI * (inner + outer) / 2 - 4;
        var label = new[] { arc.Name, arc.Label.TrimEnd('-') }
            .FirstOrDefault(name => Wording.Width(name, 10.5) <= room);
        if (label is not null)
        {
            Along($"p{index}", label, (from + to) / 2, (inner + outer) / 2, 10.5, Palette.Ink, false);
        }

        svg.Close();
    }

    private string Fill(PeriodArc arc) => (arc.Kind, arc.Certain) switch
    {
        (WheelPeriodKind.Closed, true) => Palette.Closed,
        (WheelPeriodKind.Closed, false) => $"url(#{id}-closed)",
        (_, true) => Palette.Break,
        (_, false) => $"url(#{id}-break)",
    };

    private static string Edge(WheelPeriodKind kind) =>
        kind == WheelPeriodKind.Closed ? Palette.ClosedEdge : Palette.BreakEdge;

    private void Along(string path, string text, double middle, double radius, double size, string colour, bool bold)
    {
        svg.Shape("path", ("id", $"{id}-{path}"), ("fill", "none"), ("d", dial.Baseline(middle, 40, radius, size)));
        svg.WordsAlong($"{id}-{path}", text, ("text-anchor", "middle"), ("font-size", size), ("fill", colour),
            ("font-weight", bold ? "600" : "400"), ("letter-spacing", bold ? "1.5" : "0"),
            ("paint-order", "stroke"), ("stroke", bold ? "none" : Palette.Paper), ("stroke-opacity", 0.75),
            ("stroke-width", 2.5));
    }

    private void Spoke(double degrees, double inner, double outer, string colour, double width) =>
        svg.Line(dial.At(degrees, inner), dial.At(degrees, outer), colour, width);

    private void Circle(double radius, string colour) => svg.Shape("circle",
        ("cx", dial.X), ("cy", dial.Y), ("r", radius), ("fill", "none"), ("stroke", colour), ("stroke-width", 1));
}
