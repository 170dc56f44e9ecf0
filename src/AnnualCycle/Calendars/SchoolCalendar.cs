namespace AnnualCycle.Calendars;

/// <summary>What the file school-breaks.yaml says: when each municipality's schools are closed.</summary>
public sealed class SchoolCalendar
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<BreakRule>> _rules;

    /// <param name="rules">For each municipality its own rules before those of its region.</param>
    internal SchoolCalendar(IReadOnlyDictionary<string, IReadOnlyList<BreakRule>> rules) => _rules = rules;

    /// <summary>Those whose breaks are known, in the order of the file.</summary>
    public IEnumerable<string> Municipalities => _rules.Keys;

    /// <summary>
    /// Every break with a day in the year, in order and whole: jullov may have begun the year before. Empty for a
    /// municipality that the file does not name.
    /// </summary>
    public IReadOnlyList<SchoolBreak> Breaks(int year, string municipality) =>
    [
        .. Enumerable.Range(year - 1, 3)
            .SelectMany(owner => SchoolBreak.Names.SelectMany(name => Owned(owner, municipality, name)))
            .Where(days => days.Days.Start.Year <= year && days.Days.End.Year >= year)
            .OrderBy(days => days.Days.Start),
    ];

    // What is stated for the year itself wins over every rule for all years.
    private IEnumerable<SchoolBreak> Owned(int year, string municipality, string name)
    {
        var rules = _rules.GetValueOrDefault(municipality, []).Where(rule => rule.Name == name).ToList();
        var rule = rules.Find(rule => rule.Span.OnlyYear == year) ?? rules.Find(rule => rule.Span.OnlyYear is null);
        return rule is null
            ? []
            : rule.Span.Of(year).Select(days => new SchoolBreak(municipality, name, days, rule.Certain));
    }
}

/// <summary>When one break falls, every year or in one.</summary>
internal sealed record BreakRule(string Name, YearlySpan Span, bool Certain);
