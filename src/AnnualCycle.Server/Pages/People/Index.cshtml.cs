using AnnualCycle.People;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>The collaborations whose people somebody looks after, with what is missing in each.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class IndexModel(PeopleDesk desk) : PageModel
{
    public bool IsAdministrator => HttpContext.Viewer()!.IsAdministrator;

    public IReadOnlyList<SeatedCollaboration> Collaborations { get; private set; } = [];

    public IReadOnlyList<NewMandate> Mandates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (led, people) = (desk.LedBy(HttpContext.Viewer()!), await desk.PeopleAsync(cancel));
        Collaborations = SeatedCollaboration.Of(led, people, desk.Today);
        Mandates = NewMandates.Of(led, people, desk.Today);
    }
}
