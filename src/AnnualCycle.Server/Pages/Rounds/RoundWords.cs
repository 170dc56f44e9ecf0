using AnnualCycle.Plans;
using AnnualCycle.Publishing.Rounds;

namespace AnnualCycle.Server.Pages.Rounds;

/// <summary>How rounds are told, on pages and at the terminal.</summary>
public static class RoundWords
{
    /// <summary>Whom a round would ask, or asks.</summary>
    public static IEnumerable<string> Lines(RoundOutline outline)
    {
        yield return $"Samrådsrunda {outline.Number} för {outline.Name} {outline.Order.Year}, sista svarsdag "
            + $"{PageWords.LongDay(outline.Order.Until)}: {Persons(outline.Persons.Count)} tillfrågas om {Meetings(outline.Meetings.Count)}.";
        foreach (var person in outline.Unreachable)
        {
            yield return $"Går inte att nå: {person.Name} ({person.Email})";
        }
    }

    /// <summary>How a round stands: group by group, a meeting a line.</summary>
    public static IEnumerable<string> Lines(RoundTable table)
    {
        yield return $"Samrådsrunda {table.Round.Number} för {table.Round.Name} {table.Round.Year}: {Standing(table)}";
        foreach (var group in table.Groups)
        {
            yield return group.Name;
            foreach (var row in group.Rows)
            {
                yield return $"  {SwedishDates.Iso(row.Meeting.Date)} {row.Meeting.Start}  kan {row.Yes.Count}, kan inte {row.No.Count}, "
                    + $"om det behövs {row.Maybe.Count}, ej svarat {row.Silent.Count}{Alarm(row)}";
                if (row.No.Count > 0)
                {
                    yield return $"      kan inte: {string.Join(", ", row.No)}";
                }
            }
        }

        if (table.Silent.Count > 0)
        {
            yield return $"Har inte svarat: {string.Join(", ", table.Silent.Select(person => person.Name))}";
        }
    }

    /// <summary>"pågår till 4 december 2026, 12 av 40 har svarat".</summary>
    public static string Standing(RoundTable table) =>
        (table.Round.State == Storage.Rounds.RoundState.Open ? $"pågår till och med {PageWords.Day(table.Round.Until)}" : "stängd")
        + $", {table.Answered} av {table.Persons.Count} har svarat";

    public static string Reminded(int count) => count == 0
        ? "Ingen att påminna: alla som inte svarat har redan fått sin påminnelse."
        : $"{Persons(count)} påminns.";

    /// <summary>What stands out of a meeting, with a comma before; empty for nothing.</summary>
    public static string Alarm(RoundRow row) => row.IsNobody ? ", ingen kan" : row.IsTooFew ? ", de flesta kan inte" : "";

    public static string Persons(int count) => SwedishDates.Count(count, "person", "personer");

    public static string Meetings(int count) => SwedishDates.Count(count, "möte", "möten");
}
