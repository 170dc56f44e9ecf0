using System.Text;

namespace AnnualCycle.Csv;

/// <summary>
/// A table that people keep in a spreadsheet: RFC 4180, first row names the columns, comma or semicolon between.
/// </summary>
public sealed class CsvTable
{
    private readonly IReadOnlyDictionary<string, int> _columns;

    private CsvTable(IReadOnlyDictionary<string, int> columns, IReadOnlyList<CsvRow> rows) =>
        (_columns, Rows) = (columns, rows);

    public IReadOnlyList<CsvRow> Rows { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>
    /// Reads a table; a missing column of <paramref name="required"/> and an unknown one are mistakes.
    /// </summary>
    /// <param name="file">The name that mistakes carry.</param>
    /// <param name="optional">Columns that may be there; null when any may.</param>
    /// <returns>Null when the table cannot be used at all.</returns>
    public static CsvTable? Read(
        string file, string text, IReadOnlyList<string> required,
        IReadOnlyList<string>? optional, ICollection<Mistake> mistakes)
    {
        var records = new CsvScanner(text.TrimStart('\uFEFF')).Records().ToList();
        if (records.Count == 0)
        {
            mistakes.Add(new Mistake(file, 0, "filen är tom", $"Första raden ska vara {string.Join(",", required)}"));
            return null;
        }

        var columns = Columns(records[0].Cells);
        var missing = required.Where(name => !columns.ContainsKey(name)).ToList();
        foreach (var name in missing)
        {
            mistakes.Add(new Mistake(file, 1, $"kolumnen ”{name}” saknas", Suggestion.Advice(name, columns.Keys)));
        }

        foreach (var name in columns.Keys
            .Where(name => optional is not null && !required.Contains(name) && !optional.Contains(name)))
        {
            mistakes.Add(new Mistake(file, 1, $"okänd kolumn ”{name}”",
                Suggestion.Advice(name, [.. required, .. optional ?? []])));
        }

        var rows = records.Skip(1).Select(record => new CsvRow(file, record.Line, record.Cells, columns, mistakes));
        return missing.Count > 0 ? null : new CsvTable(columns, [.. rows]);
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<string> head)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < head.Count; i++)
        {
            columns.TryAdd(head[i].Trim(), i);
        }

        return columns;
    }

    /// <summary>
    /// Rows as RFC 4180 text; a cell that a spreadsheet would run as a formula gets an apostrophe before it.
    /// </summary>
    /// <param name="separator">Semicolon for spreadsheets in Swedish, which put a line with commas into one cell.</param>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows, char separator = ',')
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(separator, row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        var safe = SafeCell.Write(value);
        return safe.AsSpan().IndexOfAny("\",;\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
