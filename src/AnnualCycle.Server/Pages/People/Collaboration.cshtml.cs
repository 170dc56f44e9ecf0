using AnnualCycle.Charters;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Everybody in a collaboration, group by group.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class CollaborationModel(PeopleDesk desk, PersonKeys keys) : PageModel
{
    public Collaboration Collaboration { get; private set; } = null!;

    public IReadOnlyList<GroupRoster> Rosters { get; private set; } = [];

    public RosterView ViewOf(GroupRoster roster) => new(roster, desk.Today, ShowsAddresses: true, keys.Of);

    public async Task<IActionResult> OnGetAsync(string collaboration, CancellationToken cancel)
    {
        if (desk.Find(collaboration) is not { } found)
        {
            return NotFound();
        }

        Collaboration = found;
        Rosters = await desk.RostersAsync(found, _ => true, cancel);
        return Page();
    }
}
