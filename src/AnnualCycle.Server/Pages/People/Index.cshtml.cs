using AnnualCycle.Charters;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>The collaborations whose people somebody looks after, with what is missing in each.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class IndexModel(PeopleDesk desk) : PageModel
{
    public bool IsAdministrator => HttpContext.Viewer()!.IsAdministrator;

    public IReadOnlyList<CollaborationPeople> Collaborations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = new List<CollaborationPeople>();
        foreach (var collaboration in desk.LedBy(HttpContext.Viewer()!))
        {
            found.Add(CollaborationPeople.Of(
                collaboration, await desk.RostersAsync(collaboration, _ => true, cancel)));
        }

        Collaborations = found;
    }
}

/// <summary>How many people a collaboration has, and how many places nobody holds.</summary>
public sealed record CollaborationPeople(Collaboration Collaboration, int People, int Vacant)
{
    public static CollaborationPeople Of(Collaboration collaboration, IReadOnlyList<GroupRoster> rosters)
    {
        // A seat that several groups share is one seat.
        var seats = rosters.SelectMany(roster => roster.Seats).DistinctBy(row => row.Seat.Id).ToList();
        return new(collaboration,
            seats.SelectMany(row => row.Holders).Select(person => person.Email).Distinct().Count(),
            seats.Sum(row => row.Vacant));
    }
}
