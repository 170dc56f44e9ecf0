using AnnualCycle.Plans.Wheel;

namespace AnnualCycle.Plans.Load;

/// <summary>
/// Draws load as SVG, for a page and for a file: one person's weeks, or many persons' months. Without style attributes
/// and scripts; the same load gives the same bytes. <see cref="LoadTable"/> says the same in words.
/// </summary>
public static class LoadPicture
{
    /// <summary>One person's year: a bar for each week, and a line at what the planner wants at most.</summary>
    public static string Person(PersonLoad load, int year)
    {
        var (svg, weeks) = (new Svg(), new WeekBars(load, year));
        var words = string.Join("; ", LoadTable.Lines(load, year).Select(line => line.Trim()));
        Open(svg, Svg.Identity("last", $"{year} {load.Email}"), (WeekBars.Width, weeks.Height),
            ($"{load.Name}: möten vecka för vecka {year}", words));
        weeks.Draw(svg);
        svg.Close();
        return svg.ToString();
    }

    /// <summary>A row for each person, most meetings first: groups, twelve months, the year, heavy weeks.</summary>
    public static string Persons(YearLoad load)
    {
        var (svg, rows) = (new Svg(), new MonthRows(load));
        var heavy = load.Persons.Count(person => person.HeavyWeeks.Any());
        Open(svg, Svg.Identity("last", $"{load.Year} {string.Join(' ', load.Persons.Select(person => person.Email))}"),
            (MonthRows.Width, rows.Height), ($"Möten månad för månad {load.Year}",
                $"{SwedishDates.Count(load.Persons.Count, "person", "personer")}, den med flest möten först. "
                + $"{heavy} har någon vecka över gränsen, {load.Persons.Count(person => person.SitsInMany)} sitter i "
                + $"{PersonLoad.ManyGroups} grupper eller fler. Samma uppgifter finns som tabell."));
        rows.Draw(svg);
        svg.Close();
        return svg.ToString();
    }

    private static void Open(Svg svg, string id, (double Width, double Height) size, (string Title, string Words) said)
    {
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("lang", "sv"), ("xml:lang", "sv"),
            ("aria-labelledby", $"{id}-title {id}-desc"),
            ("viewBox", $"0 0 {Svg.Number(size.Width)} {Svg.Number(size.Height)}"),
            ("width", size.Width), ("height", size.Height), ("font-family", AnnualWheel.Fonts));
        svg.Words("title", said.Title, ("id", $"{id}-title"));
        svg.Words("desc", said.Words, ("id", $"{id}-desc"));
        svg.Shape("rect", ("width", size.Width), ("height", size.Height), ("fill", Palette.Paper));
    }
}
