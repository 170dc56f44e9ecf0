namespace AnnualCycle.Plans.Wheel;

/// <summary>Sets the list in columns of a given height, with the largest letters that fit.</summary>
internal sealed class ListColumns(DateList list, double width)
{
    public const double Gap = 16;
    private readonly Dictionary<ListSetting, IReadOnlyList<IReadOnlyList<ListRow>>> worded = [];

    public double ColumnWidth(ListSetting setting) => (width - (setting.Columns - 1) * Gap) / setting.Columns;

    /// <summary>Whether all groups have room, set with letters no smaller than asked for.</summary>
    public bool Fit(double height, double smallest) =>
        Settings().FirstOrDefault(setting => Columns(setting, height) is not null) is { } roomiest
        && roomiest.Size >= smallest;

    /// <summary>The roomiest setting that fits, and its columns; where none does, the densest, shortened.</summary>
    public (ListSetting Setting, IReadOnlyList<IReadOnlyList<ListRow>> Columns) Within(double height)
    {
        foreach (var setting in Settings())
        {
            if (Columns(setting, height) is { } columns)
            {
                return (setting, columns);
            }
        }

        var densest = ListSetting.FromRoomy[^1];
        return (densest, Shortened(densest, height));
    }

    private IEnumerable<ListSetting> Settings() =>
        ListSetting.FromRoomy.Where(setting => !setting.LinePerDate || list.SuitsLinePerDate);

    private IReadOnlyList<IReadOnlyList<ListRow>> Blocks(ListSetting setting)
    {
        if (!worded.TryGetValue(setting, out var blocks))
        {
            worded[setting] = blocks = list.Blocks(setting, ColumnWidth(setting));
        }

        return blocks;
    }

    /// <summary>The blocks spread over the columns as evenly as they go; null when they do not fit.</summary>
    private List<List<ListRow>>? Columns(ListSetting setting, double height)
    {
        var blocks = Blocks(setting);
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
        var used = 0.0;
        foreach (var block in blocks)
        {
            var height = Height(block, setting);
            if (used > 0 && used + height > room)
            {
                (used, columns) = (0, [.. columns, []]);
            }

            if (columns.Count > setting.Columns || used + height > room)
            {
                return null;
            }

            used += height;
            columns[^1].AddRange(block);
        }

        return columns;
    }

    /// <summary>When even the densest list is too long: what fits, and how many groups are left out.</summary>
    private List<List<ListRow>> Shortened(ListSetting setting, double height)
    {
        var blocks = Blocks(setting);
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
}
