using System.Globalization;
using System.Text;

namespace AnnualCycle.Testing.Oracles;

/// <summary>
/// One event as an independent program reads it; what was planned is put in the same form and compared.
/// </summary>
/// <param name="Uid">UID.</param>
/// <param name="Start">UTC as <c>2027-03-12T08:00:00Z</c>, a whole day as <c>2027-03-12</c>.</param>
/// <param name="End">As the start; exclusive.</param>
/// <param name="Summary">What people see in their calendar.</param>
/// <param name="Status">CONFIRMED, TENTATIVE or CANCELLED.</param>
public sealed record CalendarRow(string Uid, string Start, string End, string Summary, string Status = "CONFIRMED")
{
    /// <summary>A meeting between two moments.</summary>
    public static CalendarRow Meeting(
        string uid, DateTimeOffset start, DateTimeOffset end, string summary, string status = "CONFIRMED") =>
        new(uid, Utc(start), Utc(end), summary, status);

    /// <summary>Whole days, first to last inclusive.</summary>
    public static CalendarRow AllDay(
        string uid, DateOnly first, DateOnly last, string summary, string status = "CONFIRMED") =>
        new(uid, Iso(first), Iso(last.AddDays(1)), summary, status);

    internal static CalendarRow Parse(string line)
    {
        var fields = line.Split('\t');
        return fields.Length == 5
            ? new CalendarRow(Unescape(fields[0]), fields[1], fields[2], Unescape(fields[3]), fields[4])
            : throw new FormatException($"Not a row of five fields: {line}");
    }

    private static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Unescape(string field)
    {
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
            text.Append(field[i] == '\\' ? Escaped(field[++i]) : field[i]);
        return text.ToString();
    }

    private static char Escaped(char c) => c switch { 't' => '\t', 'n' => '\n', 'r' => '\r', _ => c };
}
