namespace AnnualCycle.Benchmarks.Calendars;

/// <summary>What the long tests of calendars run: rules, occurrences, fuzz and speed, by the first argument.</summary>
internal static class CalendarPrograms
{
    internal static int Run(string[] args) => args switch
    {
        ["rules"] => RulesFromStandardInput.Run(),
        ["occurrences", var list] => OccurrencesOfFiles.Run(File.ReadAllLines(list)),
        ["speed", var libical, var python, var file, var events, var rounds] =>
            SpeedOfCalendars.Run(libical, python, file, int.Parse(events), int.Parse(rounds)),
        _ => throw new ArgumentException(
            "calendars rules | occurrences LIST | speed LIBICAL PYTHON FILE EVENTS ROUNDS"),
    };
}
