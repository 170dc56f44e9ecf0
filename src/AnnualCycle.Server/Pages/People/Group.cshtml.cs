using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Who sits in a group, for those who sit there; addresses for whoever calls it together.</summary>
[AllowedFor(Role.Member)]
public sealed class GroupModel(PeopleDesk desk, PersonKeys keys) : PageModel
{
    public RosterView Roster { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string collaboration, string group, CancellationToken cancel)
    {
        var id = $"{collaboration}/{group}";
        var rosters = desk.Find(collaboration) is { } found
            ? await desk.RostersAsync(found, own => own.Id == id, cancel) : [];
        if (rosters is not [var roster])
        {
            return NotFound();
        }

        var viewer = HttpContext.Viewer()!;
        Roster = new RosterView(roster, desk.Today, viewer.Is(Role.Convener, collaboration, id),
            viewer.Is(Role.ProcessLeader, collaboration, null) ? keys.Of : null);
        return Page();
    }
}
