namespace AnnualCycle.ICalendar;

/// <summary>What can be wrong in a calendar file that someone else wrote.</summary>
public enum MistakeKind
{
    /// <summary>There is no BEGIN:VCALENDAR in the file.</summary>
    NotACalendar,

    /// <summary>The octets are not UTF-8; they were read as Windows-1252.</summary>
    NotUtf8,

    /// <summary>The line is not a content line: no name, no colon, or a quotation mark that never closes.</summary>
    NotAContentLine,

    /// <summary>A property stands outside every component.</summary>
    OutsideComponent,

    /// <summary>An END without its BEGIN.</summary>
    UnmatchedEnd,

    /// <summary>A BEGIN without its END.</summary>
    NeverEnded,

    /// <summary>Components are nested deeper than anyone means.</summary>
    TooDeep,

    /// <summary>A property that the event needs is missing.</summary>
    Missing,

    /// <summary>A property that may stand once stands again; the first counts.</summary>
    Repeated,

    /// <summary>Neither a date nor a time.</summary>
    NotATime,

    /// <summary>Not a length of time.</summary>
    NotADuration,

    /// <summary>A quotation mark in a parameter never closes; the value begins after the first colon.</summary>
    OpenQuote,

    /// <summary>Not a rule of recurrence that can be counted out; the event counts once.</summary>
    NotARule,

    /// <summary>
    /// A zone that neither the file nor the machine knows; its times are read by the reader's own clock.
    /// </summary>
    UnknownZone,

    /// <summary>The end is before the start; the event takes no time.</summary>
    EndBeforeStart,

    /// <summary>More than the limits let in; the rest was left out.</summary>
    TooLarge,
}
