using AnnualCycle.Csv;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.People;

/// <summary>Writes the list of people as a spreadsheet reads it, and as it is read back.</summary>
public static class PeopleWriter
{
    /// <summary>
    /// Begins with a byte order mark, without which spreadsheets misread å, ä and ö; in the order of the charters.
    /// </summary>
    /// <param name="separator">Between the columns: comma, or semicolon as spreadsheets in Swedish want it.</param>
    public static string Write(IEnumerable<Membership> people, SeatRegister seats, char separator = ',') => "\uFEFF" + CsvTable.Write(
        [PeopleReader.Columns, .. people.OrderBy(person => seats.OrderOf(person.Seat))
            .ThenBy(person => person.Seat, StringComparer.Ordinal)
            .ThenBy(person => person.From ?? LocalDate.MinIsoValue)
            .ThenBy(person => person.Name, StringComparer.Ordinal)
            .ThenBy(person => person.Email, StringComparer.Ordinal).Select(person => Row(person, seats))], separator);

    private static IReadOnlyList<string> Row(Membership person, SeatRegister seats) =>
    [
        person.Collaboration, GroupOf(person.Seat, seats), SeatSearch.RoleOf(person.Seat), person.Name, person.Email,
        person.Organisation ?? "", person.Municipality ?? "", Answer(person.Required),
        person.Substitute ? "ja" : "", Day(person.From), Day(person.To),
    ];

    // A seat that no charter has any more keeps the group of its id, so that reading the list back tells of it.
    private static string GroupOf(string seat, SeatRegister seats) =>
        SeatSearch.RuleIdsOf(seats.Find(seat)?.Group.Id ?? seat[..Math.Max(0, seat.LastIndexOf('.'))]);

    private static string Answer(bool? value) => value is { } known ? known ? "ja" : "nej" : "";

    private static string Day(LocalDate? day) => day is { } known ? SwedishDates.Iso(known) : "";
}
