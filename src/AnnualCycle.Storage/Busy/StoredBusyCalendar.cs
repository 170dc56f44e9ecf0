using System.Globalization;
using AnnualCycle.Planning.Demands;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Storage.Busy;

/// <summary>
/// When somebody is taken according to their own calendar, as it was when it was last fetched. What they do then is
/// nobody's business and is not kept.
/// </summary>
public sealed class StoredBusyCalendar
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>What ids begin with where Outlook was asked, and no calendar was fetched.</summary>
    public const string OutlookPrefix = "outlook:";

    /// <summary>SHA-256 of the calendar's file or address, which may be a secret.</summary>
    public required string Id { get; init; }

    /// <summary>The validator that came with it, for the next time; null when there was none.</summary>
    public string? ETag { get; set; }

    /// <summary>A line for each stretch within a day, in Swedish time: <c>2027-01-05 09:00 10:30</c>.</summary>
    public string Times { get; set; } = "";

    /// <summary>The last day that <see cref="Times"/> reaches to; null before anything has been fetched.</summary>
    public LocalDate? Until { get; set; }

    /// <summary>When <see cref="Times"/> were last known to be right; null if never.</summary>
    public Instant? Fetched { get; set; }

    /// <summary>When it was last tried.</summary>
    public required Instant Tried { get; set; }

    /// <summary>What went wrong the last time, for people; null when nothing did.</summary>
    public string? Trouble { get; set; }

    public static string IdOf(string source) => source.StartsWith(OutlookPrefix, StringComparison.OrdinalIgnoreCase)
        ? IdOfOutlook(source[OutlookPrefix.Length..].Trim()) : Print.Of(source);

    /// <summary>Of a person or a room whose Outlook is asked.</summary>
    public static string IdOfOutlook(string address) => OutlookPrefix + Print.Of(address.ToLowerInvariant());

    /// <summary>The times as a person's or a room's.</summary>
    public IEnumerable<BusyDay> BusyOf(string who) => Times
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(parts => new BusyDay(
            who, Day.Parse(parts[0]).Value, Clock.Parse(parts[1]).Value, Clock.Parse(parts[2]).Value));

    /// <summary>The times as they are written in <see cref="Times"/>.</summary>
    public static string Written(IEnumerable<BusyDay> busy) => string.Join('\n', busy.Select(time => string.Create(
        CultureInfo.InvariantCulture, $"{Day.Format(time.Date)} {Clock.Format(time.Start)} {Clock.Format(time.End)}")));
}
