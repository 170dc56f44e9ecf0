using AnnualCycle.Plans;
using NodaTime;

namespace AnnualCycle.People;

/// <summary>Says in Swedish what a list of people changes, group by group.</summary>
public sealed class PeopleWords(SeatRegister seats)
{
    /// <summary>A line for each group that something changes in, its changes below it, and the numbers last.</summary>
    public IEnumerable<string> Lines(PeopleChanges changes)
    {
        foreach (var group in changes.All.OrderBy(change => seats.OrderOf(change.Shown.Seat))
            .GroupBy(change => seats.HeadOf(change.Shown.Seat)))
        {
            yield return group.Key;
            foreach (var change in group)
            {
                yield return $"  {Of(change)}";
            }
        }

        yield return Summary(changes);
    }

    /// <summary>"4 kommer, 3 lämnar, 2 byter plats, 1 ändras, 194 står kvar"; without what is none.</summary>
    public static string Summary(PeopleChanges changes) => string.Join(", ", new[]
    {
        (changes.Count(PersonChangeKind.Comes), "kommer"), (changes.Count(PersonChangeKind.Leaves), "lämnar"),
        (changes.Count(PersonChangeKind.Moves), "byter plats"), (changes.Count(PersonChangeKind.Changes), "ändras"),
        (changes.Staying, "står kvar"),
    }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}").DefaultIfEmpty("ingen kommer eller lämnar"));

    /// <summary>One change, a sign first: "+ Karin Ek &lt;karin.ek@ale.example&gt;, Verksamhetschef Ale".</summary>
    public string Of(PersonChange change) => change.Kind switch
    {
        PersonChangeKind.Comes => $"+ {Coming(change.Is!)}",
        PersonChangeKind.Leaves => $"− {change.Was!.Name}, {SeatOf(change.Was)}, {Ending(change.LastDay)}",
        PersonChangeKind.Moves => $"→ {change.Is!.Name}, till {SeatOf(change.Is)} från {FormerSeat(change)}{Days(change.Is)}",
        _ => $"~ {change.Was!.Name}, {string.Join("; ", Differences(change.Was, change.Is!))}{Former(change)}",
    };

    private string Coming(Membership person) => $"{person.Name} <{person.Email}>, {SeatOf(person)}{Days(person)}";

    private string SeatOf(Membership person) =>
        seats.NameOf(person.Seat) + (person.Substitute ? ", ersättare" : "");

    private string FormerSeat(PersonChange change) => seats.HeadOf(change.Was!.Seat) == seats.HeadOf(change.Is!.Seat)
        ? SeatOf(change.Was) : $"{SeatOf(change.Was)} i {seats.Find(change.Was.Seat)?.Group.Name ?? change.Was.Seat}";

    private static string Ending(LocalDate? lastDay) =>
        lastDay is { } day ? $"sista dag {SwedishDates.Iso(day)}" : "tillträder inte";

    private static string Former(PersonChange change) => change.LastDay is { } day
        ? $"; det som var slutar {SwedishDates.Iso(day)}" : "";

    private static string Days(Membership person) =>
        (person.From is { } from ? $", från {SwedishDates.Iso(from)}" : "")
        + (person.To is { } to ? $", till {SwedishDates.Iso(to)}" : "");

    private static IEnumerable<string> Differences(Membership was, Membership now) => new[]
    {
        ("namn", was.Name, now.Name), ("organisation", was.Organisation, now.Organisation),
        ("kommun", was.Municipality, now.Municipality), ("krävs", Answer(was.Required), Answer(now.Required)),
        ("ersättare", Answer(was.Substitute), Answer(now.Substitute)),
        ("första dag", Day(was.From), Day(now.From)), ("sista dag", Day(was.To), Day(now.To)),
    }.Where(part => part.Item2 != part.Item3)
        .Select(part => $"{part.Item1}: {part.Item3 ?? "ingen uppgift"} (var {part.Item2 ?? "ingen uppgift"})");

    private static string? Answer(bool? value) => value is { } known ? known ? "ja" : "nej" : null;

    private static string? Day(LocalDate? day) => day is { } known ? SwedishDates.Iso(known) : null;
}
