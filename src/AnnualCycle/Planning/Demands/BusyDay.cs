using AnnualCycle.Csv;
using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>A time when a person is taken by something that is not planned here.</summary>
public sealed record BusyDay(string Email, LocalDate Date, LocalTime Start, LocalTime End);

/// <summary>
/// Reads the list of people's busy times: <c>email,date,start,end</c>; without start and end the whole day.
/// </summary>
public static class BusyDays
{
    private static readonly LocalTime LastMinute = new(23, 59);

    public static IReadOnlyList<BusyDay> Read(string file, string text, ICollection<Mistake> mistakes)
    {
        var table = CsvTable.Read(file, text, ["email", "date"], ["start", "end", "title"], mistakes);
        return [.. (table?.Rows ?? []).Select(Read).OfType<BusyDay>()];
    }

    /// <summary>
    /// A mistake for each address that nobody in the list of people has: their time would keep no meeting away.
    /// </summary>
    public static IEnumerable<Mistake> Strangers(
        string file, IReadOnlyList<BusyDay> busy, IReadOnlyList<Membership> people)
    {
        var known = people.Select(person => person.Email).Distinct().ToList();
        return busy.Select(day => day.Email).Distinct().Where(email => !known.Contains(email)).Select(email =>
            new Mistake(file, 0, $"ingen på listan över personer har adressen {email}",
                Suggestion.Advice(email, known)));
    }

    private static BusyDay? Read(CsvRow row)
    {
        var (email, date) = (row.Required("email")?.ToLowerInvariant(), row.Date("date"));
        var (start, end) = (row.Time("start") ?? LocalTime.Midnight, row.Time("end") ?? LastMinute);
        if (end <= start)
        {
            row.Mistake("tiden slutar innan den börjar");
        }

        return email is null || date is null || end <= start ? null : new BusyDay(email, date.Value, start, end);
    }
}
