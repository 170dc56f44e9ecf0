namespace AnnualCycle.Plans.Wheel;

/// <summary>One line of the list beside the wheel.</summary>
/// <param name="More">What the day is for, in a column of its own; empty when dates are joined.</param>
/// <param name="Mark">Whose shape stands before the line, or null.</param>
internal sealed record ListRow(
    RowStyle Style, string Text, string More = "", Band? Band = null, WheelMark? Mark = null);

/// <summary>What a line of the list is.</summary>
internal enum RowStyle
{
    /// <summary>A collaboration.</summary>
    Section,

    /// <summary>The words that the following groups share.</summary>
    Family,

    /// <summary>First line of a group's name, with its number.</summary>
    Name,

    /// <summary>Second line of a group's name.</summary>
    NameMore,

    /// <summary>Dates.</summary>
    Dates,

    /// <summary>A remark on the list itself.</summary>
    Note,
}

/// <summary>How the list is set: size of letters, number of columns, and whether each date has its own line.</summary>
internal sealed record ListSetting(double Size, int Columns, bool LinePerDate)
{
    /// <summary>From roomy to dense; 10 units are 7 points on the A3 page, the smallest read on a wall.</summary>
    public static readonly IReadOnlyList<ListSetting> FromRoomy =
    [
        new(18, 1, true), new(16, 1, true), new(14, 1, true), new(13, 1, true), new(12, 1, true),
        new(16, 1, false), new(14, 1, false), new(13, 2, false), new(12, 2, false),
        new(11.5, 2, false), new(11, 2, false), new(10.5, 2, false), new(10, 2, false),
    ];

    /// <summary>Where names and dates begin: right of the number and the shapes.</summary>
    public double Indent => Size * 2;

    /// <summary>Where the purpose begins on a line of its own date, right of "tis 9 feb, v. 6".</summary>
    public double MoreIndent => Size * 8.6;

    public double RowHeight => Size * 1.36;

    public double Height(RowStyle style) => style switch
    {
        RowStyle.Section => Size * 2.4,
        RowStyle.Family => Size * 1.9,
        RowStyle.Name => RowHeight + Size * 0.4,
        _ => RowHeight,
    };
}

/// <summary>Words the list beside the wheel: each group with its dates, in blocks that stay together.</summary>
internal sealed class DateList(Face face)
{
    /// <summary>A line per date is worth its room while a reader takes in the whole list at a glance.</summary>
    private const int MostSingleLines = 40;

    public bool SuitsLinePerDate => face.Year.Rings.Sum(ring => ring.Marks.Count) <= MostSingleLines;

    public IReadOnlyList<IReadOnlyList<ListRow>> Blocks(ListSetting setting, double width)
    {
        List<IReadOnlyList<ListRow>> blocks = [];
        var bands = new Queue<Band>(face.Bands);
        string? section = null;
        foreach (var family in face.Families)
        {
            var headed = face.Sections.Count > 1 && (blocks.Count == 0 || family.Rings[0].Section != section);
            section = family.Rings[0].Section;
            foreach (var ring in family.Rings)
            {
                var band = bands.Dequeue();
                var rows = Rows(band, family, setting, width - setting.Indent);
                blocks.Add(ReferenceEquals(ring, family.Rings[0])
                    ? [.. Heading(family, headed, band, setting, width), .. rows]
                    : [.. rows]);
            }
        }

        return blocks;
    }

    private static IEnumerable<ListRow> Heading(
        RingFamily family, bool headed, Band band, ListSetting setting, double width)
    {
        if (headed)
        {
            var section = Wording.Fit(band.Ring.Section ?? "Övriga", setting.Size * 1.15, width, true);
            yield return new(RowStyle.Section, section, Band: band);
        }

        if (family.Shared.Length == 0)
        {
            yield break;
        }

        yield return new(RowStyle.Family, Wording.Fit(family.Shared + " …", setting.Size, width, true), Band: band);
        foreach (var row in Dates(band, family.Common, setting, width - setting.Indent))
        {
            yield return row;
        }
    }

    private static IEnumerable<ListRow> Rows(Band band, RingFamily family, ListSetting setting, double room)
    {
        var names = Wording.Lines(family.OwnName(band.Ring), setting.Size, room, 2, true)
            .Select((line, row) => new ListRow(row == 0 ? RowStyle.Name : RowStyle.NameMore, line, Band: band));
        return band.Ring.Marks.Count == 0
            ? names.Append(new ListRow(RowStyle.Dates, "inga datum", Band: band))
            : names.Concat(Dates(band, band.Ring.Marks.Except(family.Common), setting, room));
    }

    private static IEnumerable<ListRow> Dates(
        Band band, IEnumerable<WheelMark> marks, ListSetting setting, double room) => setting.LinePerDate
        ? marks.SelectMany(mark => Single(band, mark, setting, room))
        : marks.GroupBy(mark => (mark.Kind, mark.Certain, Reason: Reason(band, mark)))
            .OrderBy(same => same.Key.Kind).ThenByDescending(same => same.Key.Certain)
            .SelectMany(same => Joined(band, [.. same], setting, room));

    private static IEnumerable<ListRow> Single(Band band, WheelMark mark, ListSetting setting, double room)
    {
        var extra = MarkWords.Extra(band.Ring, mark);
        var more = extra.Length > 0 ? extra : mark.Kind == WheelMarkKind.Meeting ? "" : MarkWords.Kind(mark.Kind);
        var lines = Wording.Lines(more, setting.Size, room - setting.MoreIndent, 3);
        return
        [
            new(RowStyle.Dates, SwedishDay.WithWeekAndWeekday(mark.Date), lines.FirstOrDefault(""), band, mark),
            .. lines.Skip(1).Select(line => new ListRow(RowStyle.Dates, "", line, band)),
        ];
    }

    private static IEnumerable<ListRow> Joined(
        Band band, IReadOnlyList<WheelMark> marks, ListSetting setting, double room)
    {
        var reason = Reason(band, marks[0]);
        var dates = string.Join(" · ", marks.Select(mark => SwedishDay.Brief(mark.Date)));
        var lines = reason.Length == 0
            ? Wording.Wrap(dates.Split(" · "), " · ", setting.Size, room)
            : Wording.Lines($"{dates} {reason}", setting.Size, room, 2);
        return lines.Select((line, row) => new ListRow(
            RowStyle.Dates, line, Band: band, Mark: row == 0 ? marks[0] : null));
    }

    /// <summary>A meeting's date speaks for itself; a due day needs its reason.</summary>
    private static string Reason(Band band, WheelMark mark) =>
        mark.Kind is WheelMarkKind.Deadline or WheelMarkKind.Handover ? MarkWords.Extra(band.Ring, mark) : "";
}
