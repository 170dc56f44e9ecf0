namespace AnnualCycle.ICalendar;

/// <summary>FREQ of a recurrence rule (RFC 5545, section 3.3.10).</summary>
public enum Frequency
{
    /// <summary>Every second.</summary>
    Secondly,

    /// <summary>Every minute.</summary>
    Minutely,

    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every year.</summary>
    Yearly,
}
