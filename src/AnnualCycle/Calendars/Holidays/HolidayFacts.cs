using NodaTime;

namespace AnnualCycle.Calendars.Holidays;

/// <summary>What a year's calendar makes of one storhelg.</summary>
/// <param name="Year">Its year; Christmas, New Year and Epiphany belong to the year of julafton.</param>
/// <param name="Stretches">
/// One, or two where pingst and nationaldagen lie apart: from the first day off to the last, with the single working
/// days between.
/// </param>
public sealed record HolidayFacts(Holiday Holiday, int Year, IReadOnlyList<HolidayStretch> Stretches)
{
    public string Title => HolidayNames.Title(Holiday, Year);

    /// <summary>From the first day off to the last; of summer from its first Monday to its last Sunday.</summary>
    public DateInterval Days => new(Stretches[0].Days.Start, Stretches[^1].Days.End);

    /// <summary>Days from the first day off to the last, both included; what lies between two stretches is not.</summary>
    public int Length => Stretches.Sum(stretch => stretch.Days.Length);

    /// <summary>In order, plain weekends among them; none in summer, which is long for other reasons.</summary>
    public IReadOnlyList<FreeRun> Runs => [.. Stretches.SelectMany(stretch => stretch.Runs)];

    /// <summary>Days off, weekends included.</summary>
    public int FreeDays => Runs.Sum(run => run.Length);

    /// <summary>The most days off in a row; the first such run when several are as long, null in summer.</summary>
    public FreeRun? LongestRun => Runs.MaxBy(run => run.Length);

    /// <summary>Klämdagar and mellandagar: working days between the first day off and the last.</summary>
    public IReadOnlyList<LocalDate> WorkingDays => [.. Stretches.SelectMany(stretch => stretch.WorkingDays)];
}

/// <summary>Days that hang together: days off, and the working days that many take off between them.</summary>
public sealed record HolidayStretch(
    DateInterval Days, IReadOnlyList<FreeRun> Runs, IReadOnlyList<LocalDate> WorkingDays);
