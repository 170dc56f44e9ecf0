using AnnualCycle.Publishing.Rounds;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SaidAnswer = AnnualCycle.Storage.Invitations.Answer;

namespace AnnualCycle.Server.Pages.Rounds;

/// <summary>
/// Where the link in a round's mail leads: the person's own dates and answers, without an account. Mail programs open
/// links to look at them, so nothing is saved before somebody presses a button.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for: mail
/// programs show pages in windows that keep none.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class AnswerModel(Database database, RoundDesk desk, PersonChoices choices) : PageModel
{
    public RoundPart Part { get; private set; } = null!;

    public AnswerText Words { get; private set; } = null!;

    /// <summary>True right after the answers were saved.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Where to write about what can no longer be answered here.</summary>
    public string From => desk.From.Address;

    public int Open => Part.Questions.Count(question => question.Answer is null);

    public async Task<IActionResult> OnGetAsync(
        string token, [FromQuery(Name = "sparat")] bool saved, CancellationToken cancel)
    {
        IsSaved = saved;
        return await ShowAsync(token, cancel);
    }

    public async Task<IActionResult> OnPostAsync(
        string token, [FromForm(Name = "resten")] string? rest, string? comment, CancellationToken cancel)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync(cancel) : null;
        var answers = new Dictionary<string, SaidAnswer>();
        foreach (var (name, value) in (form ?? (IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>)[])
            .Where(field => Read(field.Value.ToString()) is not null))
        {
            answers[name] = Read(value.ToString())!.Value;
        }

        var reply = new RoundReply(answers, Read(rest), comment);
        // Read first: whoever guesses keeps nobody from the database.
        return await ShowAsync(token, cancel) is NotFoundResult ? NotFound()
            : await database.ChangeAsync(
                context => RoundReplies.TakeAsync(context, token, reply, desk.Now, cancel), cancel)
            ? LocalRedirect($"/samrad/{token}?sparat=true") : Page();
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        await using var context = database.Open();
        if (await RoundReplies.ReadAsync(context, token, desk.Now, cancel) is not { } part)
        {
            return NotFound();
        }

        Part = part;
        Words = new AnswerText((await choices.OfAsync(part.Person.Email, cancel)).Language);
        return Page();
    }

    private static SaidAnswer? Read(string? value) => value switch
    {
        "kan" => SaidAnswer.Yes,
        "kan-inte" => SaidAnswer.No,
        "kan-om" => SaidAnswer.Maybe,
        _ => null,
    };
}
