using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>Takes one unfolded line apart: name, parameters, value (RFC 5545, section 3.1).</summary>
internal readonly ref struct ContentLine
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(":;"u8);
    private static readonly SearchValues<byte> QuoteOrColon = SearchValues.Create("\":"u8);

    private readonly ReadOnlySpan<byte> _line;
    private readonly int _nameEnd;
    private readonly int _colon;

    internal ContentLine(ReadOnlySpan<byte> line)
    {
        _line = line;
        _nameEnd = line.IndexOfAny(NameEnds);
        _colon = _nameEnd < 0 || line[_nameEnd] == ':'
            ? _nameEnd : ColonAfterParameters(line, _nameEnd, out HasOpenQuote);
    }

    /// <summary>True when a quotation mark never closes; the value is then taken from the first colon on.</summary>
    internal readonly bool HasOpenQuote;

    /// <summary>False when it is no content line: it has no name or no value.</summary>
    internal bool IsValid => _colon >= 0 && !Name.IsEmpty;

    /// <summary>Where it went wrong, in octets.</summary>
    internal int Mistake => _nameEnd < 0 ? _line.Length : _nameEnd == 0 ? 0 : _line.Length;

    internal ReadOnlySpan<byte> Name => _line[..Math.Max(0, _nameEnd)].Trim(" \t"u8);

    internal ReadOnlySpan<byte> Value => _line[ValueStart..];

    internal int ValueStart => _colon < 0 ? _line.Length : _colon + 1;

    private ReadOnlySpan<byte> ParameterPart =>
        _colon <= _nameEnd ? default : _line[(_nameEnd + 1).._colon];

    /// <summary>Whether a line has a name, without taking it apart.</summary>
    internal static bool HasName(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && line[name.Length] is (byte)':' or (byte)';'
        && Ascii.EqualsIgnoreCase(line[..name.Length], name);

    /// <summary>The first value of a parameter without quotes, carets not undone; empty when it is missing.</summary>
    internal ReadOnlySpan<byte> Parameter(ReadOnlySpan<byte> name)
    {
        for (var rest = ParameterPart; !rest.IsEmpty;)
        {
            var parameter = TakeUntil(ref rest, (byte)';');
            var equals = parameter.IndexOf((byte)'=');
            if (equals >= 0 && Ascii.EqualsIgnoreCase(parameter[..equals].Trim(" \t"u8), name))
                return Unquoted(TakeFirst(parameter[(equals + 1)..]));
        }
        return default;
    }

    internal ImmutableArray<ReadParameter> Parameters()
    {
        var all = ImmutableArray.CreateBuilder<ReadParameter>();
        for (var rest = ParameterPart; !rest.IsEmpty;)
        {
            var parameter = TakeUntil(ref rest, (byte)';');
            var equals = parameter.IndexOf((byte)'=');
            // vCalendar 1.0 writes bare values: kept as a name without a value
            var name = TextValues.Upper((equals < 0 ? parameter : parameter[..equals]).Trim(" \t"u8));
            if (name.Length > 0)
                all.Add(new ReadParameter(name, equals < 0 ? [] : Values(parameter[(equals + 1)..])));
        }
        return all.DrainToImmutable();
    }

    private static ImmutableArray<string> Values(ReadOnlySpan<byte> list)
    {
        var values = ImmutableArray.CreateBuilder<string>(1);
        do
            values.Add(TextValues.UnescapeCarets(Encoding.UTF8.GetString(Unquoted(TakeUntil(ref list, (byte)',')))));
        while (!list.IsEmpty);
        return values.DrainToImmutable();
    }

    private static ReadOnlySpan<byte> TakeFirst(ReadOnlySpan<byte> list) => TakeUntil(ref list, (byte)',');

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> value) => value.Trim(" \t"u8).Trim((byte)'"');

    /// <summary>Up to a separator that does not stand between quotation marks; the rest begins after it.</summary>
    private static ReadOnlySpan<byte> TakeUntil(scoped ref ReadOnlySpan<byte> rest, byte separator)
    {
        var quoted = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '"')
                quoted = !quoted;
            else if (rest[i] == separator && !quoted)
                return Split(ref rest, i);
        }
        // a quotation mark that never closes holds nothing together
        return Split(ref rest, quoted && rest.IndexOf(separator) is >= 0 and var at ? at : rest.Length);
    }

    private static ReadOnlySpan<byte> Split(scoped ref ReadOnlySpan<byte> rest, int at)
    {
        var taken = rest[..at];
        rest = at < rest.Length ? rest[(at + 1)..] : default;
        return taken;
    }

    private static int ColonAfterParameters(ReadOnlySpan<byte> line, int from, out bool openQuote)
    {
        openQuote = false;
        for (var at = from; ;)
        {
            var next = line[at..].IndexOfAny(QuoteOrColon);
            if (next < 0)
                return -1;
            at += next;
            if (line[at] == ':')
                return at;
            var close = line[(at + 1)..].IndexOf((byte)'"');
            if (close < 0)
            {
                openQuote = true;
                var colon = line[from..].IndexOf((byte)':');
                return colon < 0 ? -1 : from + colon;
            }
            at += close + 2;
        }
    }
}
