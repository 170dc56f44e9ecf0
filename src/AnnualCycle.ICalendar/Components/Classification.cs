namespace AnnualCycle.ICalendar;

/// <summary>Who may see an event: CLASS (RFC 5545, section 3.8.1.3).</summary>
public enum Classification
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Its owner alone.</summary>
    Private,

    /// <summary>Others see that the time is taken and not why.</summary>
    Confidential,
}
