using AnnualCycle.Plans.Changes;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Invitations;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace AnnualCycle.Server.Pages.Publications;

/// <summary>Publishing a year in one step that first shows what it does: which meetings change, and who gets a mail.</summary>
[AllowedFor(Role.ProcessLeader)]
public sealed class IndexModel(Installation installation, TimeProvider time) : PageModel
{
    public Standing Standing { get; private set; } = null!;

    /// <summary>What publishing would do; null when there is nothing to publish.</summary>
    public Publication? Rehearsed { get; private set; }

    public PlanDiff? Changes { get; private set; }

    public PublicationTally? Told { get; private set; }

    /// <summary>True when it is a proposed year that is to be adopted as it is, and no draft waits.</summary>
    public bool IsAdoption => Standing is { Draft: null, InForce.State: PlanState.Proposed };

    /// <summary>True when the last publication told nobody.</summary>
    public bool IsHeldBack => Standing.InForce?.HeldBack == true;

    public string Name => (Standing.InForce ?? Standing.Draft)!.Plan.Collaborations[0].Name;

    public string Way => MailOptions.WayOf(installation.Options);

    /// <summary>True when something was changed by somebody else since the person looked.</summary>
    public bool IsAnother { get; private set; }

    [TempData]
    public string? Done { get; set; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private string Who => HttpContext.Viewer()!.Email;

    public async Task<IActionResult> OnGetAsync(string collaboration, int year, CancellationToken cancel) =>
        await LookAsync(collaboration, year, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostSendAsync(string collaboration, int year, long lookedAt, CancellationToken cancel) =>
        PublishAsync(collaboration, year, lookedAt, holdBack: false, cancel);

    public Task<IActionResult> OnPostSaveAsync(string collaboration, int year, long lookedAt, CancellationToken cancel) =>
        PublishAsync(collaboration, year, lookedAt, holdBack: true, cancel);

    public async Task<IActionResult> OnPostDiscardAsync(string collaboration, int year, long lookedAt, CancellationToken cancel)
    {
        var discarded = await installation.Publisher.DiscardAsync((collaboration, year), Who, lookedAt, Now, cancel);
        Done = discarded ? "Utkastet är kastat. Det publicerade står kvar." : null;
        return discarded ? Redirect(Request.Path) : await AnotherAsync(collaboration, year, cancel);
    }

    private async Task<IActionResult> PublishAsync(
        string collaboration, int year, long lookedAt, bool holdBack, CancellationToken cancel)
    {
        if (!await LookAsync(collaboration, year, cancel))
        {
            return NotFound();
        }

        if (Rehearsed is null)
        {
            // Pressed twice, or somebody else was quicker.
            Done = $"Redan publicerat, som revision {Standing.InForce?.Number}.";
            return Redirect(Request.Path);
        }

        var published = await installation.Publisher.PublishAsync(
            Order() with { LookedAt = lookedAt, HoldBack = holdBack }, Now, cancel);
        if (published is null)
        {
            return await AnotherAsync(collaboration, year, cancel);
        }

        Done = $"Publicerat som revision {published.Number}. " + (holdBack ? "Ingen får mejl."
            : string.Join(' ', PublicationTally.Of(published, installation.Outlook).Lines()));
        return Redirect(Request.Path);
    }

    private async Task<IActionResult> AnotherAsync(string collaboration, int year, CancellationToken cancel)
    {
        IsAnother = true;
        return await LookAsync(collaboration, year, cancel) ? Page() : NotFound();
    }

    private PublishOrder Order() => Standing.Order(Who, IsAdoption ? "adopt" : "publish") is var order && IsAdoption
        ? order with { State = PlanState.Adopted } : order;

    private async Task<bool> LookAsync(string collaboration, int year, CancellationToken cancel)
    {
        await using (var context = installation.Database.Open())
        {
            Standing = await Standing.ReadAsync(context, collaboration, year, cancel);
        }

        // What was held back can be sent; else there has to be something new.
        var hasNews = Standing.Draft is not null || IsAdoption || IsHeldBack;
        Rehearsed = hasNews ? await installation.Publisher.RehearseAsync(Order(), Now, cancel) : null;
        if (Rehearsed is { } publication)
        {
            Changes = PlanDiff.Between(publication.Before, publication.Plan);
            Told = PublicationTally.Of(publication, installation.Outlook);
        }

        return Standing is not { InForce: null, Draft: null };
    }
}
