using AnnualCycle.People;
using NodaTime;

namespace AnnualCycle.Storage.People;

/// <summary>A person's time on a seat, as the list of people says or said.</summary>
public sealed class StoredMembership
{
    public long Id { get; init; }

    /// <summary>Id of the collaboration: the first part of the seat's id.</summary>
    public required string Collaboration { get; init; }

    public required string Seat { get; init; }

    public required string Name { get; set; }

    /// <summary>In lower case; one address is one person.</summary>
    public required string Email { get; init; }

    public string? Organisation { get; set; }

    public string? Municipality { get; set; }

    public bool? Required { get; set; }

    public bool Substitute { get; set; }

    public LocalDate? From { get; init; }

    /// <summary>Last day. Set to the day before the list no longer had the person.</summary>
    public LocalDate? To { get; set; }

    public Membership Membership => new(Seat, Name, Email, Organisation, Required, From, To)
    {
        Municipality = Municipality, Substitute = Substitute,
    };

    internal static StoredMembership Of(Membership person) => new()
    {
        Collaboration = person.Collaboration, Seat = person.Seat, Name = person.Name, Email = person.Email,
        Organisation = person.Organisation, Municipality = person.Municipality, Required = person.Required,
        Substitute = person.Substitute, From = person.From, To = person.To,
    };

    /// <summary>Takes over what may change while it is the same membership.</summary>
    internal void Update(Membership person) =>
        (Name, Organisation, Municipality, Required, Substitute, To) = (person.Name, person.Organisation,
            person.Municipality, person.Required, person.Substitute, person.To);
}
