using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>A year's meetings as the charter's sentences are held against them.</summary>
/// <param name="All">To be written in the plan, cancelled ones too; in the order of date, start and id.</param>
/// <param name="Held">Counted as held before planning began, in the same order.</param>
/// <param name="From">First day that was planned; null for a whole year.</param>
internal sealed record MeetingsOfYear(
    IReadOnlyList<PlannedMeeting> All, IReadOnlyList<PlannedMeeting> Held, LocalDate? From)
{
    /// <summary>Those that take place as far as anybody knows.</summary>
    public IReadOnlyList<PlannedMeeting> ToHold { get; } = [.. All.Where(meeting => !meeting.IsCancelled)];

    /// <summary>Those that count for a rule.</summary>
    public IReadOnlyList<PlannedMeeting> Counted { get; } =
        [.. InOrder(Held.Concat(All.Where(meeting => !meeting.IsCancelled)))];

    public static IEnumerable<PlannedMeeting> InOrder(IEnumerable<PlannedMeeting> meetings) => meetings
        .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
        .ThenBy(meeting => meeting.Id, StringComparer.Ordinal);

    /// <summary>"3 före 23 november räknas som hållna", "1 inställt"; null when all are to be held.</summary>
    public string? NoteOn(string rule)
    {
        var held = Held.Count(meeting => meeting.Rule == rule);
        var cancelled = All.Count(meeting => meeting.IsCancelled && meeting.Rule == rule);
        var notes = new[]
        {
            held > 0 ? $"{held} {Before} räknas som {(held == 1 ? "hållet" : "hållna")}" : null,
            cancelled > 0 ? SwedishDates.Count(cancelled, "inställt", "inställda") : null,
        };
        return Notes.Joined(notes);
    }

    /// <summary>"före 23 november".</summary>
    public string Before => From is { } day ? $"före {SwedishDates.Day(day)}" : "före planeringens början";
}

/// <summary>Several short notes on one sentence of the charter.</summary>
internal static class Notes
{
    public static string? Joined(params IEnumerable<string?> notes) =>
        string.Join(Between, notes.OfType<string>()) is { Length: > 0 } text ? text : null;

    /// <summary>What was joined before a note that stands last.</summary>
    public static string? Before(string? joined, string? last) =>
        joined is null || joined == last ? null
        : last is not null && joined.EndsWith(Between + last, StringComparison.Ordinal)
            ? joined[..^(Between.Length + last.Length)] : joined;

    private const string Between = "; ";
}
