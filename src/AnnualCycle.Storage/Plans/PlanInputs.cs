namespace AnnualCycle.Storage.Plans;

/// <summary>
/// Prints (SHA-256, hexadecimal) of all that a plan was made from, by name: <c>charter:simba</c>,
/// <c>calendars</c>, <c>people</c>, <c>dates</c>, <c>busy</c>, <c>holidays</c>.
/// </summary>
public sealed record PlanInputs(IReadOnlyDictionary<string, string> Prints)
{
    /// <summary>With one more; what there is nothing of has no print, so that earlier plans are still of today.</summary>
    public PlanInputs With<T>(string name, IReadOnlyCollection<T> items) => items.Count == 0 ? this
        : new PlanInputs(new Dictionary<string, string>(Prints) { [name] = Print.Of(items.Select(item => $"{item}")) });

    /// <summary>Names whose print differs, in order.</summary>
    public IReadOnlyList<string> ChangedSince(PlanInputs earlier) =>
    [
        .. Prints.Keys.Union(earlier.Prints.Keys).Order(StringComparer.Ordinal)
            .Where(name => Prints.GetValueOrDefault(name) != earlier.Prints.GetValueOrDefault(name)),
    ];
}
