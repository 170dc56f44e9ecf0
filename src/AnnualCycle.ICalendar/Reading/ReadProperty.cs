using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// A property as it stands in a file: every name and parameter is kept, known or not (RFC 5545, section 3.1). It is
/// taken apart when it is asked.
/// </summary>
public sealed class ReadProperty
{
    private readonly ReadCalendar _calendar;
    private readonly int _line;

    internal ReadProperty(ReadCalendar calendar, int line) => (_calendar, _line) = (calendar, line);

    /// <summary>The name in upper case.</summary>
    public string Name => TextValues.Upper(Content.Name);

    /// <summary>The parameters in order.</summary>
    public ImmutableArray<ReadParameter> Parameters => Content.Parameters();

    /// <summary>The value as written, escapes and all.</summary>
    public string Value => Encoding.UTF8.GetString(Content.Value);

    /// <summary>The value as one TEXT.</summary>
    public CalendarText Text => TextValues.Unescape(Content.Value);

    /// <summary>The value as a list of TEXT, blank ones left out.</summary>
    public ImmutableArray<CalendarText> Texts => TextValues.UnescapeList(Content.Value);

    /// <summary>The value as DATE or DATE-TIME, or null when it is none.</summary>
    public ReadTime? Time => _calendar.Time(Content);

    /// <summary>The value as DURATION, or null when it is none.</summary>
    public CalendarDuration? Duration => DurationParser.Parse(Content.Value);

    /// <summary>The value as the address of a participant: the mailbox of a mailto: URI, or null.</summary>
    public CalAddress? Address => CalAddress.TryParse(Value);

    /// <summary>Line in the file where it begins, from 1.</summary>
    public int Line => _calendar.Lines.Number(_line);

    /// <summary>Character in the unfolded line where the value begins, from 1.</summary>
    public int ValueColumn => ReadCalendar.Column(_calendar.Lines[_line], Content.ValueStart);

    /// <summary>One value of a list by the property's TZID.</summary>
    internal ReadTime? TimeOf(ReadOnlySpan<byte> value) => _calendar.Time(Content, value);

    internal ContentLine Content => new(_calendar.Lines[_line]);

    /// <summary>The first value of a parameter, empty when it has none, or null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
            if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter.Values.Length > 0 ? parameter.Values[0] : "";
        return null;
    }

    /// <summary>Name and value as written.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_calendar.Lines[_line]);
}

/// <summary>A parameter as it stands in a file (RFC 5545, section 3.2).</summary>
/// <param name="Name">The name in upper case.</param>
/// <param name="Values">The values, without quotes and with RFC 6868's carets undone.</param>
public sealed record ReadParameter(string Name, ImmutableArray<string> Values);
