using System.Text;

namespace AnnualCycle.Csv;

/// <summary>
/// Cuts CSV text into records and cells (RFC 4180 section 2), with a semicolon between where the head has one.
/// </summary>
internal sealed class CsvScanner
{
    private readonly string _text;
    private readonly char _between;
    private int _at;
    private int _line = 1;

    public CsvScanner(string text)
    {
        _text = text;
        var head = text.AsSpan(0, Math.Max(0, text.IndexOf('\n') is var end && end >= 0 ? end : text.Length));
        _between = head.Contains(';') && !head.Contains(',') ? ';' : ',';
    }

    /// <summary>Records that hold something, with the line where each begins.</summary>
    public IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records()
    {
        while (_at < _text.Length)
        {
            var line = _line;
            var cells = Record();
            if (cells.Any(cell => cell.Trim().Length > 0))
            {
                yield return (line, cells);
            }
        }
    }

    private List<string> Record()
    {
        var cells = new List<string> { Cell() };
        while (_at < _text.Length && _text[_at] == _between)
        {
            _at++;
            cells.Add(Cell());
        }

        EndLine();
        return cells;
    }

    private void EndLine()
    {
        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '\n')
        {
            _at++;
        }

        _line++;
    }

    private string Cell()
    {
        var cell = new StringBuilder();
        var quoted = _at < _text.Length && _text[_at] == '"';
        _at += quoted ? 1 : 0;
        while (_at < _text.Length && !Ends(quoted))
        {
            _line += quoted && _text[_at] == '\n' ? 1 : 0;
            _at += quoted && _text[_at] == '"' ? 1 : 0;
            cell.Append(_text[_at++]);
        }

        _at += quoted && _at < _text.Length ? 1 : 0;
        return cell.ToString();
    }

    // In quotation marks a cell ends at a mark that no second one follows.
    private bool Ends(bool quoted) => quoted
        ? _text[_at] == '"' && (_at + 1 >= _text.Length || _text[_at + 1] != '"')
        : _text[_at] == _between || _text[_at] is '\n' or '\r';
}
