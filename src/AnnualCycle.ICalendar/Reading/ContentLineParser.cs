using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>Takes one unfolded line apart: name, parameters, value (RFC 5545, section 3.1).</summary>
internal ref struct ContentLineParser(string text, int line)
{
    private readonly string _text = text;
    private readonly int _line = line;
    private int _at;

    /// <summary>
    /// The property, or null when the line is none; <see cref="Column"/> then says where it went wrong.
    /// </summary>
    internal ReadProperty? Parse()
    {
        var name = TakeName();
        var parameters = ImmutableArray.CreateBuilder<ReadParameter>();
        while (name.Length > 0 && Take(';'))
            if (TakeParameter() is { } parameter)
                parameters.Add(parameter);
        return name.Length == 0 || !Take(':')
            ? null
            : new ReadProperty(name, parameters.DrainToImmutable(), _text[_at..], _line, Column);
    }

    /// <summary>How far it has read, from 1.</summary>
    internal readonly int Column => _at + 1;

    private ReadParameter? TakeParameter()
    {
        var name = TakeName();
        if (!Take('=')) // vCalendar 1.0 writes bare values: kept as a name without a value
            return name.Length == 0 ? null : new ReadParameter(name, []);
        var values = ImmutableArray.CreateBuilder<string>(1);
        do
            values.Add(TextValues.UnescapeCarets(TakeValue()));
        while (Take(','));
        return new ReadParameter(name, values.DrainToImmutable());
    }

    private string TakeValue()
    {
        if (!Take('"'))
            return TakeUntil(",;:");
        var value = TakeUntil("\"");
        Take('"');
        return value + TakeUntil(",;:"); // what follows a closing quote belongs to nothing; kept rather than lost
    }

    private string TakeName() => TakeUntil(";:=,\"").Trim().ToUpperInvariant();

    private string TakeUntil(ReadOnlySpan<char> ends)
    {
        var rest = _text.AsSpan(_at);
        var end = rest.IndexOfAny(ends);
        var taken = end < 0 ? rest : rest[..end];
        _at += taken.Length;
        return taken.ToString();
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }
}
