using System.Collections.Immutable;

namespace AnnualCycle.ICalendar;

/// <summary>
/// A property as it stands in a file: every name and parameter is kept, known or not (RFC 5545, section 3.1).
/// </summary>
/// <param name="Name">The name in upper case.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Value">The value as written, escapes and all.</param>
/// <param name="Line">Line in the file where it begins, from 1.</param>
/// <param name="ValueColumn">Character in the unfolded line where the value begins, from 1.</param>
public sealed record ReadProperty(
    string Name, ImmutableArray<ReadParameter> Parameters, string Value, int Line, int ValueColumn)
{
    /// <summary>The first value of a parameter, or null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
            if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter.Values.Length > 0 ? parameter.Values[0] : "";
        return null;
    }

    /// <summary>The value as one TEXT.</summary>
    public CalendarText Text => TextValues.Unescape(Value);
}

/// <summary>A parameter as it stands in a file (RFC 5545, section 3.2).</summary>
/// <param name="Name">The name in upper case.</param>
/// <param name="Values">The values, without quotes and with RFC 6868's carets undone.</param>
public sealed record ReadParameter(string Name, ImmutableArray<string> Values);
