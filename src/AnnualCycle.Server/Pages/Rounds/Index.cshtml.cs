using AnnualCycle.Calendars;
using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Plans;
using AnnualCycle.Storage.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace AnnualCycle.Server.Pages.Rounds;

/// <summary>A year's round for whoever leads it: started, watched, reminded of and ended.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class IndexModel(Database database, RoundDesk desk) : PageModel
{
    public string Collaboration => (string)RouteData.Values["collaboration"]!;

    public string Name { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The latest round; null before the first.</summary>
    public RoundTable? Table { get; private set; }

    public bool IsOpen => Table?.Round.State == RoundState.Open;

    /// <summary>A round that somebody wants to start, to be looked at first; null when nobody does.</summary>
    public RoundOutline? Outline { get; private set; }

    /// <summary>The last day as it was typed, or one to begin with.</summary>
    public string Until { get; private set; } = "";

    /// <summary>Why nothing was done; null when nothing was wrong.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What planning with the answers would move; null when no draft waits.</summary>
    public PlanDiff? Moves { get; private set; }

    [TempData]
    public string? Done { get; set; }

    // A fortnight away, on a day when people are at work.
    private LocalDate FirstUntil => WorkingDays.Add(Publishing.SwedishTime.DayOf(desk.Now).PlusDays(13), 1);

    private string Who => HttpContext.Viewer()!.Email;

    public async Task<IActionResult> OnGetAsync(
        int year, [FromQuery(Name = "till")] string? until, [FromQuery(Name = "igen")] bool again, CancellationToken cancel)
    {
        if (!await ReadAsync(year, cancel))
        {
            return NotFound();
        }

        if (until is not null)
        {
            await LookAsync(until, again, (order, stop) => desk.OutlineAsync(order, stop), cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(int year, string? until, bool again, CancellationToken cancel)
    {
        Year = year;
        await LookAsync(until ?? "", again, (order, stop) => desk.StartAsync(order, stop), cancel);
        if (Refusal is null)
        {
            return Back($"{RoundWords.Persons(Outline!.Persons.Count)} tillfrågas. Mejlen är på väg.");
        }

        return await ReadAsync(year, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemindAsync(int year, CancellationToken cancel) =>
        await desk.RemindAsync(Collaboration, Year = year, Who, cancel) is { } count
            ? Back(RoundWords.Reminded(count)) : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(int year, CancellationToken cancel) =>
        !await desk.CloseAsync(Collaboration, Year = year, Who, cancel) ? NotFound()
            : Back(await desk.PlanAgainAsync(Collaboration, year, Who, cancel)
                ? "Rundan är stängd och året är planerat på nytt med svaren."
                : "Rundan är stängd. Planeringen med svaren görs i natt.");

    private async Task LookAsync(string until, bool again,
        Func<RoundOrder, CancellationToken, Task<RoundOutline>> look, CancellationToken cancel)
    {
        Until = until;
        if (LocalDatePattern.Iso.Parse(until) is not { Success: true, Value: var day })
        {
            Refusal = "Skriv sista svarsdag som åååå-mm-dd.";
            return;
        }

        Outline = await look(new RoundOrder(Collaboration, Year, day, Who) { IsAgain = again }, cancel);
        Refusal = Outline.Advice;
    }

    private async Task<bool> ReadAsync(int year, CancellationToken cancel)
    {
        await using var context = database.Open();
        var book = new PlanBook(context);
        var (inForce, draft) = (await book.InForceAsync(Collaboration, year, cancel),
            await book.DraftAsync(Collaboration, year, cancel));
        if (inForce is null)
        {
            return false;
        }

        (Year, Name) = (year, inForce.Plan.Collaborations.Single(own => own.Id == Collaboration).Name);
        Moves = draft is null ? null : PlanDiff.Between(inForce.Plan, draft.Plan);
        Table = await RoundKeeper.LatestAsync(context, Collaboration, year, cancel) is { } round
            ? await RoundTable.ReadAsync(context, round, cancel) : null;
        Until = Until.Length > 0 ? Until : LocalDatePattern.Iso.Format(FirstUntil);
        return true;
    }

    private RedirectResult Back(string done)
    {
        Done = done;
        return Redirect($"/{Collaboration}/samrad/{Year}");
    }
}
