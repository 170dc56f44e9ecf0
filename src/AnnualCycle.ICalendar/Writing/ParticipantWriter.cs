namespace AnnualCycle.ICalendar;

/// <summary>
/// Writes ORGANIZER and ATTENDEE (RFC 5545, sections 3.8.4.3 and 3.8.4.1), every parameter said, as Gmail wants them.
/// </summary>
internal static class ParticipantWriter
{
    internal static void Write(Organizer organizer, ContentLineWriter writer)
    {
        writer.Begin("ORGANIZER"u8);
        WriteAddress(organizer.CommonName, organizer.Address, writer);
    }

    internal static void Write(Attendee attendee, ContentLineWriter writer)
    {
        writer.Begin("ATTENDEE;CUTYPE="u8);
        writer.Octets(Token(attendee.CuType));
        writer.Octets(";ROLE="u8);
        writer.Octets(Token(attendee.Role));
        writer.Octets(";PARTSTAT="u8);
        writer.Octets(Token(attendee.PartStat));
        writer.Octets(attendee.Rsvp ? ";RSVP=TRUE"u8 : ";RSVP=FALSE"u8);
        WriteAddress(attendee.CommonName, attendee.Address, writer);
    }

    private static void WriteAddress(CalendarText name, CalAddress address, ContentLineWriter writer)
    {
        if (!name.IsBlank)
        {
            writer.Octets(";CN="u8);
            writer.ParameterText(name);
        }
        writer.Octets(":"u8);
        writer.Chars(address.Uri);
        writer.End();
    }

    private static ReadOnlySpan<byte> Token(CalendarUserType type) => type switch
    {
        CalendarUserType.Individual => "INDIVIDUAL"u8,
        CalendarUserType.Group => "GROUP"u8,
        CalendarUserType.Resource => "RESOURCE"u8,
        CalendarUserType.Room => "ROOM"u8,
        _ => "UNKNOWN"u8,
    };

    private static ReadOnlySpan<byte> Token(ParticipationRole role) => role switch
    {
        ParticipationRole.Chair => "CHAIR"u8,
        ParticipationRole.OptParticipant => "OPT-PARTICIPANT"u8,
        ParticipationRole.NonParticipant => "NON-PARTICIPANT"u8,
        _ => "REQ-PARTICIPANT"u8,
    };

    private static ReadOnlySpan<byte> Token(ParticipationStatus status) => status switch
    {
        ParticipationStatus.Accepted => "ACCEPTED"u8,
        ParticipationStatus.Declined => "DECLINED"u8,
        ParticipationStatus.Tentative => "TENTATIVE"u8,
        ParticipationStatus.Delegated => "DELEGATED"u8,
        _ => "NEEDS-ACTION"u8,
    };
}
