using NodaTime;

namespace AnnualCycle.Storage.Holidays;

/// <summary>That somebody has said that the organisations they answer for are staffed on a staffing day.</summary>
public sealed class StaffingConfirmation
{
    /// <summary>Id of the collaboration.</summary>
    public required string Collaboration { get; init; }

    public required LocalDate Day { get; init; }

    /// <summary>Who said so, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>For whom they said it: a municipality, a hospital. One to a line where they answer for several.</summary>
    public required string Organisation { get; init; }

    public required Instant At { get; init; }

    /// <summary>The organisations one by one.</summary>
    public IReadOnlyList<string> Each() => Organisation.Split('\n');

    /// <summary>Organisations as <see cref="Organisation"/> has them.</summary>
    public static string Written(IEnumerable<string> organisations) => string.Join('\n', organisations);
}
