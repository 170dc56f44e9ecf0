using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Csv;

/// <summary>
/// One row of a table with its line; a value that is not what it should be notes a mistake and is null.
/// </summary>
public sealed class CsvRow(
    string file, int line, IReadOnlyList<string> cells,
    IReadOnlyDictionary<string, int> columns, ICollection<Mistake> mistakes)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>From 1.</summary>
    public int Line => line;

    /// <summary>
    /// The cell without spaces around it, and without the apostrophe that keeps a spreadsheet from running it; null
    /// when it is empty or the table lacks the column.
    /// </summary>
    public string? Text(string column) =>
        columns.TryGetValue(column, out var index) && index < cells.Count && cells[index].Trim() is { Length: > 0 } text
            ? SafeCell.Read(text) : null;

    public string? Required(string column)
    {
        var text = Text(column);
        if (text is null)
        {
            Mistake($"”{column}” är tom");
        }

        return text;
    }

    public LocalDate? Date(string column) => Parsed(column, LocalDatePattern.Iso, "ett datum, till exempel 2027-02-15");

    public LocalTime? Time(string column) => Parsed(column, Clock, "ett klockslag, till exempel 09:00");

    /// <summary>ja or nej, true or false, 1 or 0.</summary>
    public bool? Boolean(string column)
    {
        switch (Text(column)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "ja" or "true" or "1" or "yes":
                return true;
            case "nej" or "false" or "0" or "no":
                return false;
            default:
                Mistake($"”{Text(column)}” i {column} ska vara ja eller nej");
                return null;
        }
    }

    public void Mistake(string text, string? advice = null) => mistakes.Add(new Mistake(file, line, text, advice));

    private T? Parsed<T>(string column, IPattern<T> pattern, string expected)
        where T : struct
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (pattern.Parse(text) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Mistake($"”{text}” i {column} ska vara {expected}");
        return null;
    }
}
