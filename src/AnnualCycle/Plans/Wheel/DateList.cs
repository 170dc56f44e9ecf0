namespace AnnualCycle.Plans.Wheel;

/// <summary>One line of the list beside the wheel.</summary>
/// <param name="Style">Heading of a section, name of a group, or its dates.</param>
/// <param name="Mark">Shape before the dates, or null.</param>
internal sealed record ListRow(RowStyle Style, string Text, Band? Band = null, WheelMark? Mark = null);

/// <summary>What a line of the list is.</summary>
internal enum RowStyle
{
    Section,
    Name,
    NameMore,
    Dates,
    Note,
}

/// <summary>How the list is set: size of letters, number of columns, and whether each date has its own line.</summary>
internal sealed record ListSetting(double Size, int Columns, bool LinePerDate)
{
    /// <summary>From roomy to dense; 10 units are 7 points on the A3 page, the smallest that is read on a wall.</summary>
    public static readonly IReadOnlyList<ListSetting> FromRoomy =
    [
        new(17, 1, true), new(15, 1, true), new(13, 1, true), new(13, 2, true), new(12, 2, true),
        new(15, 1, false), new(13, 1, false), new(13, 2, false), new(12, 2, false), new(11, 2, false), new(10, 2, false),
    ];

    public double RowHeight => Size * 1.34;

    public double Height(RowStyle style) => style switch
    {
        RowStyle.Section => Size * 2.3,
        RowStyle.Name => RowHeight + Size * 0.45,
        _ => RowHeight,
    };
}

/// <summary>Words the list beside the wheel: each group with its dates, in blocks that are not broken over columns.</summary>
internal sealed class DateList(Face face)
{
    /// <summary>A line per date is worth its room while a reader takes in the whole list at a glance.</summary>
    private const int MostSingleLines = 40;

    public bool SuitsLinePerDate => face.Year.Rings.Sum(ring => ring.Marks.Count) <= MostSingleLines;

    /// <summary>Indent of dates under the name, in font sizes.</summary>
    public static double Indent(ListSetting setting) => setting.Size * 2;

    public IReadOnlyList<IReadOnlyList<ListRow>> Blocks(ListSetting setting, double width)
    {
        List<IReadOnlyList<ListRow>> blocks = [];
        string? section = null;
        foreach (var band in face.Bands)
        {
            var heading = face.Sections.Count > 1 && (blocks.Count == 0 || band.Ring.Section != section);
            section = band.Ring.Section;
            blocks.Add([.. heading ? Heading(band, setting, width) : [], .. Rows(band, setting, width)]);
        }

        return blocks;
    }

    private static IEnumerable<ListRow> Heading(Band band, ListSetting setting, double width) =>
        [new(RowStyle.Section, Wording.Fit(band.Ring.Section ?? "Övriga", setting.Size * 1.15, width, true), band)];

    private static IEnumerable<ListRow> Rows(Band band, ListSetting setting, double width)
    {
        var room = width - Indent(setting);
        var names = Wording.Lines(band.Ring.Name, setting.Size, room, 2, true);
        var marks = band.Ring.Marks;
        return
        [
            .. names.Select((name, line) => new ListRow(line == 0 ? RowStyle.Name : RowStyle.NameMore, name, band)),
            .. marks.Count == 0 ? [new ListRow(RowStyle.Dates, "inga datum i år", band)]
                : setting.LinePerDate ? marks.Select(mark => Single(band, mark, setting, room - setting.Size * 1.4))
                : marks.GroupBy(mark => mark.Kind).SelectMany(kind => Joined(band, [.. kind], setting, room - setting.Size * 1.4)),
        ];
    }

    private static ListRow Single(Band band, WheelMark mark, ListSetting setting, double room)
    {
        var extra = MarkWords.Extra(band.Ring, mark);
        var text = extra.Length > 0 ? extra : mark.Kind == WheelMarkKind.Meeting ? "" : MarkWords.Kind(mark.Kind);
        var day = SwedishDay.WithWeekday(mark.Date);
        return new(RowStyle.Dates, Wording.Fit(text.Length == 0 ? day : $"{day}  {text}", setting.Size, room), band, mark);
    }

    private static IEnumerable<ListRow> Joined(Band band, IReadOnlyList<WheelMark> marks, ListSetting setting, double room)
    {
        var items = marks.Select(mark => Item(band, mark));
        return Wording.Wrap(items, " · ", setting.Size, room)
            .Select((line, index) => new ListRow(
                RowStyle.Dates, Wording.Fit(line, setting.Size, room), band, index == 0 ? marks[0] : null));
    }

    /// <summary>A meeting's date speaks for itself; a due day needs its reason.</summary>
    private static string Item(Band band, WheelMark mark)
    {
        var extra = mark.Kind is WheelMarkKind.Deadline or WheelMarkKind.Handover ? MarkWords.Extra(band.Ring, mark) : "";
        return extra.Length == 0 ? SwedishDay.Brief(mark.Date) : $"{SwedishDay.Brief(mark.Date)} {extra}";
    }
}
