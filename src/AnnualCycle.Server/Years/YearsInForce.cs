namespace AnnualCycle.Server.Years;

/// <summary>The published years that everybody is shown; changed all at once after each publication.</summary>
public sealed class YearsInForce
{
    private volatile IReadOnlyList<PublishedYear> _years = [];
    private volatile bool _isOpen;

    /// <summary>False in the moments after a start in which nothing has been read yet.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>The earliest first; empty until something has been published.</summary>
    public IReadOnlyList<int> Years => [.. _years.Select(year => year.Plan.Year)];

    /// <summary>All of them as they stand together, the earliest first.</summary>
    public IReadOnlyList<PublishedYear> All => _years;

    public PublishedYear? Of(int year) => _years.FirstOrDefault(published => published.Plan.Year == year);

    /// <summary>From now on these years hold and no others.</summary>
    /// <exception cref="ArgumentException">Two of them are of the same year.</exception>
    public void Use(IReadOnlyList<PublishedYear> years)
    {
        if (years.DistinctBy(year => year.Plan.Year).Count() != years.Count)
        {
            throw new ArgumentException("A year can be in force once only.", nameof(years));
        }

        _years = [.. years.OrderBy(year => year.Plan.Year)];
        _isOpen = true;
    }
}
