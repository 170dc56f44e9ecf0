using NodaTime;

namespace AnnualCycle.Publishing.Horizon;

/// <summary>Which years are to have a plan: the one that runs, and the next from the season in which it is booked.</summary>
/// <param name="BookingSeason">Day of the year on which next year's booking begins.</param>
public sealed record HorizonYears(AnnualDate BookingSeason)
{
    /// <summary>"Bokas för ett år i taget": meeting rooms and calendars fill in early autumn.</summary>
    public static HorizonYears Default { get; } = new(new AnnualDate(9, 1));

    /// <param name="planned">Years that have a plan already: they are kept whatever the season.</param>
    public IReadOnlyList<int> On(LocalDate today, IReadOnlyCollection<int> planned) =>
        planned.Count == 0 || planned.Contains(today.Year + 1) || today >= BookingSeason.InYear(today.Year)
            ? [today.Year, today.Year + 1]
            : [today.Year];
}
