using NodaTime;

namespace AnnualCycle.Calendars;

/// <summary>Answers whether people can meet on a day and what speaks against it: the ground of every plan.</summary>
public sealed class WorkCalendar(NationalCalendar national, SchoolCalendar schools)
{
    /// <summary>Municipalities whose school breaks are known, in the order of the file.</summary>
    public IEnumerable<string> Municipalities => schools.Municipalities;

    /// <summary>Reads both calendar files; null when either has a mistake.</summary>
    /// <param name="sweden">sweden.yaml: its name for mistakes, and its text.</param>
    /// <param name="schoolBreaks">school-breaks.yaml likewise.</param>
    /// <param name="mistakes">All mistakes of both files are added here.</param>
    public static WorkCalendar? Read(
        (string File, string Text) sweden, (string File, string Text) schoolBreaks, ICollection<Mistake> mistakes)
    {
        var national = NationalCalendarReader.Read(sweden.File, sweden.Text, mistakes);
        var schools = SchoolCalendarReader.Read(schoolBreaks.File, schoolBreaks.Text, mistakes);
        return national is null || schools is null ? null : new WorkCalendar(national, schools);
    }

    /// <summary>Every day of a year, 1 January first.</summary>
    public IReadOnlyList<DayFacts> Year(int year, Audience audience)
    {
        var facts = new CalendarYear(year, national, schools, audience);
        return [.. new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)).Select(facts.On)];
    }

    /// <summary>One day; for many days of a year ask for <see cref="Year"/>, which costs hardly more.</summary>
    public DayFacts Day(LocalDate date, Audience audience) =>
        new CalendarYear(date.Year, national, schools, audience).On(date);

    public DateInterval SpringTerm(int year) => national.SpringTerm.Of(year).Single();

    public DateInterval AutumnTerm(int year) => national.AutumnTerm.Of(year).Single();

    /// <summary>The stretches of a year in which nobody meets, with their names, whole also over New Year.</summary>
    public IReadOnlyList<(string Name, DateInterval Days)> ClosedPeriods(int year) =>
        [.. national.Closed.SelectMany(period => period.Span.Touching(year).Select(days => (period.Name, days)))];

    /// <summary>
    /// The weeks in which most have their main holiday, Monday to Sunday: those closed around July and the costly ones
    /// beside them.
    /// </summary>
    public DateInterval Summer(int year)
    {
        var july = new DateInterval(new LocalDate(year, 7, 1), new LocalDate(year, 7, 31));
        var weeks = national.Closed.Select(period => period.Span)
            .SelectMany(span => span.Touching(year)).Where(days => days.Intersection(july) is not null)
            .Concat(national.Costs.Summer.SelectMany(costly => costly.Span.Touching(year))).ToList();
        return weeks.Count == 0 ? july : new DateInterval(
            IsoWeek.Of(weeks.Min(days => days.Start)).Monday, IsoWeek.Of(weeks.Max(days => days.End)).Days.End);
    }

    /// <summary>Every break with a day in the year, in order and whole; empty for an unknown municipality.</summary>
    public IReadOnlyList<SchoolBreak> SchoolBreaks(int year, string municipality) => schools.Breaks(year, municipality);

    /// <summary>Those municipalities with a break that costs something and whose days are not published.</summary>
    public IReadOnlyList<string> UncertainMunicipalities(int year, IEnumerable<string> municipalities) =>
        [.. municipalities.Distinct().Where(municipality => Uncertain(year, municipality).Any())];

    /// <summary>
    /// What to ask a municipality: "Vilka dagar är sportlov, påsklov och höstlov 2027 i Ale?"; null when it has
    /// published all that counts.
    /// </summary>
    public string? SchoolBreakQuestion(int year, string municipality) =>
        Uncertain(year, municipality) is { Count: > 0 } names
            ? $"Vilka dagar är {Listing.And(names)} {year} i {municipality}?"
            : null;

    // A municipality that the file does not name is as open as one that has published nothing.
    private IReadOnlyList<string> Uncertain(int year, string municipality)
    {
        var certain = schools.Breaks(year, municipality)
            .GroupBy(days => days.Name)
            .Where(breaks => breaks.All(days => days.Certain))
            .Select(breaks => breaks.Key);
        return
        [
            .. SchoolBreak.Names
                .Where(name => national.Costs.SchoolBreaks.GetValueOrDefault(name) > 0)
                .Except(certain),
        ];
    }
}
