using System.Collections.Immutable;
using System.Text;

namespace AnnualCycle.ICalendar;

/// <summary>
/// An event as someone's calendar has it (RFC 5545, section 3.6.1); what it lacks is empty or null. It is read when it
/// is asked.
/// </summary>
public sealed class ReadEvent
{
    internal ReadEvent(ReadComponent component) => Component = component;

    /// <summary>Everything that stands in it.</summary>
    public ReadComponent Component { get; }

    /// <summary>Line of its BEGIN, from 1.</summary>
    public int Line => Component.Line;

    /// <summary>UID, or empty.</summary>
    public string Uid => Text("UID"u8).Value;

    /// <summary>SUMMARY, or empty.</summary>
    public CalendarText Summary => Text("SUMMARY"u8);

    /// <summary>DESCRIPTION, or empty.</summary>
    public CalendarText Description => Text("DESCRIPTION"u8);

    /// <summary>LOCATION, or empty.</summary>
    public CalendarText Location => Text("LOCATION"u8);

    /// <summary>CATEGORIES of all its lines.</summary>
    public ImmutableArray<CalendarText> Categories =>
        [.. Component.PropertiesNamed("CATEGORIES").SelectMany(property => property.Texts)];

    /// <summary>STATUS; confirmed when it is missing or unknown.</summary>
    public EventStatus Status => Is("STATUS"u8, "CANCELLED"u8) || Is("STATUS"u8, "CANCELED"u8) ? EventStatus.Cancelled
        : Is("STATUS"u8, "TENTATIVE"u8) ? EventStatus.Tentative : EventStatus.Confirmed;

    /// <summary>TRANSP; opaque when it is missing or unknown.</summary>
    public Transparency Transp =>
        Is("TRANSP"u8, "TRANSPARENT"u8) ? Transparency.Transparent : Transparency.Opaque;

    /// <summary>SEQUENCE; 0 when it is missing or no number.</summary>
    public int Sequence =>
        Math.Max(0, int.TryParse(Component.Content("SEQUENCE"u8).Value, out var number) ? number : 0);

    /// <summary>DTSTAMP, or null.</summary>
    public ReadTime? DtStamp => Time("DTSTAMP"u8);

    /// <summary>DTSTART, or null when it is missing or cannot be read.</summary>
    public ReadTime? Start => Time("DTSTART"u8);

    /// <summary>DTEND as written: exclusive, so for whole days the day after the last.</summary>
    public ReadTime? End => Time("DTEND"u8);

    /// <summary>DURATION, which stands in place of DTEND.</summary>
    public CalendarDuration? Duration => DurationParser.Parse(Component.Content("DURATION"u8).Value);

    /// <summary>RECURRENCE-ID: which occurrence of a series it stands for, or null.</summary>
    public ReadTime? RecurrenceId => Time("RECURRENCE-ID"u8);

    /// <summary>RANGE=THISANDFUTURE: whether it stands for all occurrences from that one on.</summary>
    public bool IsThisAndFuture =>
        Ascii.EqualsIgnoreCase(Component.Content("RECURRENCE-ID"u8).Parameter("RANGE"u8), "THISANDFUTURE"u8);

    /// <summary>RRULE, or null when there is none or none that can be used.</summary>
    public RecurrenceRule? RRule =>
        Component.Property("RRULE") is { } rule ? RecurrenceRule.TryParse(rule.Value) : null;

    /// <summary>ORGANIZER, or null when it is missing or no mail address.</summary>
    public Organizer? Organizer => Component.Property("ORGANIZER") is { Address: { } address } property
        ? new Organizer(address, property.Parameter("CN")) : null;

    /// <summary>ATTENDEE, each that has a mail address.</summary>
    public ImmutableArray<Attendee> Attendees =>
        [.. Component.PropertiesNamed("ATTENDEE").Select(ReadParticipant.From).OfType<Attendee>()];

    /// <summary>True when it recurs, by RRULE or RDATE.</summary>
    public bool IsRecurring => Component.Find("RRULE"u8) >= 0 || Component.Find("RDATE"u8) >= 0;

    /// <summary>
    /// When it ends, exclusive: DTEND, else start and DURATION, else the next day for a date and the start itself for a
    /// time.
    /// </summary>
    public ReadTime? EffectiveEnd =>
        End ?? (Start is { } start ? EventLength.Of(this, start).EndOf(start, start.Clock(CalendarZone.Utc)) : null);

    private CalendarText Text(ReadOnlySpan<byte> name) => TextValues.Unescape(Component.Content(name).Value);

    private ReadTime? Time(ReadOnlySpan<byte> name) => Component.Calendar.Time(Component.Content(name));

    private bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Ascii.EqualsIgnoreCase(Component.Content(name).Value.Trim(" \t"u8), value);
}
