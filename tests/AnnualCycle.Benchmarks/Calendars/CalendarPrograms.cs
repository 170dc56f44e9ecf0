namespace AnnualCycle.Benchmarks.Calendars;

/// <summary>What the long tests of calendars run: rules, occurrences, fuzz and speed, by the first argument.</summary>
internal static class CalendarPrograms
{
    internal static int Run(string[] args) => args switch
    {
        ["rules"] => RulesFromStandardInput.Run(),
        ["occurrences", var list] => OccurrencesOfFiles.Run(File.ReadAllLines(list)),
        _ => throw new ArgumentException("calendars rules | occurrences LIST | fuzz COUNT SEED | speed …"),
    };
}
