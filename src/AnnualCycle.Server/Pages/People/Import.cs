using AnnualCycle.People;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.People;

/// <summary>Takes in a list of people: first what it would change, then, once somebody has seen that, the change.</summary>
[LargestUpload(Largest), RequestFormLimits(ValueLengthLimit = Largest, MultipartBodyLengthLimit = Largest)]
public abstract class Import(PeopleIntake intake, PeopleDesk desk) : PageModel
{
    /// <summary>Bytes of a form; a list of ten thousand people has less.</summary>
    public const int Largest = 1_100_000;

    /// <summary>What the list would change, or has changed; null before one was handed in.</summary>
    public PeopleProposal? Proposal { get; private set; }

    /// <summary>The list itself, to be sent again with the answer.</summary>
    public string Text { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>Print of what was shown.</summary>
    public string Seen { get; private set; } = "";

    public bool IsDone { get; private set; }

    /// <summary>True when something was changed meanwhile, and what is shown is not what was shown before.</summary>
    public bool IsAnother { get; private set; }

    /// <summary>True when hardly anybody stays: the list may be a part of one.</summary>
    public bool EndsMost => Proposal is { Changes: var changes } && changes.Count(PersonChangeKind.Leaves) > changes.Staying;

    /// <summary>Why a file could not be read at all; null when it could.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Id of the one collaboration that may be changed; null for all.</summary>
    protected abstract string? Only { get; }

    public void OnGet()
    {
        // A form to choose a file with.
    }

    public async Task OnPostAsync(IFormFile? list, CancellationToken cancel)
    {
        if (list is null || await TextOfAsync(list, cancel) is not { } text)
        {
            Refusal = list is null ? "Välj en fil." : "Filen är ingen lista. Spara den som CSV i kalkylprogrammet.";
            return;
        }

        (Text, FileName) = (text, Path.GetFileName(list.FileName));
        Show(await intake.PreviewAsync(Lists, Only, desk.Now, cancel));
    }

    public async Task OnPostDoAsync(string? content, string? fileName, string? seen, CancellationToken cancel)
    {
        (Text, FileName) = (content ?? "", Path.GetFileName(fileName ?? ""));
        Show(await intake.ImportAsync(Lists, Only, HttpContext.Viewer()!.Email, desk.Now, cancel, seen ?? ""));
        IsAnother = !IsDone && Proposal!.Mistakes.Count == 0;
    }

    private IReadOnlyList<FileText> Lists => [new(FileName, Text)];

    private void Show(PeopleProposal proposal) =>
        (Proposal, Seen, IsDone) = (proposal, Print.Of(proposal.Lines), proposal.IsDone);

    private static async Task<string?> TextOfAsync(IFormFile list, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await list.CopyToAsync(bytes, cancel);
        return ListText.Of(bytes.ToArray());
    }
}
