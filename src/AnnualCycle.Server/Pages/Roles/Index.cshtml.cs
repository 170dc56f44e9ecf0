using AnnualCycle.Charters;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AnnualCycle.Server.Pages.Roles;

/// <summary>Who administers, leads and convenes, and giving and taking it.</summary>
[AllowedFor(Role.Administrator)]
public sealed class IndexModel(Database database, TimeProvider time) : PageModel
{
    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    public IReadOnlyList<Collaboration> Collaborations { get; private set; } = [];

    /// <summary>Why what was asked for was not done; null when it was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What was typed, to be put right.</summary>
    public string? Email { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <param name="where">"administratör", or the role and the id it is for: "processledare simba".</param>
    public Task<IActionResult> OnPostGiveAsync(string? email, string? where, CancellationToken cancel) =>
        ChangeAsync(email, where, (grants, wish) => grants.GiveAsync(wish.Email, wish.Role, wish.Scope, cancel), cancel);

    public Task<IActionResult> OnPostTakeAsync(string? email, string? where, CancellationToken cancel) =>
        ChangeAsync(email, where, (grants, wish) => grants.TakeAsync(wish.Email, wish.Role, wish.Scope, cancel), cancel);

    /// <summary>A role as the form sends it.</summary>
    public static string Where(Role role, string scope) => $"{RoleWords.Of(role)} {scope}".Trim();

    private async Task<IActionResult> ChangeAsync(string? email, string? where,
        Func<RoleGrants, RoleWish, Task<GrantOutcome>> change, CancellationToken cancel)
    {
        var scopes = await ReadAsync(cancel);
        var parts = (where ?? "").Split(' ', 2);
        var (wish, refusal) = scopes.Read(email ?? "", parts[0], parts.Length > 1 ? parts[1] : "");
        var outcome = wish is null ? GrantOutcome.Unchanged : await database.ChangeAsync(async context =>
            await change(new RoleGrants(context, HttpContext.Viewer()!.Email,
                await Database.NotBeforeAsync(context, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel)), wish), cancel);
        (Refusal, Email) = (outcome == GrantOutcome.LastAdministrator
            ? "Det är den enda administratören. Ge någon annan rollen först." : refusal, email);
        if (Refusal is not null)
        {
            return Page();
        }

        Done = outcome == GrantOutcome.Unchanged ? "Det var redan så." : "Ändrat.";
        return Redirect("/roller");
    }

    private async Task<RoleScopes> ReadAsync(CancellationToken cancel)
    {
        await using var context = database.Open();
        var scopes = await RoleScopes.ReadAsync(context, cancel);
        Collaborations = scopes.Collaborations;
        Grants = [.. (await context.RoleGrants.AsNoTracking().ToListAsync(cancel))
            .OrderByDescending(own => own.Role).ThenBy(own => own.Scope, StringComparer.Ordinal)
            .ThenBy(own => own.Email, StringComparer.Ordinal)];
        return scopes;
    }
}
