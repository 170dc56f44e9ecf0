using AnnualCycle.Storage.Plans;
using NodaTime;

namespace AnnualCycle.Storage.Outlook;

/// <summary>What a meeting's entry in an organiser's Outlook calendar says, in Swedish time.</summary>
/// <param name="Text">What stands beneath the title; plain text.</param>
public sealed record OutlookEvent(string Subject, string Text, LocalDate Date, LocalTime Start, LocalTime End)
{
    public string? Location { get; init; }

    /// <summary>True to have Teams make a link to a video meeting.</summary>
    public bool IsOnline { get; init; }

    /// <summary>True when those who are asked do not see each other's addresses.</summary>
    public bool HidesAttendees { get; init; }

    /// <summary>Who is asked, in the order of their addresses.</summary>
    public IReadOnlyList<OutlookAttendee> Attendees { get; init; } = [];

    /// <summary>As it is stored: the same entry is the same text.</summary>
    public string Written => PlanText.Write(this);

    public static OutlookEvent Read(string written) => PlanText.Read<OutlookEvent>(written);
}

/// <summary>Somebody who is asked through Outlook.</summary>
/// <param name="Email">In lower case.</param>
public sealed record OutlookAttendee(string Email, string Name, bool IsRequired)
{
    private const string Mark = "raderad-";

    /// <summary>
    /// Somebody who is to be forgotten and whom Outlook still asks: enough to know them by in its answer, until it has been
    /// told, and not who it is.
    /// </summary>
    public static OutlookAttendee Forgotten(string email) => new(Mark + Print.Of(email)[..32], "", false);

    public bool IsForgotten => Email.StartsWith(Mark, StringComparison.Ordinal) && !Email.Contains('@');
}
