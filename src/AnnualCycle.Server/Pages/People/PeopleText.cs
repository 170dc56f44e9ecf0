using AnnualCycle.People;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.Server.Pages.People;

/// <summary>How pages write about people's time on a seat.</summary>
public static class PeopleText
{
    /// <summary>"tillträder 2027-01-01", "till 2026-12-31"; empty for until further notice.</summary>
    public static string Days(Membership person, LocalDate today) => string.Join(", ", new[]
    {
        person.From is { } from ? $"{(from > today ? "tillträder" : "sedan")} {SwedishDates.Iso(from)}" : null,
        person.To is { } to ? $"till {SwedishDates.Iso(to)}" : null,
    }.OfType<string>());
}
