using NodaTime;

namespace AnnualCycle.Plans;

/// <summary>A day and a start as people read them: "tis 9 feb 09:00".</summary>
internal static class Slots
{
    public static string Text(LocalDate date, LocalTime start) =>
        $"{SwedishDates.Short(date)} {SwedishDates.Clock(start)}";
}
