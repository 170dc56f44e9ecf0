using AnnualCycle.Publishing.Reminders;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.Duties;

/// <summary>What whoever is signed in answers for, and which mails about it are to come.</summary>
[AllowedFor(Role.Member)]
public sealed class MineModel(DutyRoom room, Database database, ReminderRounds rounds) : PageModel
{
    public IReadOnlyList<(string Heading, IReadOnlyList<DutyView> Duties)> Parts { get; private set; } = [];

    public IReadOnlyList<ComingMail> Mails { get; private set; } = [];

    /// <summary>Why nothing was done; null when nothing was wrong.</summary>
    public string? Refusal { get; private set; }

    [TempData]
    public string? Done { get; set; }

    private string Email => HttpContext.Viewer()!.Email;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(await room.ReadAsync(cancel), cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] DutyForm form, CancellationToken cancel)
    {
        var lists = await room.ReadAsync(cancel);
        var item = lists.Book.All.FirstOrDefault(own => own.Deadline.Uid == form.Uid && lists.IsOf(own, Email));
        if (item is null || await room.TakeAsync(item, form, Email, cancel) is not { } taken)
        {
            return NotFound();
        }

        if (taken.IsDone)
        {
            Done = taken.Text;
            return Redirect("/min-sida/att-gora");
        }

        Refusal = taken.Text;
        await ReadAsync(lists, cancel);
        return Page();
    }

    private async Task ReadAsync(DutyLists lists, CancellationToken cancel)
    {
        Parts = lists.Parts(item => lists.IsOf(item, Email));
        await using var context = database.Open();
        Mails = rounds.Calendar is { } calendar
            ? await ReminderForecast.OfAsync(context, calendar, Email, room.Now, cancel) : [];
    }
}
