using NodaTime;

namespace AnnualCycle.People;

/// <summary>What happens to somebody when a new list of people is taken in.</summary>
public enum PersonChangeKind
{
    Comes,
    Leaves,

    /// <summary>Leaves one seat and comes to another of the same collaboration.</summary>
    Moves,

    /// <summary>Stays on the seat; something about the person or the time is new.</summary>
    Changes,
}

/// <summary>One change that a new list of people makes.</summary>
/// <param name="Was">The membership as it is; null for who comes.</param>
/// <param name="Is">The membership on the list; null for who leaves.</param>
/// <param name="LastDay">
/// Last day of a membership that ends; null when none does, and when it never took effect and is removed.
/// </param>
public sealed record PersonChange(Membership? Was, Membership? Is, LocalDate? LastDay)
{
    public PersonChangeKind Kind => (Was, Is) switch
    {
        (null, _) => PersonChangeKind.Comes,
        (_, null) => PersonChangeKind.Leaves,
        _ => Was.Seat == Is.Seat ? PersonChangeKind.Changes : PersonChangeKind.Moves,
    };

    /// <summary>The membership by which the change is sorted and shown.</summary>
    public Membership Shown => Is ?? Was!;

    /// <summary>True when <see cref="Was"/> goes on as <see cref="Is"/>; else the one goes and the other comes.</summary>
    public bool IsSame => Was is not null && Is is not null && Was.Key == Is.Key;

    /// <summary>How many memberships are new, changed or at an end.</summary>
    public int Memberships => Was is null || Is is null || IsSame ? 1 : 2;
}
