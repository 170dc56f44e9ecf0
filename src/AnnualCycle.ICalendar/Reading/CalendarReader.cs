namespace AnnualCycle.ICalendar;

/// <summary>
/// Reads calendar files as people have them: never throws, keeps what it can and says where the rest went wrong.
/// </summary>
public static class CalendarReader
{
    /// <summary>Reads a whole file; time and memory grow with its size alone. The octets are copied.</summary>
    public static ReadCalendar Read(ReadOnlySpan<byte> file, ReadLimits? limits = null) =>
        new(file, limits ?? ReadLimits.Default);
}
