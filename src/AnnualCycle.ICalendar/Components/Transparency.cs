namespace AnnualCycle.ICalendar;

/// <summary>Whether an event takes people's time: TRANSP (RFC 5545, section 3.8.2.7).</summary>
public enum Transparency
{
    /// <summary>It takes time: a meeting.</summary>
    Opaque,

    /// <summary>
    /// It takes none: a deadline. Outlook is told so by X-MICROSOFT-CDO-BUSYSTATUS too, which it heeds first.
    /// </summary>
    Transparent,
}
