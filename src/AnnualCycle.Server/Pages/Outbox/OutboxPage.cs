using AnnualCycle.Publishing.Outbox;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Deliveries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Outbox;

/// <summary>What waits, what has stopped until a person decides, and what was sent.</summary>
public abstract class OutboxPage(OutboxDesk desk, TimeProvider time) : PageModel
{
    /// <summary>Id of the one collaboration whose mails are shown; null for all.</summary>
    public abstract string? Only { get; }

    public string Address => Only is null ? "/utskick" : $"/{Only}/utskick";

    /// <summary>Null for all states.</summary>
    public DeliveryState? State { get; private set; }

    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    public IReadOnlyDictionary<DeliveryState, int> Counts { get; private set; } =
        new Dictionary<DeliveryState, int>();

    public OutboxPause? Pause { get; private set; }

    /// <summary>What was just done, in words; null for nothing.</summary>
    [TempData]
    public string? Done { get; set; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task OnGetAsync([FromQuery(Name = "lage")] string? state, CancellationToken cancel)
    {
        State = OutboxWords.Read(state);
        Deliveries = await desk.NewestAsync(Only, State, cancel);
        Counts = await desk.CountsAsync(Only, cancel);
        Pause = await desk.PauseAsync(cancel);
    }

    public async Task<IActionResult> OnPostRetryAsync(long delivery, CancellationToken cancel) =>
        Back(await desk.RetryAsync(delivery, Only, HttpContext.Viewer()!.Email, Now, cancel),
            "Brevet skickas så snart det går.");

    public async Task<IActionResult> OnPostDropAsync(long delivery, CancellationToken cancel) =>
        Back(await desk.DropAsync(delivery, Only, HttpContext.Viewer()!.Email, Now, cancel), "Brevet skickas inte.");

    private IActionResult Back(OutboxOutcome outcome, string done)
    {
        if (outcome == OutboxOutcome.NotThere)
        {
            return NotFound();
        }

        Done = outcome == OutboxOutcome.Done ? done : OutboxWords.Of(outcome);
        return Redirect(Address);
    }
}
