using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AnnualCycle.Server.Pages.Errors;

/// <summary>What is said instead of a page that is not there or could not be made.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    public bool IsMissing { get; private set; }

    /// <summary>The service has just been started, or its calendars have a mistake that somebody must put right.</summary>
    public bool IsOpening { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        IsMissing = Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status410Gone;
        IsOpening = Response.StatusCode is StatusCodes.Status503ServiceUnavailable;
    }
}
