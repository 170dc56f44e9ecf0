using AnnualCycle.Publishing.People;
using AnnualCycle.Server.Configuration;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Erases a person: first what there is, then, when somebody says so, the erasure. The plan stays whole.</summary>
[AllowedFor(Role.Administrator)]
public sealed class EraseModel(Installation installation, PeopleDesk desk, PersonKeys keys) : PageModel
{
    public Erased? Erased { get; private set; }

    /// <summary>Lines of files outside the database that name the person.</summary>
    public IReadOnlyList<NamingLine> Left { get; private set; } = [];

    public bool IsDone { get; private set; }

    /// <summary>True for the only administrator, whose role somebody else has to have first.</summary>
    public bool IsLastAdministrator { get; private set; }

    public async Task<IActionResult> OnGetAsync(string person, CancellationToken cancel) =>
        await EmailAsync(person, cancel) is { } email ? await ShowAsync(email, cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(string person, CancellationToken cancel)
    {
        if (await EmailAsync(person, cancel) is not { } email)
        {
            return NotFound();
        }

        Erased = await ErasureOf(email).EraseAsync(email, HttpContext.Viewer()!.Email, desk.Now, cancel);
        IsLastAdministrator = Erased.IsLastAdministrator;
        if (IsLastAdministrator)
        {
            return await ShowAsync(email, cancel);
        }

        (Left, IsDone) = (new PersonInFiles(installation.Configuration).Find(Erased.Person), true);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(string email, CancellationToken cancel)
    {
        Erased = await ErasureOf(email).PreviewAsync(email, desk.Now, cancel);
        Left = new PersonInFiles(installation.Configuration).Find(Erased.Person);
        return Page();
    }

    private Task<string?> EmailAsync(string person, CancellationToken cancel) =>
        desk.EmailAsync(email => keys.Of(email) == person, cancel);

    private PersonErasure ErasureOf(string email) => new(
        installation.Database, installation.Key, BusyIntake.IdsOf(email, installation.Configuration));
}
