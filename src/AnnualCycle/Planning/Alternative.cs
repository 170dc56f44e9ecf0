namespace AnnualCycle.Planning;

/// <summary>Another slot for a meeting when everything else stands: what it would cost and why.</summary>
/// <param name="Cost">Points more than the slot the plan chose; below 0 when it would be better.</param>
/// <param name="Added">Charges that this slot would bring.</param>
/// <param name="Removed">Charges of the present plan that it would spare.</param>
public sealed record Alternative(Slot Slot, int Cost, IReadOnlyList<Charge> Added, IReadOnlyList<Charge> Removed);
