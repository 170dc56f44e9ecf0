using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.Duties;

/// <summary>A collaboration's reports, tasks and days to keep for whoever leads it: what is late, what comes, what is done.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class IndexModel(DutyRoom room) : PageModel
{
    public string Collaboration => (string)RouteData.Values["collaboration"]!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<(string Heading, IReadOnlyList<DutyView> Duties)> Parts { get; private set; } = [];

    /// <summary>Why nothing was done; null when nothing was wrong.</summary>
    public string? Refusal { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Read(await room.ReadAsync(cancel)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] DutyForm form, CancellationToken cancel)
    {
        var lists = await room.ReadAsync(cancel);
        var item = lists.Book.All.FirstOrDefault(own => own.Deadline.Uid == form.Uid && own.Collaboration == Collaboration);
        if (item is null || await room.TakeAsync(item, form, HttpContext.Viewer()!.Email, cancel) is not { } taken)
        {
            return NotFound();
        }

        if (taken.IsDone)
        {
            Done = taken.Text;
            return Redirect($"/{Collaboration}/att-gora");
        }

        Refusal = taken.Text;
        return Read(lists) ? Page() : NotFound();
    }

    private bool Read(DutyLists lists)
    {
        Name = lists.Names.GetValueOrDefault(Collaboration, "");
        Parts = lists.Parts(item => item.Collaboration == Collaboration);
        return Name.Length > 0;
    }
}
