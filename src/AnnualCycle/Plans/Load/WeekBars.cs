using AnnualCycle.Calendars;
using AnnualCycle.Plans.Wheel;
using NodaTime;

namespace AnnualCycle.Plans.Load;

/// <summary>Draws one person's weeks over the months of a year.</summary>
internal sealed class WeekBars(PersonLoad load, int year)
{
    public const double Width = 960;
    private const double Left = 40, Top = 56, Step = 22, MonthBand = 24, Bottom = 44;

    private readonly int _most = Math.Max(load.Limit + 1, load.Weeks.Max(week => week.Meetings));

    public double Height => Base + MonthBand + Bottom;

    private double Base => Top + _most * Step;

    private double WeekWidth => (Width - Left - 16) / load.Weeks.Count;

    public void Draw(Svg svg)
    {
        svg.Text($"{load.Name} {year}", Left, 24, 17, Palette.Ink, "600");
        svg.Text($"{SwedishDates.Count(load.Meetings, "möte", "möten")} i "
            + SwedishDates.Count(load.Groups.Count, "grupp", "grupper"), Left, 43, 12.5, Palette.Quiet);
        Months(svg);
        Scale(svg);
        for (var week = 0; week < load.Weeks.Count; week++)
        {
            Bar(svg, load.Weeks[week], Left + week * WeekWidth);
        }

        var y = Base - load.Limit * Step;
        svg.Shape("line", ("x1", Left), ("y1", y), ("x2", Width - 16), ("y2", y), ("stroke", Palette.Red),
            ("stroke-width", 1.5), ("stroke-dasharray", "6 4"));
        svg.Text($"- - -  gräns: {load.Limit} möten i veckan", Width - 16, 43, 12.5, Palette.Red, "600", "end");
    }

    private void Months(Svg svg)
    {
        for (var month = 1; month <= 12; month++)
        {
            var (from, to) = (Edge(new LocalDate(year, month, 1)), Edge(new LocalDate(year, month, 1).PlusMonths(1)));
            svg.Shape("rect", ("x", from), ("y", Top), ("width", to - from), ("height", Base + MonthBand - Top),
                ("fill", month % 2 == 0 ? Palette.MonthEven : Palette.MonthOdd));
            svg.Centred(SwedishDates.Month(month)[..3], (from + to) / 2, Base + MonthBand / 2, 12, Palette.Ink, "400");
        }

        for (var week = 0; week < load.Weeks.Count; week += 4)
        {
            svg.Centred($"{IsoWeek.Of(load.Weeks[week].Monday)}", Left + (week + 0.5) * WeekWidth,
                Base + MonthBand + 14, 11, Palette.Quiet, "400");
        }
    }

    private void Scale(Svg svg)
    {
        for (var meetings = 0; meetings <= _most; meetings++)
        {
            var y = Base - meetings * Step;
            svg.Line((Left, y), (Width - 16, y), Palette.Line, 0.75);
            svg.Text($"{meetings}", Left - 8, y + 4, 11.5, Palette.Quiet, anchor: "end");
        }
    }

    // A week stands where its days do; a colour alone says nothing, so a heavy week has its number too.
    private void Bar(Svg svg, WeekLoad week, double x)
    {
        if (week.Meetings == 0)
        {
            return;
        }

        var (height, isHeavy) = (week.Meetings * Step, week.Meetings > load.Limit);
        svg.Open("g");
        svg.Words("title", $"{IsoWeek.Of(week.Monday)}: {SwedishDates.Count(week.Meetings, "möte", "möten")}");
        svg.Shape("rect", ("x", x + 1.5), ("y", Base - height), ("width", WeekWidth - 3), ("height", height),
            ("fill", isHeavy ? Palette.Red : Palette.Ring(0)));
        if (isHeavy)
        {
            svg.Centred($"{week.Meetings}", x + WeekWidth / 2, Base - height + 9, 11, Palette.Paper);
        }

        svg.Close();
    }

    // By days, so that a month's edge falls within its week.
    private double Edge(LocalDate day) => Math.Clamp(
        Left + Period.DaysBetween(load.Weeks[0].Monday, day) / 7.0 * WeekWidth, Left, Width - 16);
}
