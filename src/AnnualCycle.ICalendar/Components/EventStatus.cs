namespace AnnualCycle.ICalendar;

/// <summary>How sure a meeting is: STATUS of a VEVENT (RFC 5545, section 3.8.1.11).</summary>
public enum EventStatus
{
    /// <summary>Decided.</summary>
    Confirmed,

    /// <summary>Proposed; members may still object.</summary>
    Tentative,

    /// <summary>Called off; kept for a while so that every subscriber sees it.</summary>
    Cancelled,
}
