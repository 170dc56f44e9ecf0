using AnnualCycle.Calendars.Holidays;
using AnnualCycle.Publishing;
using AnnualCycle.Publishing.Holidays;
using AnnualCycle.Server.Service;
using AnnualCycle.Server.SignIn;
using AnnualCycle.Server.Years;
using AnnualCycle.Storage;
using AnnualCycle.Storage.Access;
using AnnualCycle.Storage.Holidays;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AnnualCycle.Server.Pages.Holidays;

/// <summary>
/// Where a convener says whether a storhelg needs a meeting, by the link in their mail. Mail programs open links to look at
/// them, so nothing is saved before somebody presses a button.
/// </summary>
/// <remarks>
/// The secret in the address is what another site would have to know to send this form, so no cookie is asked for.
/// </remarks>
[AllowedFor(Role.Public), EnableRateLimiting(SignInLimit.Links), IgnoreAntiforgeryToken]
public sealed class AnswerModel(Database database, HolidayDesk desk, YearsInForce years) : PageModel
{
    public HolidayAsked Asked { get; private set; } = null!;

    /// <summary>The group as it is called.</summary>
    public string Group { get; private set; } = "";

    public HolidayRow Row { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    public bool IsOpen => Asked.Requests.Any(IsOpenStill);

    public bool IsOpenStill(HolidayRequest request) => HolidayReplies.IsOpen(request, desk.Now);

    public async Task<IActionResult> OnGetAsync(
        string token, [FromQuery(Name = "sparat")] bool saved, CancellationToken cancel)
    {
        IsSaved = saved;
        return await ShowAsync(token, cancel);
    }

    public async Task<IActionResult> OnPostAsync(
        string token, [FromForm(Name = "fore")] string? before, [FromForm(Name = "efter")] string? after,
        CancellationToken cancel)
    {
        // Read first: whoever guesses keeps nobody from the database.
        if (await ShowAsync(token, cancel) is NotFoundResult)
        {
            return NotFound();
        }

        var answers = new[] { (HolidayPart.Before, Read(before)), (HolidayPart.After, Read(after)) }
            .Where(said => said.Item2 is not null).ToDictionary(said => said.Item1, said => said.Item2!.Value);
        if (!IsOpen || answers.Count == 0)
        {
            return Page();
        }

        await desk.AnswerAsync(Asked.Subject, answers, Asked.Email, cancel);
        return LocalRedirect($"/storhelg/{token}?sparat=true");
    }

    internal static HolidayAnswer? Read(string? said) => said switch
    {
        "ja" => HolidayAnswer.Yes,
        "nej" => HolidayAnswer.No,
        _ => null,
    };

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        LinkPage.Keep(Response);
        await using var context = database.Open();
        if (years.All.LastOrDefault()?.Input is not { } input
            || await HolidayReplies.ReadAsync(context, token, input.Collaborations, SwedishTime.DayOf(desk.Now), cancel)
                is not { } asked
            || years.All.SelectMany(year => year.Plan.Groups).LastOrDefault(group => group.Id == asked.Subject.Group)
                is not { } group)
        {
            return NotFound();
        }

        (Asked, Group) = (asked, group.Name);
        Row = new HolidayRows(input.Calendar, [.. input.Collaborations.Where(own => own.Id == group.Collaboration)],
            [.. years.All.SelectMany(year => year.Plan.Meetings)])
            .Of(new HolidayCalendar(input.Calendar).Of(asked.Subject.Holiday, asked.Subject.Year));
        return Page();
    }
}
