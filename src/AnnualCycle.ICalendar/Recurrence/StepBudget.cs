namespace AnnualCycle.ICalendar;

/// <summary>How many times rules may still try, so that a rule that never comes true ends all the same.</summary>
internal sealed class StepBudget(int steps)
{
    private int _left = steps;

    /// <summary>True when something was left out because the steps did not suffice.</summary>
    internal bool IsSpent { get; private set; }

    internal bool Take(int steps = 1)
    {
        IsSpent |= _left < steps;
        _left = Math.Max(0, _left - steps);
        return !IsSpent;
    }
}
