namespace AnnualCycle.Storage.Network;

/// <summary>A file's name, as the user gave it, and its text.</summary>
public sealed record FileText(string File, string Text);

/// <summary>
/// The files that planning reads anew each time: calendars, dates decided elsewhere and people's busy times.
/// </summary>
public sealed record NetworkFiles(FileText Sweden, FileText SchoolBreaks)
{
    public IReadOnlyList<FileText> Dates { get; init; } = [];

    public IReadOnlyList<FileText> Busy { get; init; } = [];

    /// <summary>Lists of people's and rooms' own calendars.</summary>
    public IReadOnlyList<FileText> BusyCalendars { get; init; } = [];
}
