using System.Globalization;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws the right side of the page: heading, the list of groups with their dates, red days and breaks.</summary>
internal sealed class ListDrawing(Svg svg, Face face, double left, double width)
{
    private const double ColumnGap = 22;
    private const double NoteSize = 10.5;
    private readonly DateList list = new(face);

    public void Draw(double top, double bottom)
    {
        var y = Heading(top);
        var notes = Notes();
        var notesTop = bottom - notes.Count * NoteSize * 1.4;
        if (!Fits(notesTop - 14 - y))
        {
            (notes, notesTop) = ([], bottom);
        }

        List(y, notesTop - 14);
        foreach (var (note, row) in notes.Select((note, row) => (note, row)))
        {
            svg.Words("text", note, ("x", left), ("y", notesTop + (row + 1) * NoteSize * 1.4), ("font-size", NoteSize),
                ("fill", Palette.Quiet));
        }
    }

    private double Heading(double top)
    {
        var y = top;
        foreach (var line in Wording.Lines(face.Year.Title, 34, width, 2, true))
        {
            y += 38;
            svg.Words("text", line, ("x", left), ("y", y), ("font-size", 34), ("font-weight", "700"), ("fill", Palette.Ink));
        }

        foreach (var line in Wording.Lines(face.Year.Subtitle ?? "", 15, width, 2))
        {
            y += 22;
            svg.Words("text", line, ("x", left), ("y", y), ("font-size", 15), ("fill", Palette.Quiet));
        }

        return y + 16;
    }

    private IReadOnlyList<string> Notes() =>
    [
        .. Paragraph("Röda dagar: ", face.Year.RedDays.Select(day => $"{SwedishDay.Brief(day.Date)} {day.Name}")),
        .. Paragraph("Lov och stängt: ", face.Periods.Select(arc => arc.Text)),
    ];

    private IReadOnlyList<string> Paragraph(string lead, IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? [] : Wording.Wrap([lead + all[0], .. all.Skip(1)], " · ", NoteSize, width)
            .Select(line => Wording.Fit(line, NoteSize, width)).ToList();
    }

    private bool Fits(double height) => Settings().Any(setting => Columns(setting, height) is not null);

    private IEnumerable<ListSetting> Settings() =>
        ListSetting.FromRoomy.Where(setting => !setting.LinePerDate || list.SuitsLinePerDate);

    private void List(double top, double bottom)
    {
        var (setting, columns) = Settings().Select(setting => (setting, Columns(setting, bottom - top)))
            .FirstOrDefault(tried => tried.Item2 is not null);
        if (columns is null)
        {
            setting = ListSetting.FromRoomy[^1];
            columns = Shortened(setting, bottom - top);
        }

        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            var y = top;
            foreach (var row in column)
            {
                y += setting.Height(row.Style);
                Row(row, setting, left + index * (ColumnWidth(setting) + ColumnGap), y);
            }
        }
    }

    private double ColumnWidth(ListSetting setting) => (width - (setting.Columns - 1) * ColumnGap) / setting.Columns;

    /// <summary>The blocks spread over the columns, evenly where they leave room; null when they do not fit.</summary>
    private IReadOnlyList<IReadOnlyList<ListRow>>? Columns(ListSetting setting, double height)
    {
        var blocks = list.Blocks(setting, ColumnWidth(setting));
        var even = blocks.Sum(block => Height(block, setting)) / setting.Columns;
        for (var room = even; room < height; room += setting.RowHeight)
        {
            if (Spread(blocks, setting, room) is { } columns)
            {
                return columns;
            }
        }

        return Spread(blocks, setting, height);
    }

    private static List<List<ListRow>>? Spread(
        IReadOnlyList<IReadOnlyList<ListRow>> blocks, ListSetting setting, double room)
    {
        List<List<ListRow>> columns = [[]];
        foreach (var block in blocks)
        {
            if (Height([.. columns[^1], .. block], setting) > room && columns[^1].Count > 0)
            {
                columns.Add([]);
            }

            columns[^1].AddRange(block);
        }

        return columns.Count <= setting.Columns && columns.All(column => Height(column, setting) <= room) ? columns : null;
    }

    /// <summary>When even the densest list is too long: what fits, and how many groups are left out.</summary>
    private IReadOnlyList<IReadOnlyList<ListRow>> Shortened(ListSetting setting, double height)
    {
        var blocks = list.Blocks(setting, ColumnWidth(setting));
        for (var kept = blocks.Count - 1; kept > 0; kept--)
        {
            ListRow rest = new(RowStyle.Note, $"… och {blocks.Count - kept} grupper till, se tabellen");
            if (Spread([.. blocks.Take(kept), [rest]], setting, height) is { } columns)
            {
                return columns;
            }
        }

        return [];
    }

    private static double Height(IEnumerable<ListRow> rows, ListSetting setting) =>
        rows.Sum(row => setting.Height(row.Style));

    private void Row(ListRow row, ListSetting setting, double x, double y)
    {
        switch (row.Style)
        {
            case RowStyle.Section:
                Section(row, setting, x, y);
                break;
            case RowStyle.Name:
                Number(row.Band!, setting, x, y);
                Text(row.Text, setting, x + DateList.Indent(setting), y, true);
                break;
            case RowStyle.NameMore:
                Text(row.Text, setting, x + DateList.Indent(setting), y, true);
                break;
            case RowStyle.Dates:
                Dates(row, setting, x + DateList.Indent(setting), y);
                break;
            default:
                Text(row.Text, setting, x, y, false);
                break;
        }
    }

    private void Section(ListRow row, ListSetting setting, double x, double y)
    {
        svg.Words("text", row.Text, ("x", x), ("y", y - 2), ("font-size", setting.Size * 1.15), ("font-weight", "700"),
            ("fill", row.Band!.Colour));
        svg.Shape("line", ("x1", x), ("y1", y + 3), ("x2", x + ColumnWidth(setting)), ("y2", y + 3),
            ("stroke", row.Band.Colour), ("stroke-width", 1.2));
    }

    private void Number(Band band, ListSetting setting, double x, double y)
    {
        var (wide, high) = (setting.Size * 1.5, setting.Size * 1.15);
        svg.Shape("rect", ("x", x), ("y", y - setting.Size * 0.93), ("width", wide), ("height", high), ("rx", 2), ("fill", band.Colour));
        svg.Words("text", band.Number.ToString(CultureInfo.InvariantCulture), ("x", x + wide / 2), ("y", y),
            ("text-anchor", "middle"), ("font-size", setting.Size * 0.92), ("font-weight", "600"), ("fill", Palette.Paper));
    }

    private void Dates(ListRow row, ListSetting setting, double x, double y)
    {
        if (row.Mark is { } mark)
        {
            svg.Open("g", ("transform", $"translate({Svg.Number(x + setting.Size * 0.4)} {Svg.Number(y - setting.Size * 0.34)})"));
            MarkShape.Draw(svg, mark.Kind, mark.Certain, row.Band!.Colour, setting.Size * 0.38);
            svg.Close();
        }

        Text(row.Text, setting, x + setting.Size * 1.2, y, false);
    }

    private void Text(string text, ListSetting setting, double x, double y, bool bold) => svg.Words(
        "text", text, ("x", x), ("y", y), ("font-size", setting.Size), ("font-weight", bold ? "600" : "400"), ("fill", Palette.Ink));
}
