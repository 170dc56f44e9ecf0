using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Publishing.Holidays;

/// <summary>A staffing day of a collaboration, as a link in a mail knows it.</summary>
public sealed record StaffingSubject(string Collaboration, LocalDate Day)
{
    /// <summary>"simba 2027-03-28".</summary>
    public override string ToString() => $"{Collaboration} {LocalDatePattern.Iso.Format(Day)}";

    /// <summary>Null for what was not written here.</summary>
    public static StaffingSubject? Read(string text) =>
        text.Split(' ') is [var collaboration, var day] && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date }
            ? new StaffingSubject(collaboration, date) : null;
}
