using AnnualCycle.Charters;
using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.People;

/// <summary>A political group where nobody has a seat for the new mandate yet.</summary>
/// <param name="Earlier">
/// Persons who stand until further notice since before: whether they go on, nobody has said.
/// </param>
public sealed record NewMandate(Collaboration Collaboration, Group Group, LocalDate FirstDay, int Earlier)
{
    /// <summary>One line for people.</summary>
    public string Text => $"nytt mandat från {SwedishDates.Iso(FirstDay)}: "
        + $"i {Group.Name} ({Collaboration.Name}) har ingen en plats än" + (Earlier == 0 ? "" : Earlier == 1 ? "; 1 person står kvar tills vidare sedan tidigare"
            : $"; {Earlier} personer står kvar tills vidare sedan tidigare");
}

/// <summary>Finds the political groups that an election has left without members.</summary>
public static class NewMandates
{
    /// <summary>
    /// From the election day until the new mandate is a year old: by then a list without days says nothing of it. A
    /// seat is filled for the mandate when its time begins with it or later, or is said to last into it.
    /// </summary>
    /// <remarks>Groups without seats of their own, whose members the charter does not list, are left out.</remarks>
    public static IReadOnlyList<NewMandate> Of(
        IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Membership> people, LocalDate today)
    {
        var first = Elections.FirstDayAfter(Elections.Last(today));
        if (today >= first.PlusYears(1))
        {
            return [];
        }

        var holders = people.Where(person => !person.Substitute && !person.IsOver(today))
            .ToLookup(person => person.Seat);
        return
        [
            .. from collaboration in collaborations
               from @group in collaboration.Groups.Where(own => own.Political)
               let seats = @group.Seats.Where(seat => SeatRegister.IsOwn(seat, @group)).ToList()
               let members = seats.SelectMany(seat => holders[seat.Id]).ToList()
               where seats.Count > 0 && !members.Any(person => IsFor(person, first))
               select new NewMandate(collaboration, @group, first,
                   members.Where(person => person.To is null).Select(person => person.Email).Distinct().Count()),
        ];
    }

    private static bool IsFor(Membership person, LocalDate first) => person.From >= first || person.To >= first;
}
