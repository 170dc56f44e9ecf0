using System.Globalization;

namespace AnnualCycle.Plans.Wheel;

/// <summary>Draws the right side of the page: heading, the groups with their dates, red days and breaks.</summary>
internal sealed class ListDrawing(Svg svg, Face face, double left, double width)
{
    private readonly ListColumns list = new(new DateList(face), width);

    public void Draw(double top, double bottom)
    {
        var y = Heading(top);
        var notes = new NoteDrawing(svg, face, left, width);
        var low = bottom;
        foreach (var setting in NoteDrawing.FromRoomy)
        {
            var noteTop = bottom - notes.Height(setting);
            if (list.Fit(noteTop - y, NoteDrawing.SmallestList(setting)))
            {
                notes.Draw(noteTop, setting);
                low = noteTop;
                break;
            }
        }

        List(y, low);
    }

    private double Heading(double top)
    {
        var y = top;
        var size = new[] { 36.0, 32, 28 }
            .FirstOrDefault(size => Wording.Width(face.Year.Title, size, true) <= width, 28);
        foreach (var line in Wording.Lines(face.Year.Title, size, width, 2, true))
        {
            y += size * 1.12;
            svg.Text(line, left, y, size, Palette.Ink, "700");
        }

        y += 4;
        foreach (var line in Wording.Lines(face.Year.Subtitle ?? "", 15, width, 2))
        {
            y += 21;
            svg.Text(line, left, y, 15, Palette.Quiet);
        }

        return y + 16;
    }

    private void List(double top, double bottom)
    {
        var (setting, columns) = list.Within(bottom - top);
        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            var y = top;
            foreach (var row in column)
            {
                y += setting.Height(row.Style);
                Row(row, setting, left + index * (list.ColumnWidth(setting) + ListColumns.Gap), y);
            }
        }
    }

    private void Row(ListRow row, ListSetting setting, double x, double y)
    {
        switch (row.Style)
        {
            case RowStyle.Section:
                Section(row, setting, x, y);
                break;
            case RowStyle.Family:
                svg.Text(row.Text, x, y, setting.Size, row.Band!.Colour, "600");
                break;
            case RowStyle.Name:
                Number(row.Band!, setting, x, y);
                goto case RowStyle.NameMore;
            case RowStyle.NameMore:
                Text(row.Text, setting, x + setting.Indent, y, true);
                break;
            case RowStyle.Dates:
                Dates(row, setting, x + setting.Indent, y);
                break;
            default:
                Text(row.Text, setting, x, y, false);
                break;
        }
    }

    private void Section(ListRow row, ListSetting setting, double x, double y)
    {
        var colour = row.Band!.Colour;
        svg.Text(row.Text, x, y - 2, setting.Size * 1.15, colour, "700");
        svg.Line((x, y + 3), (x + list.ColumnWidth(setting), y + 3), colour, 1.2);
    }

    private void Number(Band band, ListSetting setting, double x, double y)
    {
        if (face.Bands.Count == 1)
        {
            return;
        }

        var (wide, high) = (setting.Size * 1.5, setting.Size * 1.15);
        svg.Shape("rect", ("x", x), ("y", y - setting.Size * 0.93), ("width", wide), ("height", high), ("rx", 2),
            ("fill", band.Colour));
        var number = band.Number.ToString(CultureInfo.InvariantCulture);
        svg.Text(number, x + wide / 2, y, setting.Size, Palette.Paper, "600", "middle");
    }

    private void Dates(ListRow row, ListSetting setting, double x, double y)
    {
        if (row.Mark is { } mark)
        {
            svg.OpenAt((x - setting.Size, y - setting.Size * 0.35));
            MarkShape.Draw(svg, mark.Kind, mark.Certain, row.Band!.Colour, setting.Size * 0.38);
            svg.Close();
        }

        Text(row.Text, setting, x, y, setting.LinePerDate && row.Mark is not null);
        if (row.More.Length > 0)
        {
            Text(row.More, setting, x + setting.MoreIndent, y, false);
        }
    }

    private void Text(string text, ListSetting setting, double x, double y, bool bold) =>
        svg.Text(text, x, y, setting.Size, Palette.Ink, bold ? "600" : "400");
}
