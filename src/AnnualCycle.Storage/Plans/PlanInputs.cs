namespace AnnualCycle.Storage.Plans;

/// <summary>
/// Prints (SHA-256, hexadecimal) of all that a plan was made from, by name: <c>charter:simba</c>,
/// <c>calendars</c>, <c>people</c>, <c>dates</c>, <c>busy</c>.
/// </summary>
public sealed record PlanInputs(IReadOnlyDictionary<string, string> Prints)
{
    /// <summary>Names whose print differs, in order.</summary>
    public IReadOnlyList<string> ChangedSince(PlanInputs earlier) =>
    [
        .. Prints.Keys.Union(earlier.Prints.Keys).Order(StringComparer.Ordinal)
            .Where(name => Prints.GetValueOrDefault(name) != earlier.Prints.GetValueOrDefault(name)),
    ];
}
