namespace AnnualCycle.ICalendar;

/// <summary>
/// Makes an attendee of what stands in a file; an unknown word means what the standard says for none.
/// </summary>
internal static class ReadParticipant
{
    internal static Attendee? From(ReadProperty property) => property.Address is not { } address
        ? null
        : new Attendee(address, property.Parameter("CN"))
        {
            CuType = Word(property.Parameter("CUTYPE"), CalendarUserType.Individual),
            Role = Word(property.Parameter("ROLE"), ParticipationRole.ReqParticipant),
            PartStat = Word(property.Parameter("PARTSTAT"), ParticipationStatus.NeedsAction),
            Rsvp = string.Equals(property.Parameter("RSVP"), "TRUE", StringComparison.OrdinalIgnoreCase),
        };

    private static T Word<T>(string? written, T otherwise) where T : struct, Enum
    {
        var name = written?.Replace("-", "", StringComparison.Ordinal).Trim() ?? "";
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, true, out var word)
            ? word : otherwise;
    }
}
