using AnnualCycle.Plans.Wheel;

namespace AnnualCycle.Plans.Load;

/// <summary>Draws a row of twelve months for each of many persons.</summary>
internal sealed class MonthRows(YearLoad load)
{
    public const double Width = 960;
    private const double Left = 16, Top = 76, Row = 24, Names = 250, Groups = 60, Cell = 42, Last = 60;

    // The darkest cell is light enough to read ink on.
    private const double Darkest = 0.45;

    private readonly int _most = Math.Max(1, load.Persons.SelectMany(person => person.Months).DefaultIfEmpty(1).Max());

    public double Height => Top + load.Persons.Count * Row + 16;

    public void Draw(Svg svg)
    {
        svg.Text($"Möten månad för månad {load.Year}", Left, 28, 17, Palette.Ink, "600");
        Head(svg);
        for (var row = 0; row < load.Persons.Count; row++)
        {
            Person(svg, load.Persons[row], Top + row * Row);
        }
    }

    private static void Head(Svg svg)
    {
        svg.Text("Namn", Left, Top - 10, 12, Palette.Quiet);
        svg.Centred("grupper", Left + Names + Groups / 2, Top - 14, 12, Palette.Quiet, "400");
        for (var month = 1; month <= 12; month++)
        {
            svg.Centred(SwedishDates.Month(month)[..3], MonthAt(month) + Cell / 2, Top - 14, 12, Palette.Quiet, "400");
        }

        svg.Centred("möten", MonthAt(13) + Last / 2, Top - 14, 12, Palette.Quiet, "400");
        svg.Centred("tunga v.", MonthAt(13) + Last * 1.5, Top - 14, 12, Palette.Quiet, "400");
    }

    private void Person(Svg svg, PersonLoad person, double y)
    {
        var middle = y + Row / 2;
        svg.Text(Short(person.Name), Left, middle + 4.5, 13, Palette.Ink);
        svg.Centred($"{person.Groups.Count}{(person.SitsInMany ? " ●" : "")}", Left + Names + Groups / 2, middle, 13,
            Palette.Ink, person.SitsInMany ? "700" : "400");
        for (var month = 1; month <= 12; month++)
        {
            Month(svg, person.Months[month - 1], MonthAt(month), y);
        }

        var heavy = person.HeavyWeeks.Count();
        svg.Centred($"{person.Meetings}", MonthAt(13) + Last / 2, middle, 13, Palette.Ink);
        svg.Centred(heavy == 0 ? "–" : $"{heavy}", MonthAt(13) + Last * 1.5, middle, 13,
            heavy == 0 ? Palette.Quiet : Palette.Red, heavy == 0 ? "400" : "700");
    }

    private void Month(Svg svg, int meetings, double x, double y)
    {
        svg.Shape("rect", ("x", x + 1), ("y", y + 1), ("width", Cell - 2), ("height", Row - 2),
            ("fill", Palette.Tint(Palette.Ring(0), Darkest * meetings / _most)), ("stroke", Palette.Line));
        if (meetings > 0)
        {
            svg.Centred($"{meetings}", x + Cell / 2, y + Row / 2, 12, Palette.Ink, "400");
        }
    }

    private static double MonthAt(int month) => Left + Names + Groups + (month - 1) * Cell;

    private static string Short(string name) => name.Length <= 34 ? name : name[..33] + "…";
}
