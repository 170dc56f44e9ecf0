namespace AnnualCycle.ICalendar;

/// <summary>
/// What a calendar message asks of its receiver: METHOD (RFC 5545, section 3.7.2; RFC 5546, section 1.4).
/// </summary>
public enum Method
{
    /// <summary>Take note: a feed for programs that want it said.</summary>
    Publish,

    /// <summary>Come, or this has changed.</summary>
    Request,

    /// <summary>An attendee's answer.</summary>
    Reply,

    /// <summary>It is called off, or you are no longer invited.</summary>
    Cancel,

    /// <summary>An attendee's proposal of another time.</summary>
    Counter,
}
