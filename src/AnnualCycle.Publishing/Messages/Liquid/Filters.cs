using System.Globalization;
using AnnualCycle.Plans;
using AnnualCycle.Publishing.Letters;
using NodaTime;

namespace AnnualCycle.Publishing.Messages.Liquid;

/// <summary>What can be done with a value on its way into a mail.</summary>
internal sealed class Filters(LetterDates dates)
{
    /// <summary>Each with what it takes: a day, a text, a list, or anything.</summary>
    public static IReadOnlyDictionary<string, (Type On, int Arguments)> All { get; } =
        new SortedDictionary<string, (Type, int)>(StringComparer.Ordinal)
        {
            ["short"] = (typeof(LocalDate), 0), ["day"] = (typeof(LocalDate), 0), ["week"] = (typeof(LocalDate), 0),
            ["upcase"] = (typeof(string), 0), ["downcase"] = (typeof(string), 0), ["join"] = (typeof(IEnumerable<object>), 1),
            ["default"] = (typeof(object), 1), ["count"] = (typeof(int), 2),
        };

    /// <summary>A value after a filter; a value that the filter is not for is as it was.</summary>
    public object? Apply(string name, object? value, IReadOnlyList<object?> arguments) => (name, value) switch
    {
        ("short", LocalDate day) => dates.Short(day),
        ("day", LocalDate day) => dates.Day(day),
        ("week", LocalDate day) => $"{SwedishDates.Week(day)}",
        ("upcase", string text) => text.ToUpperInvariant(),
        ("downcase", string text) => text.ToLowerInvariant(),
        ("join", IEnumerable<object> list) => string.Join(Text(arguments[0]), list.Select(Text)),
        ("default", null) => arguments[0],
        ("count", int number) => SwedishDates.Count(number, Text(arguments[0]), Text(arguments[1])),
        _ => value,
    };

    /// <summary>How a value is written when nothing else is said.</summary>
    public string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        LocalDate day => dates.Long(day),
        LocalTime time => SwedishDates.Clock(time),
        Uri link => link.IsAbsoluteUri ? link.AbsoluteUri : link.OriginalString,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
