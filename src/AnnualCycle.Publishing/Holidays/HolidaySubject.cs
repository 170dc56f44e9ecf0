using AnnualCycle.Calendars.Holidays;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>What a convener is asked about, as a link in a mail knows it: one storhelg of one group.</summary>
/// <param name="Group">Full id.</param>
/// <param name="Year">The storhelg's year.</param>
public sealed record HolidaySubject(string Group, int Year, Holiday Holiday)
{
    public string Collaboration => Group.Split('/')[0];

    /// <summary>"simba/ledningsgrupp 2027 pask".</summary>
    public override string ToString() => FormattableString.Invariant($"{Group} {Year} {HolidayNames.Id(Holiday)}");

    /// <summary>Null for what was not written here.</summary>
    public static HolidaySubject? Read(string text) =>
        text.Split(' ') is [var group, var year, var holiday]
        && int.TryParse(year, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && HolidayNames.ById.TryGetValue(holiday, out var known) ? new HolidaySubject(group, number, known) : null;
}
