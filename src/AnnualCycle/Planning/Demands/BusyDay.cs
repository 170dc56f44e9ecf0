using AnnualCycle.Csv;
using NodaTime;

namespace AnnualCycle.Planning.Demands;

/// <summary>A time when a person or a room is taken by something that is not planned here.</summary>
/// <param name="Who">A person's address in lower case, or a room as charters name the place of meetings.</param>
public sealed record BusyDay(string Who, LocalDate Date, LocalTime Start, LocalTime End);

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
    /// A mistake for each name that no person has as an address and no group as its place: it would keep no meeting
    /// away.
    /// </summary>
    public static IEnumerable<Mistake> Strangers(string file, IEnumerable<string> names, YearInput input)
    {
        var known = input.People.Select(person => person.Email).Concat(Rooms.PlacesOf(input)).Distinct().ToList();
        return names.Distinct().Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name =>
            new Mistake(file, 0, name.Contains('@') ? $"ingen på listan över personer har adressen {name}"
                : $"ingen grupp möts i ”{name}”", Suggestion.Advice(name, known,
                    "En kalender heter som sin ägare, till exempel anna@nord.example.ics, eller som ett rum")));
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
