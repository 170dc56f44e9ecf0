namespace AnnualCycle.ICalendar;

/// <summary>Where to join a meeting from afar: CONFERENCE (RFC 7986, section 5.11).</summary>
/// <param name="Uri">The address that joins, such as https: or tel:.</param>
/// <param name="Label">What to call it, such as "Teams"; nothing is written when blank.</param>
public sealed record Conference(CalendarUri Uri, CalendarText Label = default)
{
    /// <summary>FEATURE: true with picture and sound, false with sound alone.</summary>
    public bool Video { get; init; } = true;
}
