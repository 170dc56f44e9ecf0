namespace AnnualCycle.ICalendar;

/// <summary>Who calls a meeting and takes the answers: ORGANIZER (RFC 5545, section 3.8.4.3).</summary>
/// <param name="Address">The mailbox that sends invites and reads replies.</param>
/// <param name="CommonName">CN, the name people see; nothing is written when blank.</param>
public sealed record Organizer(CalAddress Address, CalendarText CommonName = default);
